import Papa from 'papaparse'
import type { ReadContext } from './context'
import { problem } from './problem'

export interface CsvTable {
  readonly header: readonly string[]
  /** Each row by the names of the header in small letters; cells beyond it are under `+1`, `+2`, … */
  readonly rows: readonly Readonly<Record<string, string>>[]
  /** Rows, from 1, whose quotes or number of cells are not right. */
  readonly crooked: ReadonlySet<number>
}

/** What a spreadsheet puts first to say how cells are parted. */
const partedBy = /^\s*sep=.\r?\n/i

/** The names in the first line, in small letters; `null` if it does not look like a table. */
export function csvHeader(text: string): readonly string[] | null {
  const line = firstLine(text)
  if (!/[,;\t]/.test(line) || line.startsWith('<')) return null
  const [header] = Papa.parse<string[]>(line, { delimiter: delimiterOf(line) }).data
  return header?.map((name) => name.trim().toLowerCase()) ?? null
}

function firstLine(text: string): string {
  return text.slice(0, 10_000).replace(partedBy, '').trimStart().split(/\r?\n/, 1)[0] ?? ''
}

/** Reads a table; unescaped quotes inside cells are forgiven. Throws `too-big` above the limits. */
export function readCsv(text: string, context: ReadContext): CsvTable {
  const header = csvHeader(text) ?? []
  const rows: Record<string, string>[] = []
  const crooked = new Set<number>()
  let cells = 0
  let first = true
  Papa.parse<string[]>(text.replace(partedBy, '').trimStart(), {
    delimiter: delimiterOf(firstLine(text)),
    skipEmptyLines: true,
    step({ data, errors, meta }) {
      if (first) {
        first = false
        return
      }
      cells += data.length
      if (cells > context.limits.values) throw problem('too-big', 'The table has too many cells.')
      rows.push(byName(header, data))
      if (errors.length > 0 || data.length > header.length) crooked.add(rows.length)
      if (rows.length % 500 === 0) context.tick(meta.cursor, text.length)
    },
  })
  return { header, rows, crooked }
}

function delimiterOf(line: string): string {
  const count = (mark: string) => line.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

function byName(header: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    cells.map((cell, index) => [header[index] ?? `+${index + 1 - header.length}`, cell]),
  )
}
