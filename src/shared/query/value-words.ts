import { fold } from '../titles'
import { quoteValue } from './clause'
import { type FieldName, kindOfField } from './fields'
import {
  flagNames,
  lookUp,
  type Names,
  namesOf,
  presenceNames,
  type QueryLanguage,
  queryLanguages,
  spellings,
  type Vocabulary,
} from './vocabulary'

const presence = spellings(presenceNames)

interface Known {
  readonly language: QueryLanguage
  readonly names: (field: FieldName) => readonly string[]
}

interface Word {
  readonly insert: string
  readonly label: string
}

/** The values of a field that begin, or have a word that begins, as was typed (folded). */
export function valueWords(field: FieldName, typed: string, known: Known): readonly Word[] {
  const kind = kindOfField(field)
  const absence = typed === '' ? [] : wordsOf(presenceNames, typed, known.language)
  switch (kind.type) {
    case 'choice':
      return [...wordsOf(kind.vocabulary, typed, known.language), ...absence]
    case 'flag':
      return wordsOf(flagNames, typed, known.language)
    case 'names':
      return [...beginning(known.names(field), typed).map(toName), ...absence]
    case 'title':
      return []
    default:
      return absence
  }
}

function wordsOf(vocabulary: Vocabulary, typed: string, language: QueryLanguage): readonly Word[] {
  const found = Object.values(vocabulary).map((names) => writtenAs(names, typed, language))
  return found.filter((word) => word !== null).map(toWord)
}

/** The first name in the wanted language, as soon as any name of the value begins so. */
function writtenAs(names: Names, typed: string, language: QueryLanguage): string | null {
  const all = queryLanguages.flatMap((each) => names[each])
  const begins = (name: string) => namesOf(name).some((each) => each.startsWith(typed))
  return all.some(begins) ? (names[language].find(begins) ?? names[language][0]) : null
}

/** Names that begin so before those of which another word does. */
function beginning(names: readonly string[], typed: string): readonly string[] {
  const folded = names.map((name) => ({ name, text: fold(name).replaceAll('"', '') }))
  const first = folded.filter(({ text }) => text.startsWith(typed))
  const inside = folded.filter(
    ({ text }) =>
      !text.startsWith(typed) &&
      text.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed)),
  )
  return [...first, ...inside].map(({ name }) => name)
}

/** A list may be called "None", which without quotes asks for no list at all. */
function toName(label: string): Word {
  return lookUp(presence, label) ? { insert: `"${label}"`, label } : toWord(label)
}

function toWord(label: string): Word {
  return { insert: quoteValue(label), label }
}
