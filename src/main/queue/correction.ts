import type { Entry, EntryPatch } from '../../shared/entry'
import { dayOf } from '../../shared/fuzzy-date'
import type { OutboxRow } from '../db/outbox'
import { asSent } from './sent'

const dayMs = 24 * 60 * 60_000

/**
 * Dates that the service filled in by itself because of a status, though they were empty here and
 * nobody set them since (`touched`): they are set back once (docs/services.md, "Side effects of a
 * write"). `sent` is the row as it left, `nowWallMs` the wall clock in Unix ms.
 */
export function toCorrect(
  sent: OutboxRow,
  has: Entry,
  touched: EntryPatch,
  nowWallMs: number,
): EntryPatch {
  if (sent.corrected || !sent.wanted || !('status' in sent.wanted)) return {}
  const wished = asSent(sent)
  const days = [-1, 0, 1].map((day) => dayOf(nowWallMs + day * dayMs, 'UTC'))
  const fields = (['startedAt', 'completedAt'] as const)
    .filter((field) => wished[field] === null && (touched[field] ?? null) === null)
    .filter((field) => days.includes(has[field] ?? 0))
  return Object.fromEntries(fields.map((field) => [field, null]))
}
