import {
  emptyFields,
  entryFields,
  fieldsIn,
  fieldsOf,
  pickFields,
  sameValue,
  type Entry,
  type EntryField,
  type EntryFields,
  type EntryPatch,
} from '../../shared/entry'
import { unpackKey } from '../db/keys'
import type { OutboxRow, Sent } from '../db/outbox'

/** What left last and what the service had before it: enough to tell it from somebody else's change. */
export interface Outstanding {
  readonly base: Entry | null
  readonly sent: Sent | null
}

/** True when all that left last is what the service has now. */
export function hasArrived({ sent }: Outstanding, theirs: Entry | null): boolean {
  if (!sent) return false
  if (sent.patch === null || theirs === null) return sent.patch === null && theirs === null
  return arrivedFields(sent.patch, theirs).length === Object.keys(sent.patch).length
}

/**
 * What the service had before anybody else changed it: the base, with that of our own last request
 * on it that has arrived. `null`: the title was not on the list, or we took it off.
 */
export function ownBase(row: Outstanding, theirs: Entry | null): Entry | null {
  const { base, sent } = row
  if (!sent) return base
  if (sent.patch === null) return theirs === null ? null : base
  if (theirs === null) return base
  if (base === null) return hasArrived(row, theirs) ? asMade(sent.patch, theirs) : null
  return { ...base, ...pickFields(theirs, arrivedFields(sent.patch, theirs)) }
}

/**
 * What an edit leaves to be sent: the fields of `wish` that differ from `base`. A field that left
 * and may have arrived is named even when it has come back to its old value, or the old value
 * would be taken for nothing to do.
 */
export function stillToSend(row: Outstanding, wish: EntryPatch, changes: EntryPatch): EntryPatch {
  const patch = row.sent?.patch
  if (!patch) return changes
  const was: EntryFields = row.base ?? emptyFields
  const named = fieldsIn(patch).map((field) => [field, field in wish ? wish[field] : was[field]])
  return { ...(Object.fromEntries(named) as EntryPatch), ...changes }
}

/** The wish to have everything again as it was before what left last; `null`: off the list. */
export function takenBack({ base, sent }: Outstanding): EntryPatch | null {
  if (!base) return null
  return sent?.patch ? pickFields(fieldsOf(base), fieldsIn(sent.patch)) : {}
}

/** The entry as the service has it once a row has arrived as it is. */
export function asSent({ key, base, wanted }: Pick<OutboxRow, 'key' | 'base' | 'wanted'>): Entry {
  const { title } = unpackKey(key)
  const blank = { title, entryId: null, createdAt: null, updatedAt: null }
  return { ...emptyFields, ...blank, ...base, ...wanted }
}

/** Fields that a service leaves empty in a new entry: what they hold there somebody put in. */
const neverFilledIn = ['score', 'progress', 'progressVolumes', 'repeats', 'notes'] as const

/**
 * An entry that our own write put on the list, as it came out there: dates and lists that the
 * service filled in came with ours, what else is in it came of somebody else.
 */
export function asMade(patch: EntryPatch, theirs: Entry): Entry {
  const empty = neverFilledIn.filter((field) => !(field in patch))
  return { ...theirs, ...pickFields(emptyFields, empty) }
}

function arrivedFields(patch: EntryPatch, theirs: Entry): EntryField[] {
  return entryFields.filter(
    (field) => field in patch && sameValue(field, patch[field] as never, theirs[field] as never),
  )
}
