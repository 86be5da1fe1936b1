import { gunzip, isGzip } from './bytes/gzip'
import { type DecodedText, decodeText } from './bytes/text'
import { isZip, unzip } from './bytes/zip'
import { createContext, type ReadContext, type ReadOptions } from './context'
import { csvHeader, readCsv } from './csv'
import { binaryFormats, csvFormats, jsonFormats, lookedFor, xmlFormats } from './formats/all'
import { parseJson } from './json'
import { parseBigJson } from './json-lists'
import { mergeFiles } from './merge'
import type { BackupFile, FileWarning } from './model'
import { problem } from './problem'
import { rootElement } from './xml'

/** What was seen that is no list, so that the refusal can say it. */
type Reading = ReadContext & { readonly seen: Set<'web-page' | 'half-json'> }

function whyNot({ seen }: Reading) {
  if (seen.has('web-page')) return problem('web-page', 'It is a page of the web.')
  if (seen.has('half-json')) return problem('damaged-file', 'It begins like JSON and is none.')
  return problem('unknown-file', `Looked for: ${lookedFor.join(', ')}.`)
}

/** gzip inside gzip, a gzip inside a zip: real; more than that is an attack. */
const deepestPacking = 3

/**
 * Reads a list file, recognised by its content alone. What cannot be read of it is reported row by
 * row. Throws `invalid-input` with a reason of `problem.ts` for a file refused whole (with
 * `unknown-file` the detail names what was looked for), and `cancelled`.
 */
export function readBackup(bytes: Uint8Array, options: ReadOptions = {}): BackupFile {
  const context: Reading = { ...createContext(options), seen: new Set() }
  if (bytes.length === 0) throw problem('empty-file', 'The file is empty.')
  const file = readPacked(bytes, context, 0)
  if (file === null) throw whyNot(context)
  context.tick(1, 1)
  return withKindCheck(file, options)
}

function readPacked(bytes: Uint8Array, context: Reading, depth: number): BackupFile | null {
  if (depth > deepestPacking) throw problem('too-deep', 'It is packed too many times over.')
  if (isGzip(bytes)) {
    const { bytes: inner, damaged } = gunzip(bytes, context)
    const file = readPacked(inner, context, depth + 1)
    release(inner)
    return flagged(file, damaged)
  }
  if (isZip(bytes)) {
    const files = unzip(bytes, context).flatMap(
      ({ bytes: inner, damaged }) => flagged(readPacked(inner, context, depth + 1), damaged) ?? [],
    )
    return mergeFiles(files)
  }
  if (bytes.length > context.limits.bytes) {
    throw problem('too-big', `It is larger than ${context.limits.bytes} bytes.`)
  }
  return readPlain(bytes, context)
}

/** Gives back what was unpacked now: waiting for it to be collected costs its size once more. */
function release({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0)
}

function readPlain(bytes: Uint8Array, context: Reading): BackupFile | null {
  if (isPickle(bytes)) {
    throw problem('pickle', 'Python pickles can run code when read; they never are.')
  }
  const big = parseBigJson(bytes, context)
  if (big !== null) return withBroken(readJson(big.value, context), big.broken())
  const decoded = decodeText(bytes)
  const file = decoded === null ? null : readText(decoded, context)
  if (file !== null) return file
  for (const format of binaryFormats) {
    const read = format.read(bytes, context)
    if (read !== null) return read
  }
  return null
}

function readText(decoded: DecodedText, context: Reading): BackupFile | null {
  const { text, repairedAt } = decoded
  const root = rootElement(text)
  if (root !== null) {
    if (root === 'html') context.seen.add('web-page')
    const format = xmlFormats.find(({ roots }) => roots.includes(root))
    return format?.read(decoded, context) ?? null
  }
  const json = parseJson(text, context)
  const warnings: FileWarning[] =
    repairedAt.length > 0 ? [{ code: 'repaired-text', count: repairedAt.length }] : []
  if (json !== null) return withWarnings(readJson(json.value, context), warnings)
  if (/^\s*[[{]/.test(text)) context.seen.add('half-json')
  const header = new Set(csvHeader(text) ?? [])
  const format = csvFormats.find(({ recognises }) => recognises(header))
  if (format === undefined) return null
  const table = readCsv(text, context)
  const [row] = table.crooked
  if (row !== undefined) warnings.push({ code: 'crooked-rows', count: table.crooked.size, row })
  return withWarnings(format.read(table, context), warnings)
}

function readJson(value: unknown, context: Reading): BackupFile | null {
  const format = jsonFormats.find(({ recognises }) => recognises(value))
  return format?.read(value, context) ?? null
}

/** What could not be parsed was dropped somewhere: whatever the format, the file was not read whole. */
function withBroken(file: BackupFile | null, count: number): BackupFile | null {
  if (count === 0 || file?.warnings.some(({ code }) => code === 'row-not-read')) return file
  return withWarnings(file, [{ code: 'row-not-read', count }])
}

function flagged(file: BackupFile | null, damaged: boolean): BackupFile | null {
  return damaged ? withWarnings(file, [{ code: 'damaged-archive' }]) : file
}

function withWarnings(
  file: BackupFile | null,
  warnings: readonly FileWarning[],
): BackupFile | null {
  return file === null ? null : { ...file, warnings: [...warnings, ...file.warnings] }
}

/** Protocol 2 to 5, and the full stop that ends every pickle. */
function isPickle(bytes: Uint8Array): boolean {
  const [first, protocol = 0] = bytes
  return first === 0x80 && protocol >= 2 && protocol <= 5 && bytes.at(-1) === 0x2e
}

/** The user asked for the one kind, and the file holds only the other. */
function withKindCheck(file: BackupFile, { expects }: ReadOptions): BackupFile {
  if (expects === undefined || file.kinds.length === 0 || file.kinds.includes(expects)) return file
  const warning = { code: 'wrong-kind', value: file.kinds.join(), count: file.rows.length } as const
  return { ...file, warnings: [warning, ...file.warnings] }
}
