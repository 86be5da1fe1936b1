import { z } from 'zod'
import type { Entry } from '../../../shared/entry'
import { fromIsoDay } from '../../../shared/fuzzy-date'
import { type MediaKind, titleKey } from '../../../shared/media'
import type { Status } from '../../../shared/status'
import { badAnswer, readAs } from '../answers'
import { rawScore, totalOrNull } from '../lenient'
import type { FetchedEntry } from '../provider'
import { statusOf } from './words'

const count = z.number().int().min(0).nullish()
const day = z.string().nullish()

/** One rating; keys of both kinds, both spellings of rereading (docs/services.md, "aniSearch: ratings"). */
const ratingSchema = z.object({
  'id-anisearch': z.number().int(),
  'id-myanimelist': z.unknown().optional(),
  status: z.string(),
  is_visible: z.boolean().nullish(),
  public_rating: z.number().nullish(),
  public_fraction: z.number().nullish(),
  personal_rating: z.number().nullish(),
  start_date: day,
  end_date: day,
  notes: z.string().nullish(),
  priority: count,
  episodes_watched: count,
  chapters_read: count,
  volumes_read: count,
  is_rewatching: z.boolean().nullish(),
  is_rereading: z.boolean().nullish(),
  is_reread: z.boolean().nullish(),
  times_rewatched: count,
  times_reread: count,
  rewatch_desire: count,
  reread_desire: count,
})
type RawRating = z.infer<typeof ratingSchema>

/** The ratings of an answer, which is an array also for one. Throws `bad-answer`. */
export function readRatings(body: unknown, kind: MediaKind): readonly FetchedEntry[] {
  const ratings = readAs(z.array(ratingSchema), body, `${kind} ratings`)
  const byId = new Map(ratings.map((rating) => [rating['id-anisearch'], rating]))
  return [...byId.values()].map((rating) => ({
    entry: toEntry(rating, kind),
    media: null,
    malId: totalOrNull(rating['id-myanimelist']),
  }))
}

function toEntry(raw: RawRating, kind: MediaKind): Entry {
  return {
    title: titleKey(kind, raw['id-anisearch']),
    entryId: null,
    status: statusFrom(raw),
    score: rawScore((raw.public_rating ?? 0) * 10 + (raw.public_fraction ?? 0)),
    ...countersOf(raw, kind),
    startedAt: fromIsoDay(raw.start_date ?? ''),
    completedAt: fromIsoDay(raw.end_date ?? ''),
    notes: raw.notes ?? '',
    private: raw.is_visible === false,
    hidden: false,
    customLists: [],
    advancedScores: {},
    priority: raw.priority ?? 0,
    personalScore: rawScore(raw.personal_rating),
    createdAt: null,
    updatedAt: null,
  }
}

/** The manga example of the document counts chapters as `episodes_watched` and names no volumes. */
function countersOf(raw: RawRating, kind: MediaKind) {
  if (kind === 'anime') {
    return {
      progress: raw.episodes_watched ?? 0,
      progressVolumes: 0,
      repeats: raw.times_rewatched ?? 0,
      repeatDesire: raw.rewatch_desire ?? 0,
    }
  }
  return {
    progress: raw.chapters_read ?? raw.episodes_watched ?? 0,
    progressVolumes: raw.volumes_read ?? 0,
    repeats: raw.times_reread ?? 0,
    repeatDesire: raw.reread_desire ?? 0,
  }
}

/** A flag beside any status means repeating. An unknown word fails: a complete PUT would overwrite it. */
function statusFrom(raw: RawRating): Status {
  if (raw.is_rewatching || raw.is_rereading || raw.is_reread) return 'repeating'
  const status = Object.hasOwn(statusOf, raw.status) ? statusOf[raw.status] : undefined
  if (status === undefined) throw badAnswer(`aniSearch names an unknown status: "${raw.status}".`)
  return status
}
