import { expect, test } from 'vitest'
import { proxyUrl } from '../../../../src/main/http/proxy'

test('no proxy is asked for by DIRECT and by nothing', () => {
  expect(proxyUrl('DIRECT')).toBeNull()
  expect(proxyUrl('')).toBeNull()
  expect(proxyUrl('direct; PROXY a:1')).toBeNull()
})

test('the first way that can be gone is gone', () => {
  expect(proxyUrl('PROXY proxy.example:3128; DIRECT')).toBe('http://proxy.example:3128')
  expect(proxyUrl('HTTPS proxy.example:443')).toBe('https://proxy.example:443')
  expect(proxyUrl('SOCKS5 a:1; PROXY b:2')).toBe('http://b:2')
  expect(proxyUrl('SOCKS5 a:1; DIRECT')).toBeNull()
})

test('a proxy of another kind is refused before anything is sent', () => {
  expect(() => proxyUrl('SOCKS5 a:1')).toThrow(expect.objectContaining({ kind: 'not-sent' }))
})
