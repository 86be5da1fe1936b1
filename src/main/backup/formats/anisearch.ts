import type { MediaKind } from '../../../shared/media'
import type { ReadContext } from '../context'
import { idOf, isObject, type JsonObject, objectAt, textOf } from '../json'
import type { BackupFile, BackupRow, FileWarning } from '../model'
import { createDraft } from '../values/draft'
import { mediaFormatOf } from '../values/media-formats'
import { statusOf } from '../values/statuses'
import { readRows } from './json-rows'
import { backupFile, type JsonFormat, unknownElements } from './reader'

const kinds = ['anime', 'manga'] as const

/**
 * The export of aniSearch's user pages: per kind an object of status words with the titles under
 * them. Known fields are `title`, `episodes`, `rating`; those of its API are taken where they stand.
 */
export const anisearch: JsonFormat = {
  id: 'anisearch',
  name: 'aniSearch export',
  recognises: (value) => kinds.some((kind) => statusLists(value, kind).length > 0),
  read,
}

function read(value: unknown, context: ReadContext): BackupFile {
  const warnings: FileWarning[] = []
  const rows: BackupRow[] = []
  for (const kind of kinds) {
    for (const [word, entries] of statusLists(value, kind)) {
      const offset = rows.length
      const found = readRows(entries, context, warnings, (entry, number) =>
        rowOf({ status: word, ...entry }, kind, offset + number, context),
      )
      for (const row of found) rows.push(row)
    }
  }
  if (rows.some((row) => row.hints.episodes === null && (row.fields.progress ?? 0) > 0)) {
    warnings.push({ code: 'progress-assumed', value: 'episodes' })
  }
  return backupFile('anisearch', rows, {
    warnings: [...warnings, ...unknownElements(rows, new Set())],
  })
}

function statusLists(value: unknown, kind: MediaKind): [word: string, entries: unknown[]][] {
  return Object.entries(objectAt(value, kind)).filter(
    (pair): pair is [string, unknown[]] =>
      statusOf(pair[0]) !== null &&
      Array.isArray(pair[1]) &&
      pair[1].every((entry) => !isObject(entry) || !('media' in entry)),
  )
}

function rowOf(raw: JsonObject, kind: MediaKind, number: number, { limits }: ReadContext) {
  const counted = splitCounts(raw)
  const draft = createDraft(counted.raw, limits.keptPerRow)
  const titles = [textOf(draft.take('title', 'name'))]
  draft.status('status')
  draft.score('rating', 1)
  const { status } = draft.fields
  const countName = firstOf(counted.raw, kind === 'anime' ? animeCounts : mangaCounts)
  const isTotal = status === 'planned' || status === 'not-interested'
  const total = isTotal || status === 'completed' ? idOf(counted.raw[countName]) : null
  if (isTotal && countName === 'episodes') draft.ignore('episodes')
  else draft.count('progress', countName)
  draft.count('progressVolumes', firstOf(counted.raw, ['volumes_read', 'volumes']))
  draft.repeats(firstOf(counted.raw, ['times_rewatched', 'times_reread']))
  draft.date('startedAt', 'start_date')
  draft.date('completedAt', 'end_date')
  draft.notes('notes')
  return draft.row({
    number,
    kind,
    titles,
    ids: {
      anisearch: idOf(draft.take('id-anisearch', 'id_anisearch', 'id')),
      mal: idOf(draft.take('id-myanimelist', 'id_myanimelist')),
    },
    hints: {
      format: mediaFormatOf(draft.take('type')),
      year: idOf(draft.take('year')),
      [kind === 'anime' ? 'episodes' : 'chapters']: total,
      ...counted.totals,
    },
  })
}

const animeCounts = ['episodes_watched', 'episodes']
const mangaCounts = ['chapters_read', 'chapters']

function firstOf(raw: JsonObject, names: readonly string[]): string {
  return names.find((name) => raw[name] !== undefined) ?? names[0] ?? ''
}

/** `5/12` is a progress and a total. */
function splitCounts(raw: JsonObject) {
  const totals: Record<string, number | null> = {}
  const split = Object.entries(raw).map(([name, value]) => {
    const match = typeof value === 'string' ? /^\s*(\d+)\s*\/\s*(\d+|\?)\s*$/.exec(value) : null
    if (match === null || !['episodes', 'chapters', 'volumes'].includes(name)) return [name, value]
    totals[name] = idOf(match[2])
    return [name, match[1]]
  })
  return { raw: Object.fromEntries(split) as JsonObject, totals }
}
