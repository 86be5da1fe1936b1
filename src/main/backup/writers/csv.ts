import Papa from 'papaparse'
import { idOf } from '../../../shared/media'
import { dayText } from '../formats/tsuzuki-schema'
import { siteOfService } from '../sites'
import { type Column, columns, safeCell } from '../values/csv-cells'
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

/**
 * A table for spreadsheets, with a byte order mark that Excel needs, and no cell that could run as
 * a formula. It carries every field; what is no well-formed text is named in `losses`.
 */
export function writeCsv(accounts: readonly ExportAccount[], options: ExportOptions): Exported {
  const lines: string[][] = []
  const losses: Loss[] = []
  for (const { account, rows } of accounts) {
    const open = withoutPrivate(rows, options)
    losses.push(...open.losses)
    for (const row of open.rows) {
      const cells = cellsOf(row, account)
      lines.push(columns.map((column) => safeCell(tableText(cells[column]))))
      if (tableText(row.entry.notes) !== row.entry.notes)
        losses.push(lossOf(row, 'notes', 'characters'))
      losses.push(...countLosses(row))
    }
  }
  const text = Papa.unparse({ fields: [...columns], data: lines }, { newline: '\r\n' })
  return { bytes: utf8(`\ufeff${text}\r\n`), count: lines.length, losses }
}

function cellsOf(
  { entry, media, ids = {} }: ExportRow,
  account: ExportAccount['account'],
): Record<Column, string> {
  const site = siteOfService(account.service)
  const idAt = (name: 'anilist' | 'anisearch') =>
    text(name === site ? idOf(entry.title) : ids[name])
  return {
    service: account.service,
    tsuzuki_title: entry.title,
    mal_id: text(media.malId),
    anilist_id: idAt('anilist'),
    anisearch_id: idAt('anisearch'),
    title: media.titles.romaji ?? '',
    title_english: media.titles.english ?? '',
    title_native: media.titles.native ?? '',
    format: media.format,
    year: text(media.seasonYear ?? (Math.floor((media.startDate ?? 0) / 10_000) || null)),
    episodes: text(media.episodes),
    chapters: text(media.chapters),
    volumes: text(media.volumes),
    status: entry.status,
    score: text(entry.score),
    progress: text(entry.progress),
    progress_volumes: text(entry.progressVolumes),
    repeats: text(entry.repeats),
    started: dayText(entry.startedAt) ?? '',
    finished: dayText(entry.completedAt) ?? '',
    notes: entry.notes,
    private: yesNo(entry.private),
    hidden: yesNo(entry.hidden),
    custom_lists: JSON.stringify(entry.customLists),
    advanced_scores: JSON.stringify(entry.advancedScores),
    priority: text(entry.priority),
    personal_score: text(entry.personalScore),
    repeat_desire: text(entry.repeatDesire),
    created: text(entry.createdAt),
    updated: text(entry.updatedAt),
  }
}

/** Half characters become replacement marks in UTF-8, and a null would make it no text at all. */
function tableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '')
}

function text(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value)
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no'
}
