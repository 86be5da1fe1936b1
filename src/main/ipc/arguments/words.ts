import { z } from 'zod'
import { type EntryPatch, type EntryRef, type entryFields } from '../../../shared/entry'
import { type FuzzyDate, dateParts } from '../../../shared/fuzzy-date'
import { type TitleKey, mediaKinds } from '../../../shared/media'
import { serviceIds } from '../../../shared/service'
import { statuses } from '../../../shared/status'

/** Refs that one call may name; a window that has more asks several times. */
export const mostRefs = 4_000

const mostUnits = 100_000

export const id = z.int().min(1)
export const service = z.enum(serviceIds)
export const kind = z.enum(mediaKinds)
export const status = z.enum(statuses)
export const listName = z.string().min(1).max(200)

/** `anime:123`, with an id that SQLite and JSON both hold exactly. */
export const title = z
  .templateLiteral([z.enum(mediaKinds), ':', z.int().min(1)])
  .refine((key) => /^[a-z]+:[1-9]\d{0,15}$/.test(key)) satisfies z.ZodType<TitleKey>

export const ref = z.strictObject({ accountId: id, title }) satisfies z.ZodType<EntryRef>

const score = z.int().min(0).max(100)
const units = z.int().min(0).max(mostUnits)

export const date = z
  .int()
  .min(1)
  .max(9999_12_31)
  .refine(isRealDate, 'no such day') satisfies z.ZodType<FuzzyDate>

/** Any of the settable fields and nothing else; at least one. */
export const patch = z
  .strictObject({
    status: status.exactOptional(),
    score: score.nullable().exactOptional(),
    progress: units.exactOptional(),
    progressVolumes: units.exactOptional(),
    repeats: units.exactOptional(),
    startedAt: date.nullable().exactOptional(),
    completedAt: date.nullable().exactOptional(),
    notes: z.string().max(60_000).exactOptional(),
    private: z.boolean().exactOptional(),
    hidden: z.boolean().exactOptional(),
    customLists: z.array(listName).max(200).exactOptional(),
    advancedScores: z.record(listName, score).exactOptional(),
    priority: z.int().min(0).max(100).exactOptional(),
    personalScore: score.nullable().exactOptional(),
    repeatDesire: z.int().min(0).max(5).exactOptional(),
  } satisfies Record<(typeof entryFields)[number], z.ZodType>)
  .refine(
    (value) => Object.keys(value).length > 0,
    'nothing to change',
  ) satisfies z.ZodType<EntryPatch>

/** Days that the calendar has; unknown parts stand from the right only, or the year alone is missing. */
function isRealDate(value: FuzzyDate) {
  const { year, month, day } = dateParts(value)
  if (month !== null && month > 12) return false
  if (day === null) return true
  if (month === null) return false
  const leapYear = 2000
  return day <= new Date(Date.UTC(year ?? leapYear, month, 0)).getUTCDate()
}
