import fc from 'fast-check'
import type { HttpAnswer } from '../../../../src/main/http/transport'

/** So many for each parser, the same ones each time. */
export const runs = { numRuns: 1_000, seed: 23 }

/** The value with what stands at the n-th place replaced. */
function broken(value: unknown, place: { left: number }, by: unknown): unknown {
  if (place.left-- === 0) return by
  if (Array.isArray(value)) return value.map((item) => broken(item, place, by))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, broken(member, place, by)]),
  )
}

/** How many places a value has. */
function placesIn(value: unknown): number {
  const members = typeof value === 'object' && value !== null ? Object.values(value) : []
  return members.reduce<number>((sum, member) => sum + placesIn(member), 1)
}

/** The same with at most two items in each list, so that breaking it a thousand times is quick. */
export function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 2).map(shortened)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shortened(member)]))
}

const deep = fc.nat(20_000).map((depth) => '['.repeat(depth) + ']'.repeat(depth))
const deepObject = fc.nat(5_000).map((depth) => `${'{"data":'.repeat(depth)}1${'}'.repeat(depth)}`)
/** More than any screen shows, flat and well formed. */
const huge = fc.constantFrom(
  JSON.stringify(Array.from({ length: 20_000 }, (_, index) => index)),
  JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`key ${at}`, at]))),
  JSON.stringify({ data: 'x'.repeat(200_000), error: 'y'.repeat(200_000) }),
  `"${'z'.repeat(300_000)}"`,
)
const anything = fc.oneof(
  { weight: 3, arbitrary: fc.json({ maxDepth: 6 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: deep },
  { weight: 1, arbitrary: deepObject },
  { weight: 1, arbitrary: huge },
)
const headers = fc.dictionary(
  fc.constantFrom('retry-after', 'date', 'x-ratelimit-reset', 'x-ratelimit-limit'),
  fc.string({ maxLength: 30 }),
)

// Drawn once and then only picked from: a hundred parsers are fed a thousand times each.
const pool = { numRuns: 500, seed: 23 }
const someHeaders = fc.constantFrom(...fc.sample(headers, pool))
const someNoise = fc.constantFrom(...fc.sample(anything, pool))
const someOdd = fc.constantFrom<unknown>(
  ...fc.sample(fc.jsonValue({ maxDepth: 3 }), pool),
  ...[null, '', [], {}, -1, 0, 1e308, 'x'.repeat(5_000), { id: 1 }, [null]],
)

/** Answers like the good ones, broken in one place, cut, or of another kind altogether. */
export function hostileAnswers(good: readonly unknown[]): fc.Arbitrary<HttpAnswer> {
  const places = good.map(placesIn)
  const texts = good.map((value) => JSON.stringify(value))
  const which = fc.nat(good.length - 1)
  const brokenGood = fc.tuple(which, fc.nat(), someOdd).map(([at, place, by]) => {
    const left = place % (places[at] ?? 1)
    return JSON.stringify(broken(good[at], { left }, by)) ?? ''
  })
  const cutGood = fc.tuple(which, fc.nat(400)).map(([at, length]) => texts[at]?.slice(0, length))
  return fc.record({
    status: fc.oneof(
      { weight: 4, arbitrary: fc.constant(200) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 999 }) },
    ),
    headers: someHeaders,
    text: fc.oneof(
      { weight: 6, arbitrary: brokenGood },
      { weight: 1, arbitrary: cutGood.map((text) => text ?? '') },
      { weight: 2, arbitrary: someNoise },
    ),
  })
}
