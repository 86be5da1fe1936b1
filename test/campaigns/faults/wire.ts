import { TransportError, type HttpRequest, type Transport } from '../../../src/main/http/transport'
import { isFault, type SandboxAnswer } from '../../../src/sandbox/core/wire'
import type { Sandbox } from '../../../src/sandbox/sandbox'
import type { ListEntry } from '../../../src/sandbox/world/entry'
import { wait, type Clock } from '../../../src/shared/clock'
import type { ServiceId } from '../../../src/shared/service'
import { memoryUrls } from '../../support/sandbox-transport'
import type { Expected } from './expected'
import { seenThere } from './fields'

interface Options {
  sandbox: Sandbox
  service: ServiceId
  /** The true time. */
  clock: Clock
  cast: readonly Title[]
  expected: Expected
}

/** A title of the story: the sandbox's number of it, and the one that the service goes by. */
export interface Title {
  readonly mediaId: number
  readonly serviceId: number
  readonly kind: 'anime' | 'manga'
}

/** Faults after which the app knows what became of a write; `null`: there was none. */
const tellingFaults = new Set<string | null>([
  null,
  '429',
  '403-disabled',
  'token-expired',
  'refused',
])

/**
 * The wire between app and service, with somebody who watches it: what each request changed, what
 * each answer told, and whether anything left that the app had been told not to send.
 */
export function createWire({ sandbox, service, clock, cast, expected }: Options) {
  /** When the app was told to leave a limit alone, and until when; true time in ms. */
  const pauses = new Map<string, { readonly toldAt: number; readonly until: number }>()
  let insideRetryAfter = 0
  /** Writes of each title that nobody answered for yet, and when the latest left. */
  const writes = cast.map(() => ({ open: 0, leftAt: -Infinity }))

  /** Stays when the title is gone: what is asked of it then is about it all the same. */
  const entryIds: (number | undefined)[] = []

  function entriesNow() {
    const entries = cast.map(({ mediaId }) => sandbox.inspect.entry(service, mediaId))
    for (const [title, entry] of entries.entries()) if (entry) entryIds[title] = entry.id
    return entries
  }

  function watch(
    before: readonly (ListEntry | undefined)[],
    intents: ReturnType<Expected['intents']>,
  ) {
    const leaving = { at: clock.monotonic(), intents }
    return [...entriesNow().entries()]
      .filter(([title, entry]) => entry !== before[title])
      .map(([title, entry]) => ({
        title,
        settle: expected.applied(title, seenThere(entry), leaving),
      }))
  }

  function send(request: HttpRequest) {
    const { method, headers, body = '' } = request
    const path = request.url.slice(memoryUrls[service].length)
    const before = entriesNow()
    const intents = expected.intents()
    const arrivals = sandbox.inspect.arrivals(service).length
    const answer = sandbox.handle({ service, method, path, headers, body })
    const arrival = sandbox.inspect.arrivals(service)[arrivals]
    const settlements = watch(before, intents)
    const pause = pauses.get(arrival?.bucket ?? '')
    const now = clock.monotonic()
    // What left at the very moment of the answer could not know of it.
    if (pause && pause.toldAt < now && now < pause.until) insideRetryAfter += 1
    const after = entriesNow()
    const isWrite = arrival?.write === true
    const titles = isWrite ? written(cast, entryIds, path, body) : read(cast, path, body)
    const all = titles.map((title) => {
      return { title, seen: seenThere(after[title]), crosses: writes[title]?.open !== 0 }
    })
    // What changed lately tells nothing of what it does not show.
    const told = /UPDATED_TIME/.test(body) ? all.filter(({ seen }) => seen !== null) : all
    if (isWrite) for (const title of titles) wrote(title, 1)
    if (isWrite && !tellingFaults.has(arrival.fault)) {
      const lost = titles.filter((title) => settlements.every((one) => one.title !== title))
      for (const title of lost) expected.lost(title, intents[title] ?? null)
    }
    const ended = () => void (isWrite && titles.forEach((title) => wrote(title, -1)))
    return { answer, arrival, told, settlements, ended, isWrite, at: clock.monotonic() }
  }

  function wrote(title: number, by: 1 | -1) {
    const { open, leftAt } = writes[title] ?? { open: 0, leftAt: 0 }
    writes[title] = { open: open + by, leftAt: by > 0 ? clock.monotonic() : leftAt }
  }

  /** A way to the service for one process: nothing comes back to one that is dead. */
  function newTransport(isAlive: () => boolean): Transport {
    return async (request) => {
      if (!isAlive()) return new Promise(() => {})
      // The story is of one service; what another one is asked, such as when episodes air, is not.
      if (!request.url.startsWith(memoryUrls[service])) {
        throw new TransportError('not-sent', `Nobody lives at ${request.url}`)
      }
      const { answer, arrival, told, settlements, ended, isWrite, at } = send(request)
      const got = await Promise.race([
        answer,
        wait(clock, request.timeoutMs).then(() => 'late' as const),
      ])
      if (!isAlive()) return new Promise(() => {})
      if (request.signal?.aborted) throw new TransportError('cancelled', 'cancelled')
      if (got !== 'late' && isFault(got) && got.fault === 'hang') {
        await wait(clock, Math.max(0, at + request.timeoutMs - clock.monotonic()))
        if (!isAlive()) return new Promise(() => {})
      }
      ended()
      const reply = toReply(got)
      const isTrue = arrival?.fault === null || arrival?.fault === 'delay'
      const tells = reply.status === 200 || (isWrite && reply.status === 404)
      if (tells && isTrue && arrival.verdict === 'ok') {
        for (const { settle } of settlements) settle()
        for (const { title, seen, crosses } of told) {
          // What crosses a write may or may not show it: the app does not go by it.
          const isClear = !crosses && (writes[title]?.leftAt ?? 0) < at
          if (isWrite || isClear) expected.known(title, seen, at)
        }
      }
      const retryAfter = Number(reply.headers['retry-after'] ?? NaN)
      if (reply.status === 429 && arrival?.bucket && retryAfter > 0) {
        const told = { toldAt: clock.monotonic(), until: at + retryAfter * 1000 }
        if (told.until > (pauses.get(arrival.bucket)?.until ?? 0)) pauses.set(arrival.bucket, told)
      }
      return reply
    }
  }

  return {
    /** The app was killed: nobody waits for its writes any more. */
    forget: () =>
      void writes.forEach((_, title) => (writes[title] = { open: 0, leftAt: -Infinity })),
    newTransport,
    insideRetryAfter: () => insideRetryAfter,
  }
}

function toReply(got: SandboxAnswer | 'late') {
  if (got === 'late') throw new TransportError('lost', 'too late')
  if (isFault(got)) {
    throw new TransportError(got.fault === 'refused' ? 'not-sent' : 'lost', got.fault)
  }
  const text = typeof got.body === 'string' ? got.body : Buffer.from(got.body).toString()
  const lower = Object.entries(got.headers).map(([name, value]) => [name.toLowerCase(), value])
  return {
    status: got.status,
    headers: Object.fromEntries(lower) as Record<string, string>,
    text,
  }
}

/** Titles of which the answer to a read tells how they are: those asked for by name, or a whole kind. */
function read(cast: readonly Title[], path: string, body: string): readonly number[] {
  // Other questions are about titles, and tell nothing of the list.
  const isList = /query MediaList/.test(body) || /animelist|mangalist|my\/.*ratings/.test(path)
  if (!isList) return []
  const ids = /"mediaIds":\[([\d,]*)\]/.exec(body)?.[1] ?? /(\d+)\/ratings/.exec(path)?.[1]
  const named = ids?.split(',').map(Number)
  const kind = (/anime|manga/.exec(path) ?? /"type":"(ANIME|MANGA)"/.exec(body))?.at(-1)
  return indexes(
    cast,
    (title) =>
      (named?.includes(title.serviceId) ?? true) && (title.kind === kind?.toLowerCase() || !kind),
  )
}

/** Titles that a write is about. */
function written(
  cast: readonly Title[],
  entryIds: readonly (number | undefined)[],
  path: string,
  body: string,
): readonly number[] {
  const numbers = [
    ...body.matchAll(/"mediaId\d*":(\d+)/g),
    ...path.matchAll(/(?:anime|manga)(?:list)?\/(\d+)/g),
    ...body.matchAll(/(?:^|&)id=(\d+)/g),
  ].map(([, number]) => Number(number))
  const kind = /(anime|manga)/.exec(path)?.[1]
  const entries = [...body.matchAll(/"ids?\d*":\[?([\d,]+)/g)].flatMap(([, ids]) =>
    (ids ?? '').split(',').map(Number),
  )
  return indexes(
    cast,
    (title, index) =>
      entries.includes(entryIds[index] ?? -1) ||
      (numbers.includes(title.serviceId) && (kind === undefined || kind === title.kind)),
  )
}

function indexes(
  cast: readonly Title[],
  fits: (title: Title, index: number) => boolean,
): readonly number[] {
  return cast.flatMap((title, index) => (fits(title, index) ? [index] : []))
}
