import type { Status } from '../../../shared/status'
import type { ReadContext } from '../context'
import type { DecodedText } from '../bytes/text'
import { idOf } from '../json'
import { type BackupFile, type BackupRow, unknownOwner } from '../model'
import { problem } from '../problem'
import { createDraft, flagOf } from '../values/draft'
import { readXmlRecords, type XmlRecord } from '../xml'
import { backupFile, unknownElements, withDuplicates, type XmlFormat } from './reader'

const statuses: Readonly<Record<string, Status>> = {
  1: 'current',
  2: 'completed',
  3: 'paused',
  4: 'dropped',
  5: 'planned',
}

/**
 * Taiga's own list. Its ids are those of the service it was used with, which it does not name:
 * unless the user says whose they are, they are kept but not used.
 */
export const taiga: XmlFormat = {
  id: 'taiga',
  name: 'Taiga list XML',
  roots: ['meta', 'library', 'database'],
  read,
}

function read(decoded: DecodedText, context: ReadContext): BackupFile | null {
  // Its settings and its history begin alike.
  if (!decoded.text.includes('<library')) return null
  const records: XmlRecord[] = []
  const titles = new Map<string, string>()
  const { cutShort } = readXmlRecords(decoded, new Set(['anime']), context, (record) => {
    const { id, title } = record.fields
    if (record.parent === 'database' && id !== undefined && title !== undefined) {
      titles.set(id, title)
    }
    if (record.parent !== 'library') return
    if (records.length >= context.limits.rows) throw problem('too-big', 'It has too many rows.')
    records.push(record)
  })
  const { idsAre, scoreFormat } = context.options
  const scores = records.map(({ fields }) => Number(fields.score ?? 0))
  const isOfTen = scores.some((score) => score > 0) && scores.every((score) => score <= 10)
  const worth = scoreFormat === 'point-10' || (scoreFormat === undefined && isOfTen) ? 10 : 1
  const rows = records.map((record, index) =>
    rowOf(record, {
      number: index + 1,
      title: titles.get(record.fields.id ?? '') ?? null,
      worth,
      context,
    }),
  )
  return backupFile(
    'taiga',
    withDuplicates(rows, (row) => Object.entries(row.ids)[0]?.join(' ') ?? null),
    {
      owners: [{ ...unknownOwner, site: idsAre ?? null }],
      scoreStep: worth,
      warnings: [
        ...(cutShort ? [{ code: 'cut-short' } as const] : []),
        ...(idsAre === undefined ? [{ code: 'ids-unclear', count: rows.length } as const] : []),
        ...(worth === 10 && scoreFormat === undefined
          ? [{ code: 'score-scale-assumed', value: 'point-10' } as const]
          : []),
        ...unknownElements(rows, new Set(['id'])),
      ],
    },
  )
}

interface Facts {
  readonly number: number
  readonly title: string | null
  /** Raw points of one point of a score: 1 since Taiga 1.3. */
  readonly worth: number
  readonly context: ReadContext
}

function rowOf(record: XmlRecord, { number, title, worth, context }: Facts): BackupRow {
  const draft = createDraft(record.fields, context.limits.keptPerRow)
  const { idsAre } = context.options
  const ids = idsAre === undefined ? {} : { [idsAre]: idOf(draft.take('id')) }
  if (record.repairs > 0) draft.warn('repaired-text', undefined, String(record.repairs))
  if (record.broken !== null) draft.warn('broken-markup', undefined, record.broken)
  draft.ignore('library_id')
  draft.status('status', statuses)
  draft.count('progress', 'progress')
  draft.date('startedAt', 'date_start')
  draft.date('completedAt', 'date_end')
  draft.score('score', worth)
  draft.flag('private', 'private')
  draft.repeats('rewatched_times')
  draft.repeating(flagOf(draft.take('rewatching')) === true)
  const place = idOf(draft.take('rewatching_ep'))
  if (draft.fields.status === 'repeating' && place !== null) {
    draft.put('progress', 'rewatching_ep', place)
  }
  draft.notes('notes')
  return draft.row({
    number,
    kind: 'anime',
    titles: [title],
    ids,
    updatedAt: idOf(draft.take('last_updated')),
  })
}
