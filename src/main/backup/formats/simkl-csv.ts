import type { ReadContext } from '../context'
import type { CsvTable } from '../csv'
import { idOf, textOf } from '../json'
import { type BackupFile, type FileWarning, unknownOwner } from '../model'
import { createDraft } from '../values/draft'
import { readRows } from './json-rows'
import { backupFile, type CsvFormat } from './reader'

const known = new Set(['WatchedDate', 'TVDB', 'TMDB', 'IMDB'])

/** Simkl's table; only rows of the type anime, or with an id of MyAnimeList, are taken. */
export const simklCsv: CsvFormat = {
  id: 'simkl-csv',
  name: 'Simkl CSV',
  recognises: (header) => header.has('SIMKL_ID') && header.has('Watchlist'),
  read,
}

function read(table: CsvTable, context: ReadContext): BackupFile {
  const warnings: FileWarning[] = []
  let skipped = 0
  const rows = readRows(table.rows, context, warnings, (entry, number) => {
    const mal = idOf(entry.MAL_ID ?? entry.MAL)
    if (!/anime/i.test(String(entry.Type)) && mal === null) {
      skipped++
      return null
    }
    const draft = createDraft(entry, context.limits.keptPerRow)
    const title = textOf(draft.take('Title'))
    draft.ignore('Type', 'MAL_ID', 'MAL', 'Year', 'SIMKL_ID')
    draft.status('Watchlist')
    draft.score('Rating', 10)
    setLastEpisode(draft)
    draft.notes('Memo')
    return draft.row({
      number,
      kind: 'anime',
      titles: [title],
      ids: { simkl: idOf(entry.SIMKL_ID), mal },
      hints: { year: idOf(entry.Year) },
    })
  })
  if (skipped > 0) warnings.push({ code: 'skipped', count: skipped, value: 'movies, shows' })
  return backupFile('simkl-csv', rows, {
    scoreStep: 10,
    owners: [{ ...unknownOwner, site: 'simkl', scoreFormat: 'point-10' }],
    warnings: warnings.concat(rows.length > 0 ? reported(table) : []),
  })
}

/** `E12`, `S01E12` or `12`; seasons beyond the first say nothing about one title's episodes. */
function setLastEpisode(draft: ReturnType<typeof createDraft>) {
  const value = draft.take('LastEpWatched')
  const text = textOf(value)
  if (text === null) return
  const match = /^(?:S0*1)?E?(\d+)$/i.exec(text.trim())
  if (match === null) draft.refuse('unknown-value', 'LastEpWatched', value)
  else draft.put('progress', 'LastEpWatched', Number(match[1]))
}

function reported({ header }: CsvTable): FileWarning[] {
  const ours = ['SIMKL_ID', 'Title', 'Type', 'Year', 'Watchlist', 'LastEpWatched', 'Rating', 'Memo']
  const unknown = header.filter(
    (name) => !known.has(name) && !ours.includes(name) && !/^MAL/.test(name) && name !== '',
  )
  return unknown.length > 0 ? [{ code: 'unknown-elements', value: unknown.join(', ') }] : []
}
