import { serveSandbox } from '../../../src/sandbox/http'
import { createSandbox } from '../../../src/sandbox/sandbox'
import { createCatalogue } from '../../../src/sandbox/world/catalogue'
import type { ListEntry } from '../../../src/sandbox/world/entry'
import type { ServiceId } from '../../../src/shared/service'
import { mediaIdOf } from '../../support/there'
import type { TitleKey } from '../../../src/shared/media'
import { createSharedClock } from './clock'
import type { Values } from './words'

export type Service = Awaited<ReturnType<typeof startService>>

/** A service over real sockets, with somebody who notices what comes twice. */
export async function startService(service: ServiceId, epochMs: number, factor: number) {
  const clock = createSharedClock(epochMs, factor)
  const catalogue = createCatalogue({ anime: 30, manga: 20, wall: clock.wall() })
  const twice: string[] = []
  let isWatched = false
  const newest = new Map<string, number>()
  let onArrival: (moment: 'before' | 'after') => void = () => undefined
  const sandbox = createSandbox({
    clock,
    catalogue,
    entries: { anime: 16, manga: 8 },
    services: [service],
    others: 0,
    tokenLifetimeMs: 1e15,
    behaviour: { completionDate: 'never' },
    onChange: (_service, table, _key, row) => {
      if (table === 'entries' && row) seen(row as ListEntry)
    },
  })
  const server = await serveSandbox({
    ...sandbox,
    async handle(request) {
      onArrival('before')
      const answer = await sandbox.handle(request)
      onArrival('after')
      return answer
    },
  })

  /** Edits set ever higher numbers: a lower one is an edit that came again after a later one. */
  function seen({ mediaId, progress, notes }: ListEntry) {
    if (!isWatched) return
    for (const [field, value] of Object.entries({ progress, notes: Number(notes) || 0 })) {
      const name = `${mediaId} ${field}`
      const before = newest.get(name) ?? 0
      if (value >= firstNumber && value < before) twice.push(`${name}: ${value} after ${before}`)
      newest.set(name, Math.max(before, value))
    }
  }

  return {
    token: sandbox.accounts[service]?.token ?? '',
    env: envOf(server.origin),
    twice,
    watch: () => void (isWatched = true),
    /** Hears of each request, before it is done and after. */
    onArrival: (listener: typeof onArrival) => void (onArrival = listener),
    /** The list as the service has it, `null` for what is not on it. */
    valuesOf(title: TitleKey): Values | null {
      const entry = sandbox.inspect.entry(service, mediaIdOf(catalogue, service, title))
      return entry ? { progress: entry.progress, notes: entry.notes ?? '' } : null
    },
    /** Another device gives a title a score; answers it, or `null` where the title is not on the list. */
    score(title: TitleKey, score: number): void {
      const mediaId = mediaIdOf(catalogue, service, title)
      if (!sandbox.inspect.entry(service, mediaId)) return
      sandbox.control.remoteEdit(service, mediaId, { score })
    },
    scoreOf: (title: TitleKey) =>
      sandbox.inspect.entry(service, mediaIdOf(catalogue, service, title))?.score,
    /** How often each text was posted. */
    posted(): ReadonlyMap<string, number> {
      const counts = new Map<string, number>()
      for (const { text } of sandbox.inspect.social(service).activities.table.rows()) {
        counts.set(text, (counts.get(text) ?? 0) + 1)
      }
      return counts
    },
    violations: () => sandbox.inspect.violations(service),
    close: () => server.close(),
  }
}

/** What the seeded lists hold is smaller. */
export const firstNumber = 100_000

function envOf(origin: string) {
  return {
    TSUZUKI_ANILIST_URL: `${origin}anilist/`,
    TSUZUKI_ANILIST_V1_URL: `${origin}anilist-v1/api/`,
    TSUZUKI_ANISEARCH_URL: `${origin}anisearch/v1/`,
  }
}
