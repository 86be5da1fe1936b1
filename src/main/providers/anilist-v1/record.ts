import { z } from 'zod'
import type { Entry } from '../../../shared/entry'
import { type MediaKind, titleKey } from '../../../shared/media'
import type { Status } from '../../../shared/status'
import { badAnswer } from '../answers'
import { numberOrNull, rawScore } from '../lenient'
import type { FetchedEntry, ListOwner } from '../provider'
import { count, countOf, flag, isSet, itemsOf, number } from './loose'
import { seriesSchema, toMedia } from './series'
import { rawFromShown } from './shown-score'
import { fuzzyOf, unixSeconds } from './times'
import { statusOf } from './words'

/** A record of a list; the document leaves it out (docs/services.md, "AniList v1: list records"). */
export const recordSchema = z.object({
  record_id: z.number().int().nullish(),
  series_id: z.number().int().nullish(),
  list_status: z.string().nullish(),
  score: number,
  score_raw: number,
  episodes_watched: count,
  chapters_read: count,
  volumes_read: count,
  rewatched: count,
  reread: count,
  priority: count,
  priorty: count,
  private: flag,
  hidden_default: flag,
  notes: z.string().nullish(),
  advanced_rating_scores: z.unknown().optional(),
  custom_lists: z.unknown().optional(),
  started_on: z.unknown().optional(),
  finished_on: z.unknown().optional(),
  added_time: z.string().nullish(),
  updated_time: z.string().nullish(),
  anime: seriesSchema.nullish().catch(null),
  manga: seriesSchema.nullish().catch(null),
})
export type RawRecord = z.infer<typeof recordSchema>

/** Where a record stood, for what it does not say itself. */
export interface RecordPlace {
  readonly status: Status | null
  /** Slots of the custom lists that hold it. */
  readonly slots: readonly number[]
}

/** A record with its title in our words. Throws `bad-answer` when it names no title. */
export function toFetched(
  raw: RawRecord,
  kind: MediaKind,
  owner: ListOwner,
  place: RecordPlace,
): FetchedEntry {
  const series = kind === 'anime' ? raw.anime : raw.manga
  const id = raw.series_id ?? series?.id
  if (id === undefined) throw badAnswer('A record of the list names no title.')
  return {
    entry: toEntry({ ...raw, series_id: id }, kind, owner, place),
    media: series ? toMedia(series, kind) : null,
  }
}

/** A record in our words; scores from `score_raw`, else from `score` in the owner's format. */
export function toEntry(
  raw: RawRecord & { series_id: number },
  kind: MediaKind,
  owner: ListOwner,
  place: RecordPlace,
): Entry {
  const isAnime = kind === 'anime'
  return {
    title: titleKey(kind, raw.series_id),
    entryId: raw.record_id ?? null,
    status: statusOf(raw.list_status) ?? place.status ?? 'planned',
    score: scoreOf(raw, owner),
    progress: countOf(isAnime ? raw.episodes_watched : raw.chapters_read),
    progressVolumes: isAnime ? 0 : countOf(raw.volumes_read),
    repeats: countOf(isAnime ? raw.rewatched : raw.reread),
    startedAt: fuzzyOf(raw.started_on),
    completedAt: fuzzyOf(raw.finished_on),
    notes: raw.notes ?? '',
    private: isSet(raw.private),
    hidden: isSet(raw.hidden_default),
    customLists: customListsOf(raw, owner.options.customLists[kind], place),
    advancedScores: advancedScoresOf(raw, owner.options.advancedScores[kind]),
    priority: countOf(raw.priority ?? raw.priorty),
    personalScore: null,
    repeatDesire: 0,
    createdAt: unixSeconds(raw.added_time),
    updatedAt: unixSeconds(raw.updated_time),
  }
}

function scoreOf(raw: RawRecord, owner: ListOwner): number | null {
  const told = numberOrNull(raw.score_raw)
  return told === null ? rawFromShown(raw.score, owner) : rawScore(told)
}

/** Names of the lists whose slot is set in the record, or that held it (empty slots have no name). */
function customListsOf(raw: RawRecord, slots: readonly string[], place: RecordPlace) {
  const set = itemsOf(raw.custom_lists).flatMap(([key, value]) =>
    value === 1 || value === true || value === '1' ? [Number(key)] : [],
  )
  return slots.filter(
    (name, slot) => name !== '' && (set.includes(slot) || place.slots.includes(slot)),
  )
}

function advancedScoresOf(raw: RawRecord, names: readonly string[]) {
  const scores = new Map(itemsOf(raw.advanced_rating_scores))
  return Object.fromEntries(
    names.flatMap((name, index) => {
      const score = numberOrNull(scores.get(String(index)))
      return score === null ? [] : [[name, score]]
    }),
  )
}
