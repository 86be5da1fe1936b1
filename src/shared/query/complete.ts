import { fold } from '../titles'
import { type Clause, clausesOf, valuesOf } from './clause'
import { examplesOf } from './examples'
import { type FieldName, fieldNames, fieldOf, kindOfField, queryFields } from './fields'
import { valueWords } from './value-words'
import { type Names, namesOf, type QueryLanguage, queryLanguages } from './vocabulary'

/** Something that could stand where one types. */
export interface Candidate {
  /** What takes the place of the part from `from` to `to`. */
  readonly insert: string
  /** The same for the eye: a field without its operator, a value without its quotes. */
  readonly label: string
  readonly field: FieldName
  readonly type: 'field' | 'value'
}

/** What to put in, and in the place of what: UTF-16 units from the start of the text. */
export interface Completion {
  readonly from: number
  readonly to: number
  readonly candidates: readonly Candidate[]
}

export interface CompletionContext {
  /** The language whose words are offered first. */
  readonly language: QueryLanguage
  /** The names that the list knows, the most frequent first. */
  readonly names: (field: FieldName) => readonly string[]
  /** At most so many candidates. */
  readonly most: number
}

/**
 * What may be meant by the part of a query that ends at the cursor. Nothing typed yet gives all
 * fields; a single letter gives none, since most that is typed are titles.
 */
export function complete(text: string, cursor: number, context: CompletionContext): Completion {
  const before = text.slice(0, cursor)
  const clause = clausesOf(before, (name) => fieldOf(name) !== null).at(-1)
  const here = clause?.to === cursor ? clause : null
  const name = here?.field ? fieldOf(here.field.text) : null
  if (here && name) return completeValue(text, here, name, context)
  return completeField(text, cursor, here, context)
}

/** The text with a candidate put in, and where the cursor stands then. */
export function putIn(text: string, { from, to }: Completion, { insert, type }: Candidate) {
  const rest = text.slice(to)
  const space = type === 'value' && !/^\s/.test(rest) ? ' ' : ''
  return {
    text: text.slice(0, from) + insert + space + rest,
    cursor: from + insert.length + (type === 'value' ? 1 : 0),
  }
}

function completeField(
  text: string,
  cursor: number,
  clause: Clause | null,
  { language, most }: CompletionContext,
): Completion {
  const typed = clause?.value.text ?? ''
  const from = clause?.value.from ?? cursor
  const nothing = { from, to: cursor, candidates: [] }
  if (typed.length === 1 || !/^[\p{L}-]*$/u.test(typed)) return nothing
  const rest = /^[\p{L}-]*:?/u.exec(text.slice(cursor))?.[0] ?? ''
  const candidates = fieldNames.flatMap((field): readonly Candidate[] => {
    const written = writtenFor(queryFields[field].names, typed, language)
    return written === null ? [] : [{ insert: `${written}:`, label: written, field, type: 'field' }]
  })
  return { from, to: cursor + rest.length, candidates: candidates.slice(0, most) }
}

function completeValue(
  text: string,
  clause: Clause,
  field: FieldName,
  context: CompletionContext,
): Completion {
  const { value } = clause
  const last = valuesOf(clause).at(-1)
  const from = last?.to === value.to ? last.from : value.to
  const rest = /^[^\s,"]*"?/.exec(text.slice(value.to))?.[0] ?? ''
  const typed = fold(text.slice(from, value.to).replaceAll('"', ''))
  const words = valueWords(field, typed, context)
  const candidates = words.map(({ insert, label }): Candidate => ({
    insert,
    label,
    field,
    type: 'value',
  }))
  if (value.text === '') {
    const examples = examplesOf(kindOfField(field)).map((example): Candidate => ({
      insert: example,
      label: example,
      field,
      type: 'value',
    }))
    // An example brings its own operator along.
    if (examples.length > 0) {
      const at = clause.field?.to ?? value.from
      return { from: at, to: value.to + rest.length, candidates: examples }
    }
  }
  return { from, to: value.to + rest.length, candidates: candidates.slice(0, context.most) }
}

/** The name that begins as was typed: in the wanted language if it can be, and its first if it can be. */
function writtenFor(names: Names, typed: string, language: QueryLanguage): string | null {
  const begin = fold(typed)
  const begins = (name: string) => namesOf(name).some((spelling) => spelling.startsWith(begin))
  const others = queryLanguages.filter((each) => each !== language)
  return [language, ...others].flatMap((each) => names[each]).find(begins) ?? null
}
