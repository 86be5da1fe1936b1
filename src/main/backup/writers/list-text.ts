import { kindOf, mediaKinds, totalOf } from '../../../shared/media'
import { type Status, statuses } from '../../../shared/status'
import {
  type ExportAccount,
  type Exported,
  type ExportOptions,
  type ExportRow,
  nameOf,
  utf8,
  withoutPrivate,
} from './export'

/** Words of the reader's language: main knows none. */
export interface ListWords {
  readonly kinds: Readonly<Record<'anime' | 'manga', string>>
  readonly statuses: Readonly<Record<Status, string>>
}

export type ListStyle = 'text' | 'markdown'

/** A list to read or to paste: titles with progress and score, by kind and status. Holds no more. */
export function writeListText(
  { rows }: ExportAccount,
  options: ExportOptions & { readonly style: ListStyle; readonly words: ListWords },
): Exported {
  const { rows: open, losses } = withoutPrivate(rows, options)
  const heading = (level: number, text: string) =>
    options.style === 'markdown' ? `${'#'.repeat(level)} ${text}` : text
  const lines: string[] = []
  for (const kind of mediaKinds) {
    const ofKind = open.filter(({ entry }) => kindOf(entry.title) === kind)
    if (ofKind.length === 0) continue
    lines.push(heading(1, options.words.kinds[kind]), '')
    for (const status of statuses) {
      const found = ofKind.filter(({ entry }) => entry.status === status)
      if (found.length === 0) continue
      lines.push(heading(2, `${options.words.statuses[status]} (${found.length})`), '')
      lines.push(...found.map((row) => lineOf(row, options.style)).sort(byText), '')
    }
  }
  return { bytes: utf8(lines.join('\n')), count: open.length, losses }
}

function lineOf({ entry, media }: ExportRow, style: ListStyle): string {
  const name = nameOf(media).replace(/\s+/g, ' ')
  const shown = style === 'markdown' ? name.replace(/[\\`*_[\]<>#|]/g, (mark) => `\\${mark}`) : name
  const score = entry.score === null ? '' : ` · ${entry.score}/100`
  return `- ${shown} (${entry.progress}/${totalOf(media) ?? '?'})${score}`
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

function byText(a: string, b: string): number {
  return collator.compare(a, b)
}
