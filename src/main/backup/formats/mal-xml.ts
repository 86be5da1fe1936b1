import type { DecodedText } from '../bytes/text'
import type { ReadContext } from '../context'
import { idOf, textOf, wholeOf } from '../json'
import type { BackupFile, BackupOwner, BackupRow, FileWarning } from '../model'
import { unknownOwner } from '../model'
import { problem } from '../problem'
import { readXmlRecords, type XmlRecord } from '../xml'
import { malRow, type MalWriter, passedOver } from './mal-xml-row'
import { backupFile, unknownElements, withDuplicates, type XmlFormat } from './reader'

const recordNames = new Set(['myinfo', 'anime', 'manga'])

/** MyAnimeList's XML in the dialects of 2008 and 1.1.0, and as others write it. */
export const malXml: XmlFormat = {
  id: 'mal-xml',
  name: 'MyAnimeList XML',
  roots: ['myanimelist'],
  read,
}

function read(decoded: DecodedText, context: ReadContext): BackupFile {
  const records: XmlRecord[] = []
  let info: XmlRecord | null = null
  const { comments, cutShort } = readXmlRecords(decoded, recordNames, context, (record) => {
    if (record.name === 'myinfo') info ??= record
    else if (records.length >= context.limits.rows)
      throw problem('too-big', 'It has too many rows.')
    else records.push(record)
  })
  const writer = writerOf(comments, records, info)
  const rows = withDuplicates(
    records.map((record, index) => malRow(record, index + 1, writer, context)),
    (row) => (row.ids.mal === undefined ? null : `${row.kind}:${row.ids.mal}`),
  )
  const about = (info as XmlRecord | null)?.fields ?? {}
  return backupFile('mal-xml', rows, {
    version: /Version\s+([\d.]+)/i.exec(comments)?.[1] ?? (writer === 'mal-2008' ? '2008' : writer),
    owners: [ownerOf(about, writer)],
    scoreStep: 10,
    warnings: [
      ...(cutShort ? [{ code: 'cut-short' } as const] : []),
      ...countWarnings(about, rows),
      ...unknownElements(rows, passedOver),
    ],
  })
}

function writerOf(
  comments: string,
  records: readonly XmlRecord[],
  info: XmlRecord | null,
): MalWriter {
  if (/Tsuzuki/.test(comments)) return 'tsuzuki'
  if (/Taiga/.test(comments)) return 'taiga'
  if (/Xinil/i.test(comments)) return 'mal-2008'
  if (/MyAnimeList/i.test(comments)) return 'mal'
  if (records.some(({ fields }) => fields.shiki_status !== undefined)) return 'shikimori'
  const untitled = records.every(
    ({ fields }) => fields.series_title === undefined && fields.manga_title === undefined,
  )
  return untitled && info !== null && Object.keys(info.fields).length === 1 ? 'kitsu' : 'other'
}

function ownerOf(info: Readonly<Record<string, string>>, writer: MalWriter): BackupOwner {
  const isMal = writer === 'mal' || writer === 'mal-2008'
  return {
    ...unknownOwner,
    site: isMal ? 'mal' : null,
    userId: isMal ? idOf(info.user_id) : null,
    name: textOf(info.user_name),
    scoreFormat: 'point-10',
  }
}

/** Compares what the head of the file promises with what is there. */
function countWarnings(
  info: Readonly<Record<string, string>>,
  rows: readonly BackupRow[],
): FileWarning[] {
  const warnings: FileWarning[] = []
  for (const kind of ['anime', 'manga'] as const) {
    const promised = wholeOf(info[`user_total_${kind}`])
    const count = rows.filter((row) => row.kind === kind).length
    if (promised !== null && promised !== count && (promised > 0 || count > 0)) {
      warnings.push({ code: 'counts-differ', count: promised, value: kind })
    }
    const type = kind === 'anime' ? '1' : '2'
    const written = info.user_export_type?.trim()
    if (count > 0 && (written === '1' || written === '2') && written !== type) {
      warnings.push({ code: 'export-type-differs', count, value: kind })
    }
  }
  return warnings
}
