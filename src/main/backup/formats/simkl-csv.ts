import type { ReadContext } from '../context'
import type { CsvTable } from '../csv'
import { idOf, textOf } from '../json'
import { type BackupFile, type FileWarning, unknownOwner } from '../model'
import { createDraft } from '../values/draft'
import { readRows } from './json-rows'
import { setLastEpisode } from './last-episode'
import { backupFile, type CsvFormat } from './reader'

const known = new Set(['watcheddate', 'tvdb', 'tmdb', 'imdb'])

/** Simkl's table; only rows of the type anime, or with an id of MyAnimeList, are taken. */
export const simklCsv: CsvFormat = {
  id: 'simkl-csv',
  name: 'Simkl CSV',
  recognises: (header) => header.has('simkl_id') && header.has('watchlist'),
  read,
}

function read(table: CsvTable, context: ReadContext): BackupFile {
  const warnings: FileWarning[] = []
  let skipped = 0
  const rows = readRows(table.rows, context, warnings, (entry, number) => {
    const mal = idOf(entry.mal_id ?? entry.mal)
    if (!/anime/i.test(String(entry.type)) && mal === null) {
      skipped++
      return null
    }
    const draft = createDraft(entry, context.limits.keptPerRow)
    const title = textOf(draft.take('title'))
    draft.ignore('type', 'mal_id', 'mal', 'year', 'simkl_id')
    draft.status('watchlist')
    draft.score('rating', 10)
    setLastEpisode(draft, 'lastepwatched')
    draft.notes('memo')
    return draft.row({
      number,
      kind: 'anime',
      titles: [title],
      ids: { simkl: idOf(entry.simkl_id), mal },
      hints: { year: idOf(entry.year) },
    })
  })
  if (skipped > 0) warnings.push({ code: 'skipped', count: skipped, value: 'movies, shows' })
  return backupFile('simkl-csv', rows, {
    scoreStep: 10,
    owners: [{ ...unknownOwner, site: 'simkl', scoreFormat: 'point-10' }],
    warnings: warnings.concat(rows.length > 0 ? reported(table) : []),
  })
}

function reported({ header }: CsvTable): FileWarning[] {
  const ours = ['simkl_id', 'title', 'type', 'year', 'watchlist', 'lastepwatched', 'rating', 'memo']
  const unknown = header.filter(
    (name) => !known.has(name) && !ours.includes(name) && !/^mal/.test(name) && name !== '',
  )
  return unknown.length > 0 ? [{ code: 'unknown-elements', value: unknown.join(', ') }] : []
}
