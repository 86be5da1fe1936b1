import { SaxesParser } from 'saxes'
import type { DecodedText } from './bytes/text'
import { createRepairCounter } from './bytes/text'
import type { ReadContext } from './context'
import { problem } from './problem'

/** One element with its children as texts: a row of a list. */
export interface XmlRecord {
  readonly name: string
  /** The element that it stands in; `null` at the top. */
  readonly parent: string | null
  readonly fields: Readonly<Record<string, string>>
  /** Places of its text that had to be repaired. */
  readonly repairs: number
  /** What is wrong with its markup; `null` when nothing is. */
  readonly broken: string | null
}

export interface XmlEnd {
  /** The comments before the first record. */
  readonly comments: string
  /** An element was never closed. */
  readonly cutShort: boolean
}

/** Text that is given to the parser at once; also how often progress is told. */
const pieceLength = 64 * 1024

/**
 * Reads XML as a stream of records (elements of the given names); all names are made small. Forgives
 * bare `&`, unknown entities and wrong nesting; refuses any document type with its entities (`unsafe-xml`).
 */
export function readXmlRecords(
  decoded: DecodedText,
  names: ReadonlySet<string>,
  context: ReadContext,
  onRecord: (record: XmlRecord) => void,
): XmlEnd {
  const parser = new SaxesParser({ fragment: true })
  const repairs = createRepairCounter(decoded.repairedAt)
  const open: string[] = []
  let record: { name: string; parent: string | null; fields: Record<string, string> } | null = null
  let field: { name: string; depth: number; text: string } | null = null
  let broken: string | null = null
  let comments = ''
  let shift = 0
  let stored = 0

  function finish() {
    if (record === null) return
    onRecord({ ...record, repairs: repairs.until(parser.position - shift), broken })
    record = null
    field = null
    broken = null
  }

  function store(name: string, text: string) {
    if (record === null || stored >= context.limits.fieldsPerRow) return
    stored++
    const free = Object.hasOwn(record.fields, name) ? `${name} (again)` : name
    record.fields[free] = text
  }

  parser.on('doctype', () => {
    throw problem('unsafe-xml', 'It defines a document type; such files are not read.')
  })
  parser.on('error', (error) => {
    // Outside of rows nothing of ours is broken: two roots, or a declaration in a wrong place.
    if (record !== null) broken ??= error.message
  })
  parser.on('comment', (comment) => {
    if (comments.length < 2000) comments += comment
  })
  parser.on('opentag', ({ name: written }) => {
    const name = written.toLowerCase()
    if (open.length >= context.limits.depth) {
      throw problem('too-deep', `It nests deeper than ${context.limits.depth} levels.`)
    }
    if (names.has(name)) {
      finish()
      stored = 0
      record = { name, parent: open.at(-1) ?? null, fields: Object.create(null) as never }
    } else if (record !== null && field === null) field = { name, depth: open.length, text: '' }
    open.push(name)
  })
  const addText = (text: string) => {
    if (field !== null) field.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', ({ name: written }) => {
    const name = written.toLowerCase()
    open.pop()
    if (field !== null && open.length <= field.depth) {
      store(field.name, field.text)
      field = null
    }
    if (record !== null && record.name === name && field === null) finish()
  })

  let told = 0
  for (const piece of safePieces(decoded.text)) {
    if (piece.from - told >= pieceLength) context.tick((told = piece.from), decoded.text.length)
    shift = parser.position - piece.from
    parser.write(piece.text)
  }
  const cutShort = open.length > 0 || record !== null
  parser.close()
  return { comments, cutShort }
}

/** The name of the first element in small letters; `null` if the text does not begin like XML. */
export function rootElement(text: string): string | null {
  if (!/^\s*</.test(text.slice(0, 1000))) return null
  const head = text
    .slice(0, 20_000)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\?[\s\S]*?\?>/g, '')
  const doctype = /^\s*<!DOCTYPE\s+([\w:.-]+)/i.exec(head)
  const name = doctype?.[1] ?? /^\s*<([\w:.-]+)/.exec(head)?.[1] ?? null
  return name?.toLowerCase() ?? null
}

const reference = /&(?:amp|lt|gt|quot|apos|#\d+|#[xX][0-9a-fA-F]+);/y

/** The text in pieces, each `&` that begins no reference of XML made into `&amp;`. */
function* safePieces(text: string): Generator<{ text: string; from: number }> {
  const interesting = /&|<!\[CDATA\[/g
  let from = 0
  for (let hit = interesting.exec(text); hit !== null; hit = interesting.exec(text)) {
    if (hit[0] !== '&') {
      const end = text.indexOf(']]>', hit.index)
      if (end === -1) break
      interesting.lastIndex = end
      continue
    }
    reference.lastIndex = hit.index
    if (reference.test(text)) continue
    yield* slices(text, from, hit.index)
    yield { text: '&amp;', from: hit.index }
    from = hit.index + 1
  }
  yield* slices(text, from, text.length)
}

function* slices(text: string, start: number, end: number) {
  for (let from = start; from < end; from += pieceLength) {
    yield { text: text.slice(from, Math.min(from + pieceLength, end)), from }
  }
}
