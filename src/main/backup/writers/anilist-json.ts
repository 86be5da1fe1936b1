import { emptyFields, type EntryField, sameValue } from '../../../shared/entry'
import { type DateParts, dateParts } from '../../../shared/fuzzy-date'
import { idOf, kindOf, type Media, type MediaFormat, mediaKinds } from '../../../shared/media'
import { type Status, statuses } from '../../../shared/status'
import { anilistFormatName } from '../values/scores'
import { siteOfService } from '../sites'
import {
  countLosses,
  type ExportAccount,
  type Exported,
  type ExportOptions,
  type ExportRow,
  type Loss,
  lossOf,
  utf8,
  withoutPrivate,
} from './export'

const theirStatus: Readonly<Record<Exclude<Status, 'not-interested'>, string>> = {
  current: 'CURRENT',
  repeating: 'REPEATING',
  planned: 'PLANNING',
  completed: 'COMPLETED',
  paused: 'PAUSED',
  dropped: 'DROPPED',
}

const listNames: Readonly<Record<string, readonly [anime: string, manga: string]>> = {
  current: ['Watching', 'Reading'],
  repeating: ['Rewatching', 'Rereading'],
  planned: ['Planning', 'Planning'],
  completed: ['Completed', 'Completed'],
  paused: ['Paused', 'Paused'],
  dropped: ['Dropped', 'Dropped'],
}

const theirFormat: Readonly<Partial<Record<MediaFormat, string>>> = {
  'tv-short': 'TV_SHORT',
  'one-shot': 'ONE_SHOT',
  doujin: 'MANGA',
  manhua: 'MANGA',
  manhwa: 'MANGA',
}

const noPlace: readonly EntryField[] = ['personalScore', 'repeatDesire']

/** The list as AniList's API would answer it, both kinds, scores in points of 100. */
export function writeAnilistJson(
  { account, rows }: ExportAccount,
  options: ExportOptions,
): Exported {
  const { rows: open, losses } = withoutPrivate(rows, options)
  const written: ExportRow[] = []
  const isAnilist = siteOfService(account.service) === 'anilist'
  for (const row of open) {
    const reason = leftOut(row, isAnilist)
    if (reason !== null) losses.push(lossOf(row, 'entry', reason))
    else {
      written.push(row)
      losses.push(...fieldLosses(row))
    }
  }
  const lists = mediaKinds.map((kind, index) => {
    const ofKind = written.filter(({ entry }) => kindOf(entry.title) === kind)
    return [kind, { lists: listsOf(ofKind, index, isAnilist) }] as const
  })
  const text = JSON.stringify({
    data: {
      User: {
        name: account.userName,
        mediaListOptions: {
          scoreFormat: anilistFormatName('point-100'),
          animeList: { customLists: account.options.customLists.anime },
          mangaList: { customLists: account.options.customLists.manga },
        },
      },
      ...Object.fromEntries(lists),
    },
  })
  return { bytes: utf8(text), count: written.length, losses }
}

/** AniList knows a title by its own id, or at least by MyAnimeList's. */
function leftOut(row: ExportRow, isAnilist: boolean): Loss['reason'] | null {
  if (row.entry.status === 'not-interested') return 'status'
  const known = isAnilist || row.ids?.anilist !== undefined || row.media.malId !== null
  return known ? null : 'no-id'
}

function fieldLosses(row: ExportRow): Loss[] {
  return noPlace
    .filter((field) => !sameValue(field, row.entry[field], emptyFields[field] as never))
    .map((field) => lossOf(row, field, 'no-place'))
    .concat(countLosses(row))
}

function listsOf(rows: readonly ExportRow[], kindIndex: number, isAnilist: boolean) {
  return statuses.flatMap((status) => {
    const found = rows.filter(({ entry }) => entry.status === status)
    if (found.length === 0 || status === 'not-interested') return []
    return {
      name: listNames[status]?.[kindIndex],
      status: theirStatus[status],
      isCustomList: false,
      entries: found.map((row) => entryOf(row, theirStatus[status], isAnilist)),
    }
  })
}

function entryOf({ entry, media, ids }: ExportRow, status: string, isAnilist: boolean) {
  const mediaId = isAnilist ? idOf(entry.title) : (ids?.anilist ?? null)
  return {
    ...(isAnilist && entry.entryId !== null ? { id: entry.entryId } : {}),
    mediaId,
    status,
    score: entry.score ?? 0,
    progress: entry.progress,
    progressVolumes: entry.progressVolumes,
    repeat: entry.repeats,
    priority: entry.priority,
    private: entry.private,
    notes: entry.notes === '' ? null : entry.notes,
    hiddenFromStatusLists: entry.hidden,
    customLists: Object.fromEntries(entry.customLists.map((name) => [name, true])),
    advancedScores: entry.advancedScores,
    startedAt: partsOf(entry.startedAt),
    completedAt: partsOf(entry.completedAt),
    createdAt: entry.createdAt ?? 0,
    updatedAt: entry.updatedAt ?? 0,
    media: mediaOf(media, mediaId),
  }
}

function partsOf(date: number | null): DateParts {
  return dateParts(date)
}

function mediaOf(media: Media, id: number | null) {
  const { romaji, english, native } = media.titles
  return {
    id,
    idMal: media.malId,
    type: kindOf(media.key).toUpperCase(),
    format:
      theirFormat[media.format] ?? (media.format === 'unknown' ? null : media.format.toUpperCase()),
    seasonYear: media.seasonYear,
    startDate: partsOf(media.startDate),
    episodes: media.episodes,
    chapters: media.chapters,
    volumes: media.volumes,
    title: { romaji, english, native },
    synonyms: media.synonyms,
  }
}
