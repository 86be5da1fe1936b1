import type { PreviewCandidate, PreviewRow } from '../../../shared/backup'
import type { Media, TitleKey } from '../../../shared/media'
import { kindOf, totalOf } from '../../../shared/media'
import type { ShownRow } from '../../backup/thread/messages'
import { nameOf } from '../../backup/writers/export'

const mostText = 400
const mostNames = 3

/** A row of the preview as the window gets it: long texts are cut, so that a page stays small. */
export function previewRow(row: ShownRow, mediaOf: (title: TitleKey) => Media): PreviewRow {
  const { hints } = row
  const matched = row.title === null ? null : mediaOf(row.title)
  return {
    row: row.row,
    kind: row.kind,
    name: cut(row.name === '' && matched ? nameOf(matched) : row.name),
    title: row.title,
    class: row.class,
    picked: row.picked,
    changes: row.changes.map((change) => ({
      ...change,
      from: cutValue(change.from),
      to: cutValue(change.to),
    })),
    candidates: row.candidates.map((candidate) => previewCandidate(candidate, mediaOf)),
    refused: row.refused,
    duplicateOf: row.duplicateOf,
    titles: row.titles.slice(0, mostNames).map(cut),
    year: hints?.year ?? null,
    units: (row.kind === 'anime' ? hints?.episodes : hints?.chapters) ?? null,
    warnings: row.warnings.map(({ code, value }) => ({
      code,
      ...(value === undefined ? {} : { value: cut(value) }),
    })),
  }
}

function previewCandidate(
  { title, confidence, evidence, known }: ShownRow['candidates'][number],
  mediaOf: (title: TitleKey) => Media,
): PreviewCandidate {
  const media = mediaOf(title)
  const { format } = media
  const parts = kindOf(title) === 'anime' ? known?.episodes : known?.chapters
  return {
    title,
    name: cut(
      Object.values(media.titles).some(Boolean) ? nameOf(media) : (known?.names[0] ?? title),
    ),
    year: media.seasonYear ?? known?.year ?? null,
    format: format === 'unknown' ? (known?.format ?? null) : format,
    units: totalOf(media) ?? parts ?? null,
    confidence,
    evidence,
  }
}

function cut(text: string): string {
  return text.length > mostText ? `${text.slice(0, mostText)}…` : text
}

function cutValue<T>(value: T): T {
  // Only a note is ever that long, and a cut note is a text as well.
  return typeof value === 'string' ? (cut(value) as T) : value
}
