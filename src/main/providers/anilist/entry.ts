import { z } from 'zod'
import type { Entry } from '../../../shared/entry'
import { type MediaKind, titleKey } from '../../../shared/media'
import { badAnswer } from '../answers'
import { numberOrNull, rawScore, wordOr } from '../lenient'
import type { FetchedEntry } from '../provider'
import { dateOf, mediaSchema, toMedia } from './media'
import { statusOf } from './words'

const count = z.number().int().min(0).nullish()
const dateSchema = z
  .object({ year: z.number().nullish(), month: z.number().nullish(), day: z.number().nullish() })
  .nullish()

/** An entry is read strictly: a misread number would look like a change made elsewhere. */
export const entrySchema = z.object({
  id: z.number().int().nullish(),
  mediaId: z.number().int().nullish(),
  status: z.string().nullish(),
  score: z.number().nullish(),
  progress: count,
  progressVolumes: count,
  repeat: count,
  priority: count,
  private: z.boolean().nullish(),
  notes: z.string().nullish(),
  hiddenFromStatusLists: z.boolean().nullish(),
  customLists: z.unknown().optional(),
  advancedScores: z.unknown().optional(),
  startedAt: dateSchema,
  completedAt: dateSchema,
  updatedAt: z.number().nullish(),
  createdAt: z.number().nullish(),
  media: mediaSchema.nullish().catch(null),
})
export type RawEntry = z.infer<typeof entrySchema>

/**
 * An entry with its title in our words. `groupStatus` is the status of the list that it stood in,
 * for answers in which the entry does not tell its own. Throws `bad-answer` when it names no title.
 */
export function toFetched(
  raw: RawEntry,
  kind: MediaKind,
  groupStatus: string | null = null,
): FetchedEntry {
  const mediaId = raw.mediaId ?? raw.media?.id
  if (mediaId === undefined) throw badAnswer('An entry of the list names no title.')
  return {
    entry: toEntry({ ...raw, mediaId, status: raw.status ?? groupStatus }, kind),
    media: raw.media ? toMedia(raw.media, kind) : null,
  }
}

/** An entry in our words. A status that nobody knows yet counts as planned; writes never send it back. */
export function toEntry(raw: RawEntry & { mediaId: number }, kind: MediaKind): Entry {
  return {
    title: titleKey(kind, raw.mediaId),
    entryId: raw.id ?? null,
    status: wordOr(statusOf, raw.status, 'planned'),
    score: rawScore(raw.score),
    progress: raw.progress ?? 0,
    progressVolumes: raw.progressVolumes ?? 0,
    repeats: raw.repeat ?? 0,
    startedAt: dateOf(raw.startedAt),
    completedAt: dateOf(raw.completedAt),
    notes: raw.notes ?? '',
    private: raw.private ?? false,
    hidden: raw.hiddenFromStatusLists ?? false,
    customLists: customListsOf(raw.customLists),
    advancedScores: advancedScoresOf(raw.advancedScores),
    priority: raw.priority ?? 0,
    personalScore: null,
    repeatDesire: 0,
    createdAt: raw.createdAt || null,
    updatedAt: raw.updatedAt || null,
  }
}

/** A map of names to booleans, `[]` for an empty one, or an array of `{ name, enabled }`. */
function customListsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) {
    return value.filter(isEnabled).map((list) => list.name)
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, enabled]) => (enabled === true ? [name] : []))
}

function isEnabled(value: unknown): value is { name: string } {
  const list = value as { name?: unknown; enabled?: unknown } | null
  return typeof list?.name === 'string' && list.enabled === true
}

/** A map of names to numbers, of which some may come as text; `[]` for an empty one. */
function advancedScoresOf(value: unknown): Readonly<Record<string, number>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  const scores: Record<string, number> = {}
  for (const [name, score] of Object.entries(value)) {
    const number = numberOrNull(score)
    if (number !== null) scores[name] = number
  }
  return scores
}
