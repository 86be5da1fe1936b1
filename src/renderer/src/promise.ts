import type { EntryState } from '../../shared/entry'
import type { QueueStatus, ServiceState } from '../../shared/queue'
import type { SyncState } from '../../shared/ipc/sync'
import type { WaitingPost } from '../../shared/community/post'
import { type ServiceId, serviceNames } from '../../shared/service'

/** A part of the line at the bottom: a key of the messages and what it needs. */
export interface PromisePart {
  readonly key: string
  readonly params?: Readonly<Record<string, string | number>>
  /** For plurals. */
  readonly count?: number
  /** ms until it goes on, to be worded as `time`. */
  readonly inMs?: number
}

export interface Promised {
  readonly state: EntryState
  readonly parts: readonly PromisePart[]
}

/**
 * What the queue promises, worked out of its numbers, and how reading the list goes.
 * @param elapsedMs since the numbers were heard
 */
export function promiseOf(
  status: QueueStatus,
  elapsedMs: number,
  reading: { readonly state: SyncState; readonly service: ServiceId } | null = null,
): Promised {
  const counts: PromisePart[] = [
    part('attention', status.attention),
    part('conflicts', status.conflicts),
    part('sending', status.sending),
    part('waiting', status.waiting),
  ].filter((each) => each.count)
  const pauses = status.held
    ? [{ key: 'promise.held' }]
    : status.services.flatMap((service) => pauseOf(service, status, elapsedMs) ?? [])
  const parts = counts.length > 0 ? counts : [{ key: 'promise.saved' }]
  return {
    state: reading?.state.phase === 'asking' ? 'attention' : stateOf(status),
    parts: [...parts, ...pauses, ...(reading ? readingOf(reading.state, reading.service) : [])],
  }
}

/** The same numbers with the posts that wait: the queue is one, whatever is in it. */
export function withPosts(
  status: QueueStatus,
  posts: readonly Pick<WaitingPost, 'state'>[],
): QueueStatus {
  const count = (state: WaitingPost['state']) => posts.filter((post) => post.state === state).length
  return {
    ...status,
    waiting: status.waiting + count('waiting'),
    sending: status.sending + count('sending'),
    attention: status.attention + count('attention'),
  }
}

function readingOf(state: SyncState, service: ServiceId): PromisePart[] {
  const params = { service: serviceNames[service], n: state.read }
  if (state.phase === 'asking') return [{ key: 'promise.asking', params }]
  if (state.phase === 'reading') return [{ key: 'promise.reading', params }]
  return state.failure ? [{ key: 'promise.readFailed', params }] : []
}

function part(name: string, count: number): PromisePart {
  return { key: `promise.${name}`, params: { n: count }, count }
}

function stateOf(status: QueueStatus): EntryState {
  if (status.conflicts > 0) return 'conflict'
  if (status.attention > 0) return 'attention'
  if (status.sending > 0) return 'sending'
  return status.waiting > 0 ? 'waiting' : 'saved'
}

const pauseKeys: Readonly<Record<string, string>> = {
  'rate-limited': 'promise.limit',
  offline: 'promise.offline',
  'outcome-unknown': 'promise.offline',
  outage: 'promise.outage',
  'signed-out': 'promise.signedOut',
  scope: 'promise.signedOut',
  blocked: 'promise.blocked',
}

function pauseOf(state: ServiceState, status: QueueStatus, elapsedMs: number): PromisePart | null {
  const params = { service: serviceNames[state.service] }
  const full = state.buckets.filter(
    ({ used, max, freeInMs }) => used >= max && (freeInMs === null || freeInMs > 0),
  )
  const times = full.map(({ freeInMs }) => freeInMs)
  const freeInMs = times.includes(null) ? null : Math.max(0, ...times.map(Number))
  if (state.pause) {
    const { code, goesOnInMs } = state.pause
    const inMs = code === 'rate-limited' ? Math.max(goesOnInMs ?? 0, freeInMs ?? 0) : goesOnInMs
    return { key: pauseKeys[code] ?? 'promise.paused', params, ...left(inMs, elapsedMs) }
  }
  if (full.length === 0 || status.waiting === 0) return null
  return { key: 'promise.limit', params, ...left(freeInMs, elapsedMs) }
}

function left(inMs: number | null, elapsedMs: number) {
  return inMs === null ? {} : { inMs: Math.max(0, inMs - elapsedMs) }
}
