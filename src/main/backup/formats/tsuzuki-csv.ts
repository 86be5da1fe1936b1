import type { ReadContext } from '../context'
import type { CsvTable } from '../csv'
import { idOf, type JsonObject, textOf, textsOf } from '../json'
import { type BackupFile, type BackupRow, type FileWarning, unknownOwner } from '../model'
import { plainCell } from '../values/csv-cells'
import { createDraft } from '../values/draft'
import { mediaFormatOf } from '../values/media-formats'
import { readRows } from './json-rows'
import { backupFile, type CsvFormat, unknownElements } from './reader'

/** The table that this app writes; see docs/formats.md. */
export const tsuzukiCsv: CsvFormat = {
  id: 'tsuzuki-csv',
  name: 'Tsuzuki CSV',
  recognises: (header) => header.has('tsuzuki_title'),
  read,
}

function read(table: CsvTable, context: ReadContext): BackupFile {
  const warnings: FileWarning[] = []
  const rows = readRows(table.rows, context, warnings, (cells, number) => {
    const plain = Object.fromEntries(
      Object.entries(cells).map(([name, cell]) => [name, plainCell(String(cell))]),
    )
    return rowOf(plain, number, table.crooked.has(number), context)
  })
  return backupFile('tsuzuki-csv', rows, {
    owners: [unknownOwner],
    warnings: [...warnings, ...unknownElements(rows, new Set())],
  })
}

function rowOf(
  cells: Readonly<Record<string, string>>,
  number: number,
  isCrooked: boolean,
  { limits }: ReadContext,
): BackupRow {
  const draft = createDraft(cells, limits.keptPerRow)
  const key = /^(anime|manga):(\d+)$/.exec(textOf(draft.take('tsuzuki_title')) ?? '')
  if (isCrooked) draft.warn('broken-markup')
  draft.ignore('service')
  draft.status('status')
  draft.score('score', 1)
  draft.count('progress', 'progress')
  draft.count('progressVolumes', 'progress_volumes')
  draft.count('repeats', 'repeats')
  draft.count('priority', 'priority')
  draft.date('startedAt', 'started')
  draft.date('completedAt', 'finished')
  draft.notes('notes')
  draft.flag('private', 'private')
  draft.flag('hidden', 'hidden')
  setLists(draft)
  setNumbers(draft)
  const titles = [draft.take('title'), draft.take('title_english'), draft.take('title_native')]
  return draft.row({
    number,
    kind: key?.[1] === 'manga' ? 'manga' : 'anime',
    titles: titles.map((title) => textOf(title)),
    ids: {
      mal: idOf(draft.take('mal_id')),
      anilist: idOf(draft.take('anilist_id')),
      anisearch: idOf(draft.take('anisearch_id')),
    },
    hints: {
      format: mediaFormatOf(draft.take('format')),
      year: idOf(draft.take('year')),
      episodes: idOf(draft.take('episodes')),
      chapters: idOf(draft.take('chapters')),
      volumes: idOf(draft.take('volumes')),
    },
    createdAt: idOf(draft.take('created')),
    updatedAt: idOf(draft.take('updated')),
  })
}

type Draft = ReturnType<typeof createDraft>

/** Names of lists and scores stand in their cells as JSON: a name may hold any mark. */
function setLists(draft: Draft) {
  const lists = parsed(draft.take('custom_lists'))
  if (Array.isArray(lists)) draft.fields.customLists = textsOf(lists)
  const scores = parsed(draft.take('advanced_scores'))
  if (typeof scores !== 'object' || scores === null || Array.isArray(scores)) return
  const right = Object.entries(scores as JsonObject).filter(
    (pair): pair is [string, number] =>
      typeof pair[1] === 'number' && pair[1] >= 0 && pair[1] <= 100,
  )
  draft.fields.advancedScores = Object.fromEntries(right)
}

function setNumbers(draft: Draft) {
  const personal = draft.take('personal_score')
  if (personal === '') draft.fields.personalScore = null
  else if (typeof personal === 'string' && /^\d{1,3}(?:\.\d+)?$/.test(personal)) {
    draft.fields.personalScore = Math.min(100, Number(personal))
  }
  draft.count('repeatDesire', 'repeat_desire')
}

function parsed(cell: unknown): unknown {
  const text = textOf(cell)
  if (text === null || text.length > 100_000) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
