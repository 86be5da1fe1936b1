import { type MediaKind, mediaKinds } from '../../../shared/media'
import type { ReadContext } from '../context'
import type { CsvTable } from '../csv'
import { idOf, type JsonObject, textOf, timeOf } from '../json'
import { type BackupFile, type BackupRow, type FileWarning, unknownOwner } from '../model'
import { createDraft } from '../values/draft'
import { readRows } from './json-rows'
import { backupFile, type CsvFormat } from './reader'

/** Sources whose numbers are known; by the first of them that a row has it is known again. */
const knownSites = ['mal', 'anilist', 'kitsu', 'mangaupdates'] as const

/** Yamtrack's table of all media; a viewing again is a row of its own there. */
export const yamtrack: CsvFormat = {
  id: 'yamtrack',
  name: 'Yamtrack CSV',
  recognises: (header) =>
    header.has('media_id') && header.has('media_type') && header.has('status'),
  read,
}

function read(table: CsvTable, context: ReadContext): BackupFile {
  const warnings: FileWarning[] = []
  let skipped = 0
  const rows = readRows(table.rows, context, warnings, (entry, number) => {
    const type = textOf(entry.media_type)?.trim().toLowerCase()
    const kind = mediaKinds.find((one) => one === type)
    if (kind !== undefined) return rowOf(entry, number, kind, context)
    skipped++
    return null
  })
  if (skipped > 0) warnings.push({ code: 'skipped', count: skipped, value: 'tv, movies, games' })
  return backupFile('yamtrack', joined(rows), { owners: [unknownOwner], warnings })
}

function rowOf(
  raw: JsonObject,
  number: number,
  kind: MediaKind,
  { limits }: ReadContext,
): BackupRow {
  const draft = createDraft(raw, limits.keptPerRow)
  const source = textOf(raw.source)?.trim().toLowerCase() ?? 'mal'
  const site = knownSites.find((one) => one === source)
  const id = idOf(draft.take('media_id'))
  draft.ignore('source', 'media_type', 'season_number', 'episode_number')
  const title = textOf(draft.take('title'))
  draft.status('status')
  draft.score('score', 10)
  draft.count('progress', 'progress')
  draft.repeats('repeats')
  draft.date('startedAt', 'start_date')
  draft.date('completedAt', 'end_date')
  draft.notes('notes')
  const changed = timeOf(draft.take('progress_changed', 'progressed_at'))
  return draft.row({
    number,
    kind,
    titles: [title],
    ids: site === undefined ? {} : { [site]: id },
    updatedAt: changed === null ? null : Math.floor(changed / 1000),
  })
}

/** Rows of one title become one entry: the last one tells how it stands, the others are repeats. */
function joined(rows: readonly BackupRow[]): BackupRow[] {
  const byTitle = new Map<string, BackupRow[]>()
  for (const row of rows) {
    const site = knownSites.find((one) => row.ids[one])
    const key = site ? `${row.kind} ${site} ${row.ids[site]}` : `${row.number}`
    const group = byTitle.get(key)
    if (group === undefined) byTitle.set(key, [row])
    else group.push(row)
  }
  return [...byTitle.values()].flatMap((group) => joinedGroup(group) ?? [])
}

function joinedGroup(group: readonly BackupRow[]): BackupRow | undefined {
  const [first] = group
  const last = group.at(-1)
  if (first === undefined || last === undefined || group.length === 1) return first
  const started = group.flatMap(({ fields }) => fields.startedAt ?? []).sort((a, b) => a - b)
  const finished = group.flatMap(({ fields }) => fields.completedAt ?? []).sort((a, b) => b - a)
  const repeats = group.reduce((sum, { fields }) => sum + (fields.repeats ?? 0), group.length - 1)
  return {
    ...last,
    number: first.number,
    fields: {
      ...last.fields,
      ...(started[0] === undefined ? {} : { startedAt: started[0] }),
      ...(finished[0] === undefined ? {} : { completedAt: finished[0] }),
      repeats,
    },
    warnings: [...last.warnings, { code: 'merged', value: String(group.length) }],
  }
}
