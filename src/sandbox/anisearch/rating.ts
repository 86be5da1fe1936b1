import { z } from 'zod'
import { fromIsoDay, toIsoDay } from '../../shared/fuzzy-date'
import type { Behaviour } from '../behaviour'
import type { EntryChange, ListEntry } from '../world/entry'
import type { Series, SeriesType } from '../world/series'
import { ratingStatuses, statusFromWord, statusWord } from './words'

/** An entry as aniSearch tells it. */
export function ratingOf(
  entry: ListEntry,
  series: Series,
  { mangaProgress }: Behaviour,
): Record<string, unknown> {
  const again = entry.type === 'anime' ? 'rewatch' : 'reread'
  const volumes =
    entry.type === 'manga' && mangaProgress === 'complete'
      ? { chapters_read: entry.progress, volumes_read: entry.progressVolumes }
      : {}
  return {
    'id-anisearch': series.idAnisearch,
    'id-myanimelist': series.idMal,
    status: statusWord(entry.status),
    is_visible: !entry.private,
    public_rating: Math.floor(entry.score / 10),
    public_fraction: entry.score % 10,
    personal_rating: entry.personal,
    start_date: entry.startedAt === null ? null : toIsoDay(entry.startedAt),
    end_date: entry.completedAt === null ? null : toIsoDay(entry.completedAt),
    notes: entry.notes ?? '',
    priority: entry.priority,
    episodes_watched: entry.progress,
    ...volumes,
    [entry.type === 'anime' ? 'is_rewatching' : 'is_reread']: entry.repeating,
    [`times_${again === 'rewatch' ? 'rewatched' : 'reread'}`]: entry.repeat,
    [`${again}_desire`]: entry.desire,
  }
}

const count = z.int().min(0)
const day = z
  .string()
  .refine((text) => text === '' || fromIsoDay(text) !== null, 'must be YYYY-MM-DD')

/** What may be sent. Keys of the other media type are taken and do nothing. */
export const ratingBody = z.object({
  status: z.enum(ratingStatuses),
  use_myanimelist_id: z.boolean().optional(),
  is_visible: z.boolean().optional(),
  public_rating: count.max(10).optional(),
  public_fraction: count.max(9).optional(),
  personal_rating: count.max(100).optional(),
  episodes_watched: count.optional(),
  chapters_read: count.optional(),
  volumes_read: count.optional(),
  start_date: day.nullable().optional(),
  end_date: day.nullable().optional(),
  is_rewatching: z.boolean().optional(),
  is_rereading: z.boolean().optional(),
  is_reread: z.boolean().optional(),
  times_rewatched: count.optional(),
  times_reread: count.optional(),
  rewatch_desire: count.max(5).optional(),
  reread_desire: count.max(5).optional(),
  notes: z.string().optional(),
  priority: count.max(3).optional(),
  touch: z.boolean().optional(),
})

export type RatingBody = z.output<typeof ratingBody>

const emptyRating: EntryChange = {
  score: 0,
  progress: 0,
  progressVolumes: 0,
  repeat: 0,
  priority: 0,
  private: false,
  notes: null,
  startedAt: null,
  completedAt: null,
  personal: 0,
  repeating: false,
  desire: 0,
}

/**
 * What a PUT changes. Fields left out keep their value or fall back to their default: the document
 * says both, and clients saw both.
 */
export function changeFrom(
  body: RatingBody,
  type: SeriesType,
  existing: ListEntry | undefined,
  { omittedFields, rereadKey }: Behaviour,
): EntryChange {
  const change: EntryChange = omittedFields === 'reset' || !existing ? { ...emptyRating } : {}
  const anime = type === 'anime'
  const reread = {
    is_rereading: body.is_rereading,
    is_reread: body.is_reread,
    both: body.is_rereading ?? body.is_reread,
  }[rereadKey]
  const sent: { [Key in keyof EntryChange]: EntryChange[Key] | undefined } = {
    status: statusFromWord(body.status),
    private: body.is_visible === undefined ? undefined : !body.is_visible,
    score: scoreFrom(body, existing, omittedFields),
    personal: body.personal_rating,
    progress: anime ? body.episodes_watched : body.chapters_read,
    progressVolumes: anime ? undefined : body.volumes_read,
    repeat: anime ? body.times_rewatched : body.times_reread,
    desire: anime ? body.rewatch_desire : body.reread_desire,
    repeating: anime ? body.is_rewatching : reread,
    notes: body.notes === undefined ? undefined : body.notes || null,
    priority: body.priority,
    startedAt: dateFrom(body.start_date),
    completedAt: dateFrom(body.end_date),
  }
  for (const [key, value] of Object.entries(sent)) {
    if (value !== undefined) Object.assign(change, { [key]: value })
  }
  return change
}

function scoreFrom(
  { public_rating, public_fraction }: RatingBody,
  existing: ListEntry | undefined,
  omitted: Behaviour['omittedFields'],
): number | undefined {
  if (public_rating === undefined && public_fraction === undefined) return undefined
  const before = omitted === 'keep' ? (existing?.score ?? 0) : 0
  const whole = public_rating ?? Math.floor(before / 10)
  return Math.min(100, whole * 10 + (public_fraction ?? before % 10))
}

function dateFrom(text: string | null | undefined): number | null | undefined {
  if (text === undefined) return undefined
  return text === null || text === '' ? null : fromIsoDay(text)
}
