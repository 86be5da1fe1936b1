import type { DecodedText } from '../bytes/text'
import type { ReadContext } from '../context'
import type { CsvTable } from '../csv'
import type { BackupFile, BackupRow, FileWarning, FormatId } from '../model'
import { unknownOwner } from '../model'

/** Recognises one format by its content, never by a name, and reads it. */
export interface JsonFormat {
  readonly id: FormatId
  /** How it is called in a sentence: a proper name, the same in every language. */
  readonly name: string
  recognises(value: unknown): boolean
  read(value: unknown, context: ReadContext): BackupFile
}

export interface XmlFormat {
  readonly id: FormatId
  readonly name: string
  /** Names of first elements. */
  readonly roots: readonly string[]
  /** `null` when it is something else of that name. */
  read(text: DecodedText, context: ReadContext): BackupFile | null
}

export interface CsvFormat {
  readonly id: FormatId
  readonly name: string
  recognises(header: ReadonlySet<string>): boolean
  read(table: CsvTable, context: ReadContext): BackupFile
}

export interface BinaryFormat {
  readonly id: FormatId
  readonly name: string
  /** `null` when the bytes are something else. */
  read(bytes: Uint8Array, context: ReadContext): BackupFile | null
}

/** A file from its rows and what is special about it. */
export function backupFile(
  format: FormatId,
  rows: readonly BackupRow[],
  rest: Partial<Omit<BackupFile, 'source' | 'rows' | 'kinds'>> & { version?: string | null } = {},
): BackupFile {
  const { version = null, ...others } = rest
  return {
    madeAt: null,
    owners: [unknownOwner],
    scoreStep: 1,
    warnings: [],
    ...others,
    source: { format, version },
    kinds: (['anime', 'manga'] as const).filter((kind) => rows.some((row) => row.kind === kind)),
    rows,
  }
}

/**
 * One warning that names all elements of which nothing is known, and how many rows have some. An
 * element whose value could not be taken is known: it has a warning of its own.
 */
export function unknownElements(
  rows: readonly BackupRow[],
  known: ReadonlySet<string>,
): FileWarning[] {
  const names = new Set<string>()
  let count = 0
  for (const { kept, warnings } of rows) {
    const unknown = Object.keys(kept).filter(
      (name) => !known.has(name) && !warnings.some(({ field }) => field === name),
    )
    if (unknown.length > 0) count++
    for (const name of unknown.slice(0, 20)) names.add(name)
  }
  if (count === 0) return []
  return [{ code: 'unknown-elements', count, value: [...names].slice(0, 20).join(', ') }]
}

/** Adds a warning to each row whose key came up before it. */
export function withDuplicates(
  rows: readonly BackupRow[],
  keyOf: (row: BackupRow) => string | null,
): BackupRow[] {
  const first = new Map<string, number>()
  return rows.map((row) => {
    const key = keyOf(row)
    if (key === null) return row
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, row.number)
      return row
    }
    const warning = { code: 'duplicate', value: String(earlier) } as const
    return { ...row, warnings: [...row.warnings, warning] }
  })
}
