import { describe, expect, test } from 'vitest'
import { baseUrlOf, identityHeaders } from '../../../../src/main/services/endpoints'
import type { Provider } from '../../../../src/main/providers/provider'
import { refusal } from './desk'

const provider = {
  id: 'anilist-v1',
  defaultBaseUrl: 'https://anilist.test/api/',
} as unknown as Provider
const named = (url?: string) => baseUrlOf(provider, { TSUZUKI_ANILIST_V1_URL: url })

describe('the address of a service', () => {
  test('is its own, unless the environment names another', () => {
    expect(named().href).toBe('https://anilist.test/api/')
    expect(named('').href).toBe('https://anilist.test/api/')
    expect(named('https://mine.test/v1/').href).toBe('https://mine.test/v1/')
  })

  test('is not the one that is named for another service', () => {
    const env = { TSUZUKI_ANILIST_URL: 'https://mine.test/' }

    expect(baseUrlOf(provider, env).href).toBe('https://anilist.test/api/')
  })

  test('gets the usual path where only an origin is named', () => {
    expect(named('https://mine.test').href).toBe('https://mine.test/api/')
    expect(named('http://127.0.0.1:8080').href).toBe('http://127.0.0.1:8080/api/')
  })

  test.each(['http://mine.test/', 'ftp://mine.test/', 'nonsense'])(
    'is refused where it would be sent in the clear, or is none: %s',
    async (url) => {
      expect(await refusal(() => named(url))).toMatchObject({ code: 'invalid-input' })
    },
  )
})

describe('how the app names itself', () => {
  const here = new URL('http://127.0.0.1:8080/api/')
  const there = new URL('https://anilist.test/api/')
  const product = { version: '1.2.3', homepage: 'https://tsuzuki.example/' }

  test('is by its version and its homepage', () => {
    expect(identityHeaders(product, there, false)).toEqual({
      'user-agent': 'Tsuzuki/1.2.3 (+https://tsuzuki.example/)',
    })
  })

  test('is by the homepage as Referer too, where one is wanted', () => {
    expect(identityHeaders(product, there, true)).toMatchObject({
      referer: 'https://tsuzuki.example/',
    })
  })

  test('without a homepage is not at all: who does not say who they are is locked out', async () => {
    const nameless = { ...product, homepage: '' }

    expect(await refusal(() => identityHeaders(nameless, there, false))).toEqual({
      code: 'blocked',
      reason: 'no-homepage',
    })
  })

  test('without a homepage is by the service itself on this machine', () => {
    const nameless = { ...product, homepage: '' }

    expect(identityHeaders(nameless, here, true)).toEqual({
      'user-agent': 'Tsuzuki/1.2.3 (+http://127.0.0.1:8080/)',
      referer: 'http://127.0.0.1:8080/',
    })
  })
})
