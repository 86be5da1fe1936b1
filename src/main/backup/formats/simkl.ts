import type { ReadContext } from '../context'
import { idOf, isObject, type JsonObject, listAt, objectAt, textOf, timeOf } from '../json'
import { type BackupFile, type BackupRow, type FileWarning, unknownOwner } from '../model'
import { createDraft } from '../values/draft'
import { mediaFormatOf } from '../values/media-formats'
import { readRows } from './json-rows'
import { setLastEpisode } from './last-episode'
import { backupFile, type JsonFormat } from './reader'

/** Simkl's backup: of its films and series only those that MyAnimeList or AniList know are anime. */
export const simkl: JsonFormat = {
  id: 'simkl',
  name: 'Simkl backup',
  recognises: (value) => entriesOf(value).some(({ entry }) => isObject(inside(entry).ids)),
  read,
}

function read(value: unknown, context: ReadContext): BackupFile {
  const warnings: FileWarning[] = []
  let skipped = 0
  const groups = entriesOf(value)
  const rows = readRows(
    groups.map(({ entry }) => entry),
    context,
    warnings,
    (entry, number) => {
      const isAnime = groups[number - 1]?.isAnime === true
      const row = rowOf(entry, number, context)
      if (isAnime || row.ids.mal !== undefined || row.ids.anilist !== undefined) return row
      skipped++
      return null
    },
  )
  if (skipped > 0) warnings.push({ code: 'skipped', count: skipped, value: 'movies, shows' })
  return backupFile('simkl', rows, {
    scoreStep: 10,
    owners: [{ ...unknownOwner, site: 'simkl', scoreFormat: 'point-10' }],
    warnings,
  })
}

function entriesOf(value: unknown): { entry: unknown; isAnime: boolean }[] {
  return ['anime', 'shows', 'movies'].flatMap((name) =>
    listAt(value, name).map((entry) => ({ entry, isAnime: name === 'anime' })),
  )
}

function inside(entry: unknown): JsonObject {
  const root = objectAt(entry)
  return objectAt(isObject(root.show) ? root.show : (root.movie ?? root.anime))
}

function rowOf(entry: JsonObject, number: number, { limits }: ReadContext): BackupRow {
  const show = inside(entry)
  const ids = objectAt(show, 'ids')
  const memo = objectAt(entry, 'memo')
  const raw = { ...entry, memo: textOf(memo.text) ?? entry.memo, total: entry.total_episodes_count }
  const draft = createDraft(raw, limits.keptPerRow)
  draft.ignore('show', 'movie', 'anime', 'seasons', 'total', 'next_to_watch')
  draft.ignore('not_aired_episodes_count', 'total_episodes_count')
  draft.status('status')
  draft.score('user_rating', 10)
  const counted = entry.watched_episodes_count ?? null
  if (counted === null) setLastEpisode(draft, 'last_watched')
  else draft.count('progress', 'watched_episodes_count')
  draft.ignore('watched_episodes_count', 'last_watched')
  const note = draft.take('memo')
  if (typeof note === 'string') draft.fields.notes = note
  draft.ignore('added_to_watchlist_at')
  const watchedAt = timeOf(entry.last_watched_at)
  return draft.row({
    number,
    kind: 'anime',
    titles: [textOf(show.title)],
    ids: {
      simkl: idOf(ids.simkl) ?? idOf(ids.simkl_id),
      mal: idOf(ids.mal),
      anilist: idOf(ids.anilist),
      anisearch: idOf(ids.anisearch),
      kitsu: idOf(ids.kitsu),
      anidb: idOf(ids.anidb),
    },
    hints: {
      format: mediaFormatOf(entry.anime_type),
      year: idOf(show.year),
      episodes: idOf(entry.total_episodes_count),
    },
    updatedAt: watchedAt === null ? null : Math.floor(watchedAt / 1000),
  })
}
