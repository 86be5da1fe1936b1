import { describe, expect, test } from 'vitest'
import { createSchemes } from '../../electron/schemes.ts'

const schemes = createSchemes()
schemes.register([
  { scheme: 'app', privileges: { standard: true } },
  { scheme: 'plain', privileges: {} },
])

describe('addresses of the app', () => {
  test.each([
    ['app://bundle/index.html?a=1#/library', 'https://bundle.app.invalid/index.html?a=1#/library'],
    ['app://bundle', 'https://bundle.app.invalid'],
    ['app:///index.html', 'https://root.app.invalid/index.html'],
  ])('%s goes to Chromium and comes back', (own, theirs) => {
    expect(schemes.toChromium(own)).toBe(theirs)
    expect(schemes.fromChromium(theirs)).toBe(own)
  })

  test.each(['https://example.org/', 'plain:text', 'other://host/', 'data:text/html,x'])(
    '%s is left alone',
    (url) => {
      expect(schemes.toChromium(url)).toBe(url)
      expect(schemes.fromChromium(url)).toBe(url)
    },
  )

  test('a foreign host that looks alike is not taken for the app', () => {
    expect(schemes.fromChromium('https://bundle.other.invalid/')).toBe(
      'https://bundle.other.invalid/',
    )
    expect(schemes.fromChromium('https://bundle.app.invalid.example.org/')).toBe(
      'https://bundle.app.invalid.example.org/',
    )
  })

  test('a policy that allows a scheme allows its place in Chromium', () => {
    expect(
      schemes.policyToChromium("default-src 'self'; img-src app: https:; style-src app:"),
    ).toBe(
      "default-src 'self'; img-src app: https://*.app.invalid https:; style-src app: https://*.app.invalid",
    )
  })
})
