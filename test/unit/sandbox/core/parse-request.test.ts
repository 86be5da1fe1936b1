import { describe, expect, it } from 'vitest'
import {
  parametersOf,
  parseRequest,
  toSandboxRequest,
} from '../../../../src/sandbox/core/parse-request'

function parsed(body: string, type: string, path = '/api/user?page=2') {
  const headers = { 'content-type': type }
  return parseRequest({ service: 'anilist-v1', method: 'post', path, headers, body })
}

describe('a request', () => {
  it.each([
    ['/anilist/', 'anilist', '/'],
    ['/anilist', 'anilist', '/'],
    ['/anilist-v1/api/user?page=1', 'anilist-v1', '/api/user?page=1'],
    ['http://127.0.0.1:4010/anisearch/v1/my/profile', 'anisearch', '/v1/my/profile'],
    ['/admin/faults', 'admin', '/faults'],
  ])('to %s belongs to %s', (url, service, path) => {
    const found = toSandboxRequest({ method: 'get', url, headers: {}, body: '' })
    expect(found).toMatchObject({ service, path, method: 'GET' })
  })

  it('to any other folder belongs to nobody', () => {
    for (const url of ['/', '/anilistx/', '/etc/passwd']) {
      expect(toSandboxRequest({ method: 'GET', url, headers: {}, body: '' })).toBeNull()
    }
  })

  it('loses the slashes around its path', () => {
    expect(parsed('', '', '//api/user/').path).toBe('api/user')
  })

  it('has its fields in the query, in a form, or in JSON', () => {
    const form = 'application/x-www-form-urlencoded'
    expect(parametersOf(parsed('', form)).get('page')).toBe('2')
    expect(parametersOf(parsed('notes=a+b%26c', form)).get('notes')).toBe('a b&c')
    expect(parametersOf(parsed('{"code":"x"}', 'application/json')).get('code')).toBe('x')
  })

  it('is read as without fields when its JSON is broken', () => {
    expect([...parametersOf(parsed('{"co', 'application/json', '/'))]).toEqual([])
  })
})
