import { expect, test } from 'vitest'
import { promiseOf, withPosts } from '../../../src/renderer/src/promise'
import type { SyncState } from '../../../src/shared/ipc/sync'
import type { BucketState, ServicePause } from '../../../src/shared/queue'
import { queueStatus } from './support/builders'

function anilist(pause: ServicePause | null, buckets: readonly BucketState[] = []) {
  return { service: 'anilist' as const, sandbox: false, buckets, pause }
}

const keys = (...args: Parameters<typeof promiseOf>) =>
  promiseOf(...args).parts.map(({ key }) => key)

test('says that all is saved when nothing waits', () => {
  expect(promiseOf(queueStatus(), 0)).toEqual({
    state: 'saved',
    parts: [{ key: 'promise.saved' }],
  })
})

test('counts what waits', () => {
  const { state, parts } = promiseOf(queueStatus({ waiting: 3 }), 0)

  expect(state).toBe('waiting')
  expect(parts).toEqual([{ key: 'promise.waiting', params: { n: 3 }, count: 3 }])
})

test('posts count like changes of the list', () => {
  const posts = (['waiting', 'waiting', 'sending', 'attention'] as const).map((state) => ({
    state,
  }))
  const status = withPosts(queueStatus({ waiting: 3 }), posts)

  expect(status).toMatchObject({ waiting: 5, sending: 1, attention: 1 })
  expect(promiseOf(withPosts(queueStatus(), posts.slice(0, 1)), 0)).toEqual({
    state: 'waiting',
    parts: [{ key: 'promise.waiting', params: { n: 1 }, count: 1 }],
  })
})

test('names what needs the user first', () => {
  const status = queueStatus({ waiting: 3, sending: 1, attention: 2 })

  expect(promiseOf(status, 0).state).toBe('attention')
  expect(keys(status, 0)).toEqual(['promise.attention', 'promise.sending', 'promise.waiting'])
})

test('a conflict is more urgent than anything else', () => {
  expect(promiseOf(queueStatus({ attention: 1, conflicts: 1 }), 0).state).toBe('conflict')
})

test('counts down a limit from the moment at which it was heard of', () => {
  const pause = { code: 'rate-limited', detail: null, goesOnInMs: 41_000 } as const
  const status = queueStatus({ waiting: 1, services: [anilist(pause)] })

  const part = promiseOf(status, 10_000).parts[1]

  expect(part).toEqual({ key: 'promise.limit', params: { service: 'AniList' }, inMs: 31_000 })
})

test('never counts below zero', () => {
  const pause = { code: 'rate-limited', detail: null, goesOnInMs: 1000 } as const
  const status = queueStatus({ waiting: 1, services: [anilist(pause)] })

  expect(promiseOf(status, 5000).parts[1]?.inMs).toBe(0)
})

test('a window that is full counts as a limit as long as something waits', () => {
  const full = { name: 'api', max: 30, windowMs: 60_000, used: 30, freeInMs: 12_000 }

  expect(keys(queueStatus({ waiting: 1, services: [anilist(null, [full])] }), 0)).toContain(
    'promise.limit',
  )
  expect(keys(queueStatus({ services: [anilist(null, [full])] }), 0)).toEqual(['promise.saved'])
})

test.each([
  ['offline', 'promise.offline'],
  ['outage', 'promise.outage'],
  ['signed-out', 'promise.signedOut'],
  ['blocked', 'promise.blocked'],
  ['bad-answer', 'promise.paused'],
] as const)('%s is said as %s', (code, key) => {
  const pause = { code, detail: null, goesOnInMs: null }

  expect(keys(queueStatus({ waiting: 1, services: [anilist(pause)] }), 0)).toContain(key)
})

test('on hold, it says so instead of what the services do', () => {
  const pause = { code: 'offline', detail: null, goesOnInMs: null } as const
  const status = queueStatus({ waiting: 1, held: true, services: [anilist(pause)] })

  expect(keys(status, 0)).toEqual(['promise.waiting', 'promise.held'])
})

const idle: SyncState = {
  accountId: 1,
  phase: 'idle',
  read: 0,
  syncedAt: null,
  failure: null,
  missing: 0,
}

test('tells how reading the list goes', () => {
  const reading = (state: Partial<SyncState>) =>
    keys(queueStatus(), 0, { state: { ...idle, ...state }, service: 'anilist' }).at(-1)

  expect(reading({})).toBe('promise.saved')
  expect(reading({ phase: 'reading', read: 200 })).toBe('promise.reading')
  expect(reading({ failure: { code: 'bad-answer' } })).toBe('promise.readFailed')
})

test('a fetch that lost too much asks for the user', () => {
  const asking = {
    state: { ...idle, phase: 'asking' as const, missing: 90 },
    service: 'anilist' as const,
  }

  expect(promiseOf(queueStatus(), 0, asking).state).toBe('attention')
})
