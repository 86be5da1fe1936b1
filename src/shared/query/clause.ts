export const operators = ['>=', '<=', '>', '<', '=', ':'] as const
export type Operator = (typeof operators)[number]

/** A part of a query with its place: UTF-16 units from the start, `to` behind the last one. */
export interface Part {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** One value: `movie` or `"With Mia"`, without its quotes. */
export interface Value extends Part {
  readonly quoted: boolean
}

/** What stands between two spaces: a word to look for, or a field with what it shall be. */
export interface Clause {
  readonly from: number
  readonly to: number
  readonly negated: boolean
  /** `null` for plain words. */
  readonly field: Part | null
  readonly operator: Operator | null
  /** All that stands behind the operator, or the plain word itself; quotes are still in it. */
  readonly value: Part
  /** A quote was opened and never closed. */
  readonly open: boolean
}

const operator = /^(>=|<=|≥|≤|:(?:>=|<=|≥|≤|>|<|=)|>|<|=|:)/
const head = /^[\p{L}][\p{L}-]*/u
const written: Readonly<Record<string, Operator>> = { '≥': '>=', '≤': '<=' }

/**
 * Cuts a query into its clauses. What looks like a field but is none (`Re:Zero`) is plain text.
 * Never fails: whatever is typed, it is cut somehow.
 */
export function clausesOf(text: string, isField: (name: string) => boolean): readonly Clause[] {
  const clauses: Clause[] = []
  let at = skipSpace(text, 0)
  while (at < text.length) {
    const clause = clauseAt(text, at, isField)
    clauses.push(clause)
    at = skipSpace(text, clause.to)
  }
  return clauses
}

function clauseAt(text: string, from: number, isField: (name: string) => boolean): Clause {
  const negated = /^-[^\s-]/.test(text.slice(from, from + 2))
  const start = negated ? from + 1 : from
  const field = fieldAt(text, start, isField)
  const valueFrom = field ? field.end : start
  const { to, open } = endOfValue(text, valueFrom, field !== null)
  return {
    from,
    to,
    negated,
    field: field?.name ?? null,
    operator: field?.operator ?? null,
    value: part(text, valueFrom, to),
    open,
  }
}

function fieldAt(text: string, from: number, isField: (name: string) => boolean) {
  const name = head.exec(text.slice(from))?.[0]
  if (name === undefined || !isField(name)) return null
  const found = operator.exec(text.slice(from + name.length))?.[0]
  if (found === undefined) return null
  const sign = found.length > 1 && found.startsWith(':') ? found.slice(1) : found
  const end = from + name.length + found.length
  const known = written[sign] ?? operators.find((each) => each === sign) ?? ':'
  return { name: part(text, from, from + name.length), operator: known, end }
}

/** A value goes on to the next space that is not in quotes; in a plain word only its first sign quotes. */
function endOfValue(text: string, from: number, isField: boolean) {
  let quoted = false
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '"' && (quoted || at === from || (isField && text[at - 1] === ','))) {
      quoted = !quoted
      if (!quoted && !isField) return { to: at + 1, open: false }
    } else if (!quoted && isSpace(sign)) return { to: at, open: false }
  }
  return { to: text.length, open: quoted }
}

/** The values of a clause: `movie,"TV short"` are two. */
export function valuesOf({ value }: Pick<Clause, 'value'>): readonly Value[] {
  const values: Value[] = []
  let start = 0
  let quoted = false
  for (let at = 0; at <= value.text.length; at += 1) {
    const sign = value.text[at]
    if (sign === '"' && (quoted || at === start)) quoted = !quoted
    if (sign === undefined || (sign === ',' && !quoted)) {
      if (at > start) values.push(unquoted(value, start, at))
      start = at + 1
    }
  }
  return values
}

function unquoted(value: Part, start: number, end: number): Value {
  const raw = value.text.slice(start, end)
  const quoted = raw.startsWith('"')
  const text = quoted ? raw.slice(1, raw.length > 1 && raw.endsWith('"') ? -1 : undefined) : raw
  return { text, quoted, from: value.from + start, to: value.from + end }
}

/** A value as it must be written: in quotes where it would not be the same without. */
export function quoteValue(text: string): string {
  return /^[\p{L}\p{N}-]+$/u.test(text) ? text : `"${text.replaceAll('"', '')}"`
}

function part(text: string, from: number, to: number): Part {
  return { text: text.slice(from, to), from, to }
}

function isSpace(sign: string | undefined) {
  return sign !== undefined && /\s/.test(sign)
}

function skipSpace(text: string, from: number) {
  let at = from
  while (at < text.length && isSpace(text[at])) at += 1
  return at
}
