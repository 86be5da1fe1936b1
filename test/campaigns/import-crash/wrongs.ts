import type { Judged } from './campaign'
import type { Standing } from './standing'

/**
 * What is wrong with a profile after kills, beside how it was before and how it is after an import
 * that nobody disturbed. An import that was killed before it was begun must have done nothing.
 */
export function wrongs(before: Standing, reference: Judged, { applied, undone }: Judged): string[] {
  const wrong: string[] = []
  const state = applied.job?.state ?? 'never begun'
  const isBegun = state === 'applied'
  if (!isBegun && state !== 'cancelled' && state !== 'never begun') wrong.push(`it is ${state}`)
  const expected = isBegun ? reference.applied : before
  compare('entries', applied.entries, expected.entries, wrong)
  compare('what waits', applied.outbox, expected.outbox, wrong)
  compare('changes', applied.changes.map(String), expected.changes.map(String), wrong)
  if (isBegun && applied.job?.done !== reference.applied.job?.done) {
    wrong.push(`${applied.job?.done} of ${reference.applied.job?.done} rows`)
  }
  compare('entries after undo', undone.entries, before.entries, wrong)
  compare('what waits after undo', undone.outbox, before.outbox, wrong)
  if (undone.leftOver > 0) wrong.push(`${undone.leftOver} rows of plans are left over`)
  return wrong
}

function compare(
  what: string,
  found: readonly string[],
  expected: readonly string[],
  wrong: string[],
): void {
  const known = new Set(expected)
  const there = new Set(found)
  const extra = found.filter((line) => !known.has(line))
  const lost = expected.filter((line) => !there.has(line))
  if (extra.length > 0) wrong.push(`${what}: ${extra.length} too many, such as ${extra[0]}`)
  if (lost.length > 0) wrong.push(`${what}: ${lost.length} lost, such as ${lost[0]}`)
  if (found.length !== expected.length) {
    wrong.push(`${what}: ${found.length} instead of ${expected.length}`)
  }
}
