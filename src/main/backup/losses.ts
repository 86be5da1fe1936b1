import type { Capabilities } from '../../shared/account'
import {
  type EntryField,
  type EntryFields,
  type EntryPatch,
  emptyFields,
  entryFields,
  sameValue,
} from '../../shared/entry'
import { isFullDate } from '../../shared/fuzzy-date'
import { type ExportRow, type Loss, type LossReason, lossOf } from './writers/export'

export interface FieldLoss {
  readonly field: EntryField
  readonly reason: LossReason
}

/** A patch as a service can take it. */
export interface FittedPatch {
  /** What the service stores. */
  readonly sent: EntryPatch
  /** What it cannot hold, so that it stays with us. A status that it does not know stays nowhere. */
  readonly keptHere: EntryPatch
  /** One for each field that is not sent. */
  readonly losses: readonly FieldLoss[]
}

/** Splits a patch by what a service can hold. Fields that equal `base` are in neither part. */
export function fitPatch(
  patch: EntryPatch,
  base: EntryFields,
  capabilities: Capabilities,
): FittedPatch {
  const sent: Partial<Record<EntryField, unknown>> = {}
  const keptHere: Partial<Record<EntryField, unknown>> = {}
  const losses: FieldLoss[] = []
  for (const field of entryFields) {
    const value = patch[field]
    if (value === undefined || sameValue(field, base[field], value as never)) continue
    const reason = lossReason(field, value, capabilities)
    if (reason === null) sent[field] = value
    else {
      losses.push({ field, reason })
      if (field !== 'status') keptHere[field] = value
    }
  }
  // The keys are those of the patch, with its own values.
  return { sent: sent as EntryPatch, keptHere: keptHere as EntryPatch, losses }
}

/** What an account of these capabilities would not hold of a library: exactly the rest. */
export function lossesFor(rows: Iterable<ExportRow>, capabilities: Capabilities): Loss[] {
  const losses: Loss[] = []
  for (const row of rows) {
    if (!capabilities.statuses.includes(row.entry.status)) {
      losses.push(lossOf(row, 'entry', 'status'))
      continue
    }
    const { losses: found } = fitPatch(row.entry, emptyFields, capabilities)
    losses.push(...found.map(({ field, reason }) => lossOf(row, field, reason)))
  }
  return losses
}

function lossReason(
  field: EntryField,
  value: EntryPatch[EntryField],
  capabilities: Capabilities,
): LossReason | null {
  if (!capabilities.writable.includes(field)) return 'no-place'
  if (field === 'status')
    return capabilities.statuses.some((one) => one === value) ? null : 'status'
  if (typeof value === 'string') {
    const { notesLength } = capabilities
    return notesLength !== null && value.length > notesLength ? 'too-long' : null
  }
  if (typeof value !== 'number') return null
  if (field === 'startedAt' || field === 'completedAt') {
    return capabilities.partialDates || isFullDate(value) ? null : 'partial-date'
  }
  return value > mostOf(field, capabilities) ? 'too-large' : null
}

function mostOf(field: EntryField, { priorityMax, repeatsMax }: Capabilities): number {
  if (field === 'priority') return priorityMax
  return field === 'repeats' ? (repeatsMax ?? Infinity) : Infinity
}
