import { describe, expect, it } from 'vitest'
import { createFaults } from '../../../../src/sandbox/core/faults'
import type { ParsedRequest, Route } from '../../../../src/sandbox/core/wire'

const request: ParsedRequest = {
  method: 'PUT',
  path: 'my/anime/1/ratings',
  query: new URLSearchParams(),
  headers: {},
  body: '{"status":"completed"}',
}
const route: Route = { name: 'PUT my/{mediaType}/{id}/ratings', bucket: 'put', write: true }

describe('faults on request', () => {
  it('hit as often as asked, then no more', () => {
    const faults = createFaults()
    faults.add({ service: 'anisearch', kind: 'drop', times: 2 })
    const hits = [1, 2, 3].map(() => faults.take('anisearch', request, route)?.kind)
    expect(hits).toEqual(['drop', 'drop', undefined])
  })

  it('hit until taken away when no number is wanted', () => {
    const faults = createFaults()
    const id = faults.add({ service: 'anisearch', kind: 'drop', times: 0 })
    for (let at = 0; at < 20; at++) expect(faults.take('anisearch', request, route)).toBeDefined()
    faults.remove(id)
    expect(faults.take('anisearch', request, route)).toBeUndefined()
  })

  it('leave other services alone', () => {
    const faults = createFaults()
    faults.add({ service: 'anilist', kind: 'drop' })
    expect(faults.take('anisearch', request, route)).toBeUndefined()
  })

  it.each([
    [{ route: 'PUT my' }, true],
    [{ route: 'GET my' }, false],
    [{ method: 'PUT' }, true],
    [{ method: 'GET' }, false],
    [{ body: 'completed' }, true],
    [{ body: 'dropped' }, false],
    [{ write: true }, true],
    [{ write: false }, false],
    [{ method: 'PUT', body: 'dropped' }, false],
  ])('choose requests by %j: %s', (match, isHit) => {
    const faults = createFaults()
    faults.add({ service: 'anisearch', kind: 'drop', match })
    expect(faults.take('anisearch', request, route) !== undefined).toBe(isHit)
  })

  it('let the first ones pass', () => {
    const faults = createFaults()
    faults.add({ service: 'anisearch', kind: 'drop', match: { skip: 2 } })
    const hits = [1, 2, 3].map(() => faults.take('anisearch', request, route)?.kind)
    expect(hits).toEqual([undefined, undefined, 'drop'])
  })

  it('refuse a kind that does not exist', () => {
    const faults = createFaults()
    const wrong = { service: 'anilist', kind: 'explode' } as never
    expect(() => faults.add(wrong)).toThrow('Invalid option')
  })
})
