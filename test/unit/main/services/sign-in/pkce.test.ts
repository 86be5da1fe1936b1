import { expect, test } from 'vitest'
import { challengeOf, secretText } from '../../../../../src/main/services/sign-in/pkce'

test('the challenge is that of the standard’s own example', () => {
  // RFC 7636, appendix B.
  expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  )
})

test('a secret text is new each time and fits a verifier', () => {
  const texts = new Set(Array.from({ length: 100 }, secretText))

  expect(texts.size).toBe(100)
  for (const text of texts) expect(text).toMatch(/^[\w-]{43}$/)
})
