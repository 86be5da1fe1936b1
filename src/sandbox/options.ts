import type { Clock } from '../shared/clock'
import { serviceIds, type ServiceId } from '../shared/service'
import type { Behaviour } from './behaviour'
import type { LimitRule } from './core/limits'
import { createRandom, randomText } from './core/random'
import type { Catalogue } from './world/catalogue'
import type { SeriesType } from './world/series'
import type { Title } from './world/titles'
import type { ScoreFormat } from './world/user'

export type EntryCounts = Readonly<Record<SeriesType, number>>

export interface SandboxOptions {
  clock: Clock
  /** Numbers in [0, 1) for tokens; the same numbers give the same tokens. */
  random?: () => number
  /** Of titles and lists. */
  seed?: number
  services?: readonly ServiceId[]
  /** Entries on the main user's list of each service: both types, or 8 anime to 3 manga. */
  entries?: number | EntryCounts
  /** Real titles, as `readTitles` gives them. */
  titles?: readonly Title[]
  /** A catalogue made before, to be shared by many sandboxes. */
  catalogue?: Catalogue
  scoreFormat?: ScoreFormat
  /** Whether the main user lets adult titles be shown. */
  adult?: boolean
  /** People besides the main user, up to 11. */
  others?: number
  behaviour?: Partial<Behaviour>
  /** Changes to the documented limits, by service and bucket. */
  limits?: Partial<Record<ServiceId, Record<string, Partial<LimitRule>>>>
  /** How long each answer takes, in ms on the clock. */
  latencyMs?: () => number
  /** Lifetime of the hourly access tokens of AniList v1 and aniSearch, in ms. */
  tokenLifetimeMs?: number
  secret?: string
  /** Hears of each change of a record; `row` is null when it was removed. */
  onChange?: (service: ServiceId, table: string, key: string, row: unknown) => void
  /** Makes what was changed last; called before each answer leaves. */
  flush?: () => void
  /** The records of an earlier run; null where there are none. */
  kept?: (service: ServiceId, table: string) => readonly unknown[] | null
}

export type FullOptions = Required<Omit<SandboxOptions, 'catalogue' | 'entries' | 'scoreFormat'>> &
  Pick<SandboxOptions, 'catalogue' | 'scoreFormat'> & { entries: EntryCounts }

/** What *try it* starts with. */
const usualEntries: EntryCounts = { anime: 320, manga: 120 }

export function withDefaults(options: SandboxOptions): FullOptions {
  const random = options.random ?? createRandom(options.seed ?? 1)
  return {
    random,
    seed: 1,
    services: serviceIds,
    titles: [],
    adult: false,
    others: 11,
    behaviour: {},
    limits: {},
    latencyMs: () => 0,
    tokenLifetimeMs: 3600 * 1000,
    onChange: () => undefined,
    flush: () => undefined,
    kept: () => null,
    ...options,
    secret: options.secret ?? randomText(random, 32),
    entries: countsOf(options.entries),
  }
}

function countsOf(entries: number | EntryCounts | undefined): EntryCounts {
  if (entries === undefined) return usualEntries
  if (typeof entries !== 'number') return entries
  const manga = Math.floor((entries * 3) / 11)
  return { anime: entries - manga, manga }
}
