import fc from 'fast-check'
import type { FaultRequest } from '../../../src/sandbox/core/faults'
import { serviceIds, type ServiceId } from '../../../src/shared/service'
import type { TouchPatch } from './fields'

/** One step of a story. Titles are numbers into the story's own small cast. */
export type Command =
  | { readonly do: 'edit'; readonly title: number; readonly patch: TouchPatch }
  | { readonly do: 'edit-many'; readonly titles: readonly number[]; readonly patch: TouchPatch }
  | { readonly do: 'remove' | 'send-now'; readonly title: number }
  | { readonly do: 'undo' | 'sync' | 'sync-whole' | 'hold' | 'release' | 'sign-in' | 'crash' }
  | { readonly do: 'quit' | 'reboot' | 'offline' | 'online' }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'jump'; readonly ms: number }
  | { readonly do: 'remote'; readonly title: number; readonly patch: TouchPatch | null }
  | { readonly do: 'fault'; readonly fault: Omit<FaultRequest, 'service'> }

export interface Story {
  readonly service: ServiceId
  /** How every clash is decided at the end. */
  readonly rule: 'mine' | 'theirs'
  /** Longest answer in ms; the shortest is 20. */
  readonly latency: number
  readonly commands: readonly Command[]
}

/** Titles 0–7 are on the list at first, 8–11 are not. */
export const castSize = 12
export const listedAtFirst = 8

const title = fc.nat(castSize - 1)
// Few values, so that both sides often mean the same thing.
const patch: fc.Arbitrary<TouchPatch> = fc
  .record(
    {
      status: fc.constantFrom('current', 'completed', 'paused', 'dropped', 'planned'),
      score: fc.constantFrom(null, 50, 70, 100),
      progress: fc.nat(4),
      repeats: fc.nat(2),
      notes: fc.constantFrom('', 'a note', 'お茶'),
    },
    { requiredKeys: [] },
  )
  .filter((given) => Object.keys(given).length > 0)

const wait = fc.constantFrom(100, 900, 2_900, 3_200, 8_000, 40_000, 130_000, 310_000, 4_000_000)

const fault: fc.Arbitrary<Omit<FaultRequest, 'service'>> = fc
  .record({
    kind: fc.oneof(
      {
        arbitrary: fc.constantFrom('drop', 'drop-after', 'half', 'silence', 'silence-after'),
        weight: 5,
      },
      { arbitrary: fc.constantFrom('delay', 'html', 'status', 'graphql-error'), weight: 4 },
      { arbitrary: fc.constantFrom('429', '403-disabled', 'token-expired', 'refused'), weight: 4 },
    ),
    write: fc.constantFrom(undefined, true, true, false),
    times: fc.integer({ min: 1, max: 3 }),
    skip: fc.nat(2),
    status: fc.constantFrom(500, 502, 503, 422, 400),
    delayMs: fc.constantFrom(2_000, 20_000, 50_000),
    retryAfter: fc.constantFrom(null, 1, 30, 90, 100_000),
    apply: fc.boolean(),
  })
  .map(({ kind, write, times, skip, status, delayMs, retryAfter, apply }) => ({
    kind,
    match: { ...(write === undefined ? {} : { write }), skip },
    times,
    ...(kind === 'status' ? { status, apply: status >= 500 && apply } : {}),
    ...(kind === 'html' ? { apply } : {}),
    ...(kind === 'delay' ? { delayMs } : {}),
    ...(kind === '429' ? { retryAfter } : {}),
  }))

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant('edit' as const), title, patch }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('edit-many' as const),
      titles: fc.uniqueArray(title, { minLength: 2, maxLength: 6 }),
      patch,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('remove' as const), title }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('send-now' as const), title }) },
  {
    weight: 9,
    arbitrary: fc.record({
      do: fc.constantFrom(
        ...(['undo', 'undo', 'sync', 'sync-whole', 'hold', 'release', 'sign-in'] as const),
        ...(['crash', 'crash', 'quit', 'reboot', 'offline', 'online', 'online'] as const),
      ),
    }),
  },
  { weight: 12, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: wait }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('jump' as const),
      ms: fc.constantFrom(-1, 1).map((way) => way * 3 * 86_400_000),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('remote' as const),
      title,
      patch: fc.option(patch, { freq: 6 }),
    }),
  },
  { weight: 7, arbitrary: fault.map((given) => ({ do: 'fault' as const, fault: given })) },
)

export const story: fc.Arbitrary<Story> = fc.record({
  service: fc.constantFrom(...serviceIds),
  rule: fc.constantFrom('mine', 'theirs'),
  latency: fc.constantFrom(20, 300, 1_800),
  commands: fc.array(command, { maxLength: 30, size: 'max' }),
})
