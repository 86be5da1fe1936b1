import type { Clock } from '../../shared/clock'
import {
  changesTo,
  fieldsIn,
  fieldsOf,
  isEmptyPatch,
  pickFields,
  type Entry,
} from '../../shared/entry'
import type { ChangeSource } from '../../shared/history'
import type { HistoryRow, HistoryTable } from '../db/history'
import type { PackedKey } from '../db/keys'

export type Turned = ReturnType<typeof createTurned>

/** Writes down that an entry turned from one thing into another; `null` is "not on the list". */
export function createTurned({ history }: { readonly history: HistoryTable }, clock: Clock) {
  /** The line of the history; `null` when nothing changed. Failure: `storage`. */
  return function turned(
    key: PackedKey,
    source: ChangeSource,
    from: Entry | null,
    to: Entry | null,
  ): HistoryRow | null {
    const before = from && fieldsOf(from)
    const after = to && fieldsOf(to)
    const changes = before && after ? changesTo(before, after) : after
    if (changes ? isEmptyPatch(changes) : !before) return null
    const old = before && changes ? pickFields(before, fieldsIn(changes)) : before
    return history.add({ key, at: clock.wall(), source, before: old, after: changes }, null)
  }
}
