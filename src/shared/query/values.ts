import { fold } from '../titles'
import { isEqual, readNumbers } from './bounds'
import { type Clause, type Part, type Value, valuesOf } from './clause'
import type { Wanted } from './condition'
import type { FieldKind } from './field'
import type { Problem, ProblemReason } from './problem'
import { nearest } from './similar'
import { flagNames, lookUp, presenceNames, spellings, type Vocabulary } from './vocabulary'
import { readTimes } from './when'

type Read = { readonly wanted: Wanted } | { readonly problem: Problem }

const presence = spellings(presenceNames)
const flags = spellings(flagNames)

/** Reads what a clause asks of its field, or says what is wrong with it. */
export function readWanted(clause: Clause, kind: FieldKind): Read {
  const { field, operator, value } = clause
  const asked = operator ?? ':'
  const complain = (reason: ProblemReason, at: Part, suggestion: string | null = null): Read => ({
    problem: {
      reason,
      from: at.from,
      to: at.to,
      text: at.text,
      field: field?.text ?? '',
      suggestion,
    },
  })

  const values = valuesOf(clause).filter(({ text }) => text.trim() !== '')
  const [first] = values
  if (!first) return complain('value-missing', value)
  const present =
    first.quoted || values.length > 1 ? undefined : lookUp(presence, first.text)?.value
  const isOrdered = ['number', 'score', 'time', 'date', 'days'].includes(kind.type)
  if (!isOrdered && !isEqual(asked)) return complain('no-comparison', value)
  if (present && kind.type !== 'flag' && isEqual(asked)) return { wanted: { type: present } }

  switch (kind.type) {
    case 'number':
    case 'score': {
      const bounds = readNumbers(asked, value.text)
      return bounds ? { wanted: { type: 'numbers', bounds } } : complain('not-a-number', value)
    }
    case 'time':
    case 'date':
    case 'days': {
      const times = readTimes(asked, value.text)
      return times ? { wanted: { type: 'times', times } } : complain('not-a-time', value)
    }
    case 'choice': {
      const read = values.map((each) => ({ each, found: valueOf(kind.vocabulary, each.text) }))
      const wrong = read.find(({ found }) => found === null)
      if (wrong) return complain('unknown-value', wrong.each, guess(kind.vocabulary, wrong.each))
      return {
        wanted: {
          type: 'choices',
          values: read.flatMap(({ found }) => (found === null ? [] : [found])),
        },
      }
    }
    case 'flag': {
      const flag = lookUp(flags, first.text)?.value
      return flag
        ? { wanted: { type: 'flag', on: flag === 'yes' } }
        : complain('unknown-value', first, guess(flagNames, first))
    }
    case 'names':
      return { wanted: { type: 'names', names: values.map(nameWanted) } }
    case 'text':
    case 'title':
      return { wanted: { type: 'text', texts: values.map(({ text }) => fold(text)) } }
  }
}

function nameWanted({ text, quoted }: Value) {
  return { text: fold(text).replaceAll('"', ''), whole: quoted }
}

/** The value of that name, or the only one whose name begins so. */
function valueOf(vocabulary: Vocabulary, typed: string): string | null {
  const known = spellings(vocabulary)
  const found = lookUp(known, typed)
  if (found) return found.value
  const begin = fold(typed)
  const begun = [...known].filter(([name]) => name.startsWith(begin))
  const values = new Set(begun.map(([, { value }]) => value))
  const [only] = values
  return values.size === 1 && begin.length > 1 && only !== undefined ? only : null
}

function guess(vocabulary: Vocabulary, { text }: Value): string | null {
  const known = spellings(vocabulary)
  const found = nearest(fold(text), known.keys())
  return found === null ? null : (known.get(found)?.written ?? null)
}
