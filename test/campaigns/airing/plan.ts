import fc from 'fast-check'
import { type AiringSettings, defaultAiringSettings } from '../../../src/shared/airing-settings'
import type { Status } from '../../../src/shared/status'

/** One title, the same on all accounts, with a broadcast every so often. */
export interface PlannedTitle {
  /** Minutes from the start of the weeks; may lie before it. */
  readonly firstAt: number
  readonly everyDays: number
  readonly firstEpisode: number
  readonly total: number | null
  readonly entries: readonly { readonly status: Status; readonly progress: number }[]
}

export type Action =
  | {
      readonly do: 'sleep'
      readonly minutes: number
      readonly words: number
      readonly still: boolean
    }
  | { readonly do: 'off'; readonly minutes: number }
  | {
      readonly do: 'break'
      readonly at: 'write' | 'before-toast' | 'after-toast'
      readonly n: number
    }
  | {
      readonly do: 'move'
      readonly title: number
      readonly nth: number
      readonly by: number | null
      /** An answer about the title tells it, or a list that has just been read. */
      readonly how: 'answer' | 'list'
    }
  | { readonly do: 'stale'; readonly title: number }
  | {
      readonly do: 'status'
      readonly title: number
      readonly entry: number
      readonly status: Status
    }
  | { readonly do: 'watch'; readonly title: number; readonly entry: number }
  | { readonly do: 'mute'; readonly title: number; readonly on: boolean }
  | { readonly do: 'delay'; readonly title: number; readonly minutes: number | null }
  | { readonly do: 'pause'; readonly minutes: number }
  | { readonly do: 'zone'; readonly zone: string }
  | { readonly do: 'clock'; readonly minutes: number }
  | { readonly do: 'settings'; readonly change: Partial<AiringSettings> }

export interface Plan {
  /** Unix ms. */
  readonly start: number
  readonly zone: string
  readonly settings: AiringSettings
  readonly titles: readonly PlannedTitle[]
  /** What happens, each after so many minutes from the start, in order. */
  readonly actions: readonly { readonly at: number; readonly action: Action }[]
}

/** How long things happen, in minutes; a few quiet days follow. */
export const weeksMinutes = 11 * 24 * 60
export const quietDays = 3
/** Broadcasts are known so far ahead, in minutes from the start. */
const horizon = 13 * 24 * 60

export const zones = [
  'Europe/Berlin',
  'Asia/Tokyo',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Auckland',
  'Asia/Kathmandu',
] as const

/** Days before the clocks change, north and south, forward and back; and one far from any. */
const starts = ['2026-03-05', '2026-03-25', '2026-04-01', '2026-09-24', '2026-10-20', '2026-07-01']

const zone = fc.constantFrom(...zones)
const hours = fc.integer({ min: 0, max: 1439 })
/** Few slots, so that some things happen at once. */
const slot = fc.constantFrom(0, 1, 30, 95, 600, 601, 1020, 1439)

const title: fc.Arbitrary<PlannedTitle> = fc.record({
  firstAt: fc
    .tuple(fc.integer({ min: -4, max: 9 }), slot)
    .map(([day, minutes]) => day * 1440 + minutes),
  everyDays: fc.constantFrom(7, 7, 7, 1, 3.5),
  firstEpisode: fc.constantFrom(1, 1, 5, 11),
  total: fc.constantFrom(null, 12, 12, 13),
  entries: fc.array(
    fc.record({
      status: fc.constantFrom<Status>(
        'current',
        'current',
        'current',
        'repeating',
        'planned',
        'dropped',
        'paused',
        'completed',
      ),
      progress: fc.constantFrom(0, 0, 1, 4, 5, 10, 12),
    }),
    { minLength: 1, maxLength: 2 },
  ),
})

const at = fc.integer({ min: 0, max: weeksMinutes })
const which = fc.nat(7)
const entry = fc.nat(1)

const disturbances: readonly fc.Arbitrary<Action>[] = [
  fc.record({
    do: fc.constant('sleep'),
    minutes: fc.integer({ min: 1, max: 3000 }),
    words: fc.nat(2),
    still: fc.boolean(),
  }),
  fc.record({ do: fc.constant('off'), minutes: fc.integer({ min: 0, max: 4000 }) }),
  fc.record({
    do: fc.constant('break'),
    at: fc.constantFrom('write', 'before-toast', 'after-toast'),
    n: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    do: fc.constant('move'),
    how: fc.constantFrom('answer' as const, 'list' as const),
    title: which,
    nth: fc.nat(3),
    by: fc.option<number>(fc.integer({ min: -900, max: 9000 }), { freq: 4 }),
  }),
  fc.record({ do: fc.constant('stale'), title: which }),
  fc.record({ do: fc.constant('pause'), minutes: fc.constantFrom(60, 60, 600, 0) }),
  fc.record({ do: fc.constant('zone'), zone }),
  fc.record({ do: fc.constant('clock'), minutes: fc.integer({ min: -1500, max: 1500 }) }),
]

const touches: readonly fc.Arbitrary<Action>[] = [
  fc.record({
    do: fc.constant('status'),
    title: which,
    entry,
    status: fc.constantFrom<Status>('current', 'dropped', 'paused', 'planned', 'completed'),
  }),
  fc.record({ do: fc.constant('watch'), title: which, entry }),
  fc.record({ do: fc.constant('mute'), title: which, on: fc.boolean() }),
  fc.record({
    do: fc.constant('delay'),
    title: which,
    minutes: fc.option<number>(fc.constantFrom(0, 45, 600)),
  }),
  fc.record({
    do: fc.constant('settings'),
    change: fc.oneof(
      fc.record({ quietHours: fc.boolean(), quietFrom: hours, quietTo: hours }),
      fc.record({ dailyDigest: fc.boolean(), dailyDigestAt: hours }),
    ),
  }),
]

const settings: fc.Arbitrary<AiringSettings> = fc.record({
  ...Object.fromEntries(
    Object.entries(defaultAiringSettings).map(([name, value]) => [name, fc.constant(value)]),
  ),
  notifyAiring: fc.constantFrom(true, true, true, true, true, true, true, false),
  notifyPremieres: fc.boolean(),
  notifyUpToDate: fc.constantFrom(false, false, true),
  notifyDelay: fc.constantFrom(0, 0, 0, 30, 1500),
  quietHours: fc.boolean(),
  quietFrom: fc.constantFrom(0, 90, 150, 1380),
  quietTo: fc.constantFrom(0, 120, 170, 480),
  dailyDigest: fc.constantFrom(false, false, true),
  dailyDigestAt: fc.constantFrom(0, 130, 1080),
}) as never

export const plans: fc.Arbitrary<Plan> = fc.record({
  start: fc
    .tuple(fc.constantFrom(...starts), fc.integer({ min: 0, max: 1439 }))
    .map(([day, minutes]) => Date.parse(`${day}T00:00:00Z`) + minutes * 60_000),
  zone,
  settings,
  titles: fc.array(title, { minLength: 1, maxLength: 8 }),
  actions: fc
    .tuple(
      fc.array(fc.tuple(at, fc.oneof(...disturbances)), { maxLength: 10 }),
      fc.array(fc.tuple(at, fc.oneof(...touches)), { maxLength: 5 }),
    )
    .map(([some, more]) =>
      [...some, ...more]
        .map(([minute, action]) => ({ at: minute, action }))
        .sort((a, b) => a.at - b.at),
    ),
})

/** The episodes of a title as they are planned at first: episode → Unix ms. */
export function broadcastsOf({ start }: Plan, { firstAt, firstEpisode, everyDays }: PlannedTitle) {
  const episodes = new Map<number, number>()
  for (let nth = 0; firstAt + nth * everyDays * 1440 <= horizon; nth += 1) {
    episodes.set(firstEpisode + nth, start + (firstAt + nth * everyDays * 1440) * 60_000)
  }
  return episodes
}
