import { type Failure, toFailure } from '../../../shared/failure'
import { mediaKinds, type MediaKind } from '../../../shared/media'
import { type Estimate, needMs } from '../../backup/difference/estimate'
import type { Wanted } from '../../backup/thread/wanted'
import { communityOf } from '../../providers/community'
import type { MediaRecord, Provider, ServiceCall } from '../../providers/provider'
import type { Realm } from '../../queue/realm'
import type { TakeTitles } from './take-titles'

type Call = ServiceCall<readonly MediaRecord[]>

/** Nobody waits longer than this for a limit: what a service gives once a day may have to wait. */
const mostWaitMs = 10 * 60_000

/** What asking a service for titles would take; `null` where it cannot be asked or need not be. */
export function askingCost(realm: Realm, wanted: Wanted): Estimate | null {
  const calls = callsFor(realm, wanted)
  if (calls.length === 0) return null
  const byBucket = Map.groupBy(calls, ({ bucket }) => bucket)
  const times = [...byBucket].map(([name, those]) => {
    const limits = realm.provider.buckets[name]
    return limits === undefined ? 0 : needMs(those.length, limits)
  })
  return { requests: calls.length, ms: Math.max(...times) }
}

/** Asks a service for titles, request by request; answers what stopped it, `null` for nothing. */
export function createAsking(take: TakeTitles) {
  return async function ask(
    realm: Realm,
    account: number,
    wanted: Wanted,
    run: { readonly signal: AbortSignal; progress(done: number, total: number): void },
  ): Promise<Failure | null> {
    const calls = callsFor(realm, wanted)
    const at = { priority: 'import', account, impatient: true, signal: run.signal } as const
    try {
      for (const [index, call] of calls.entries()) {
        run.progress(index, calls.length)
        // What was found stays found when a later request fails.
        await take(realm.id, await realm.execute.run(call, at))
      }
      return null
    } catch (error) {
      return toFailure(error)
    }
  }
}

function callsFor({ provider, gate }: Realm, { malIds, names }: Wanted): Call[] {
  const { titlesByMalId: byMalId } = provider
  const byName = provider.titlesByName ?? oneByOne(provider)
  const calls = mediaKinds.flatMap((kind) => [
    ...(byMalId ? portions(malIds[kind], byMalId.size).map((ids) => byMalId.call(kind, ids)) : []),
    ...(byName?.kinds?.includes(kind) === false || !byName
      ? []
      : portions(names[kind], byName.size).map((some) => byName.call(kind, some))),
  ])
  const busy = gate.states().filter(({ freeInMs }) => (freeInMs ?? Infinity) > mostWaitMs)
  return withinDay(calls, provider).filter(
    ({ bucket }) => !busy.some(({ name }) => name === bucket),
  )
}

/** Of what a service gives once in a long time only the first is asked for now. */
function withinDay(calls: readonly Call[], { buckets }: Provider): Call[] {
  return calls.filter(({ bucket }, at) => {
    const isFirst = calls.findIndex((call) => call.bucket === bucket) === at
    const windows = buckets[bucket]?.windows ?? []
    return isFirst || windows.every(({ ms }) => ms <= mostWaitMs)
  })
}

/** The search of the service, a name at a time. */
function oneByOne(provider: Provider): Provider['titlesByName'] {
  const community = communityOf(provider)
  if (community === null || !provider.capabilities.searchesMedia) return undefined
  return {
    size: 1,
    call(kind: MediaKind, [name = '']: readonly string[]): Call {
      const { parse, ...call } = community.search(kind, name, 1)
      return {
        ...call,
        parse(answer) {
          const { titles, mentioned } = parse(answer)
          return [...titles, ...mentioned]
        },
      }
    },
  }
}

function portions<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  )
}
