import { expect, test } from 'vitest'
import { checkBaseUrl, isLoopback } from '../../../../src/main/http/base-url'

test('https is taken, and ends with a slash', () => {
  expect(checkBaseUrl('https://graphql.anilist.co').href).toBe('https://graphql.anilist.co/')
  expect(checkBaseUrl(' https://anilist.co/api ').href).toBe('https://anilist.co/api/')
})

test.each(['http://127.0.0.1:4010/anilist/', 'http://localhost:4010/', 'http://[::1]:4010/'])(
  'plain http is taken for loopback: %s',
  (text) => {
    expect(checkBaseUrl(text).href).toBe(text)
    expect(isLoopback(new URL(text))).toBe(true)
  },
)

test.each([
  ['http://anilist.co/api/', 'address-plain-http'],
  ['http://127.0.0.1.evil.example/', 'address-plain-http'],
  ['http://192.168.0.2/', 'address-plain-http'],
  ['ftp://anilist.co/', 'address-protocol'],
  ['javascript:alert(1)', 'address-protocol'],
  ['anilist', 'address-unreadable'],
  ['', 'address-unreadable'],
  ['https://user:word@anilist.co/', 'address-extras'],
  ['https://anilist.co/?a=1', 'address-extras'],
  ['https://anilist.co/#a', 'address-extras'],
])('%s is refused with words', (text, reason) => {
  expect(() => checkBaseUrl(text)).toThrow(
    expect.objectContaining({
      failure: { code: 'invalid-input', reason, detail: expect.stringMatching(/\w{3,}/) },
    }),
  )
})
