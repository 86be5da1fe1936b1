import fc from 'fast-check'
import { expect, test } from 'vitest'
import { complete, type CompletionContext, putIn } from '../../../../src/shared/query/complete'
import { fieldNames, queryFields } from '../../../../src/shared/query/fields'
import { readQuery } from '../../../../src/shared/query/query'

const names = ['Slice of Life', 'School', 'Old School', 'None', 'A "best" one', 'Ecchi']
const english: CompletionContext = {
  language: 'en',
  names: () => names,
  most: 50,
}
const german: CompletionContext = { ...english, language: 'de' }

/** Completes at the `|`. */
function at(marked: string, context = english) {
  const cursor = marked.indexOf('|')
  const text = marked.replace('|', '')
  const completion = complete(text, cursor, context)
  return { text, completion, labels: completion.candidates.map(({ label }) => label) }
}

/** The text after the candidate of that label was taken, with the cursor as `|`. */
function taken(marked: string, label: string, context = english) {
  const { text, completion } = at(marked, context)
  const candidate = completion.candidates.find((each) => each.label === label)
  const after = putIn(text, completion, candidate!)
  return `${after.text.slice(0, after.cursor)}|${after.text.slice(after.cursor)}`
}

test('a word may become a field, in the language of the window first', () => {
  expect(at('sta|').labels).toEqual(['status', 'started', 'state'])
  expect(at('sta|', german).labels).toEqual(['status', 'started', 'stand'])
  expect(at('jah|').labels).toEqual(['jahr'])
  expect(taken('mushi sta|', 'status')).toBe('mushi status:|')
  expect(taken('-pri|', 'private')).toBe('-private:|')
})

test('one letter is a title, most of the time', () => {
  expect(at('s|').labels).toEqual([])
  expect(at('mushi|').labels).toEqual([])
  expect(at('"sta|').labels).toEqual([])
})

test('nothing typed offers every field', () => {
  expect(at('|').labels).toHaveLength(fieldNames.length)
  expect(at('mushi |').labels).toHaveLength(fieldNames.length)
  expect(complete('', 0, { ...english, most: 5 }).candidates).toHaveLength(5)
})

test('a field offers its values', () => {
  expect(at('status:|').labels).toContain('planned')
  expect(at('status:|', german).labels).toContain('geplant')
  expect(at('status:watch|').labels).toEqual(['watching'])
  expect(at('status:watch|', german).labels).toEqual(['aktuell'])
  expect(at('private:|').labels).toEqual(['yes', 'no'])
  expect(taken('status:pla|', 'planned')).toBe('status:planned |')
  expect(taken('format:movie,o|', 'ova')).toBe('format:movie,ova |')
})

test('names come from the list, quoted where they must be', () => {
  expect(at('tag:sc|').labels).toEqual(['School', 'Old School'])
  expect(taken('tag:sl|', 'Slice of Life')).toBe('tag:"Slice of Life" |')
  expect(taken('tag:"slice o|', 'Slice of Life')).toBe('tag:"Slice of Life" |')
  expect(taken('tag:ecc|', 'Ecchi')).toBe('tag:Ecchi |')
  expect(taken('list:no|', 'None')).toBe('list:"None" |')
})

test('what stands behind the cursor is replaced as far as it belongs to the word', () => {
  expect(taken('sta|tus:planned', 'status')).toBe('status:|planned')
  expect(taken('status:pl|aned score>8', 'planned')).toBe('status:planned |score>8')
})

test('who asks for a time sees how it is written', () => {
  expect(taken('updated:|', '<30d')).toBe('updated<30d |')
  expect(at('next:|').labels).toContain('<7d')
})

const piece = fc.oneof(
  fc.constantFrom(
    ...fieldNames.flatMap((name) => [
      `${queryFields[name].names.en[0]}:`,
      `${queryFields[name].names.de[0]}:`,
    ]),
  ),
  fc.constantFrom('"', ',', '-', ' ', 'pl', 'sc', 'no', 'ja', 'sta', 'ab'),
)

test('whatever is offered is understood', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 6 }),
      fc.nat(40),
      fc.boolean(),
      (pieces, place, isGerman) => {
        const text = pieces.join('')
        const cursor = Math.min(place, text.length)
        const completion = complete(text, cursor, isGerman ? german : english)
        for (const candidate of completion.candidates) {
          const after = putIn(text, completion, candidate)
          const { problems } = readQuery(after.text.slice(0, after.cursor))
          const end = completion.from + candidate.insert.length
          const about = problems.filter(({ from, to }) => from >= completion.from && to <= end)
          expect(about.map(({ reason }) => reason)).toEqual(
            candidate.type === 'field' ? about.map(() => 'value-missing') : [],
          )
          expect(after.cursor).toBeLessThanOrEqual(after.text.length)
        }
      },
    ),
  )
})
