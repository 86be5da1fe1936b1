import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  buildSchema,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  parse,
  type SelectionSetNode,
  validate,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import {
  argumentTypes,
  type ArgumentName,
  fullAnswers,
  mostSaves,
  saveMediaListEntriesDocument,
} from '../../../../../src/main/providers/anilist/documents/save-media-list-entries'
import { mostNames } from '../../../../../src/main/providers/anilist/by-name'
import { mediaByNameDocument } from '../../../../../src/main/providers/anilist/documents/by-name'
import { besideRepository } from '../document-samples'

const folder = resolve(import.meta.dirname, '../../../../../src/main/providers/anilist/documents')
const names = Object.keys(argumentTypes) as ArgumentName[]

/** All documents of the folder, and batches of some sizes. */
async function allDocuments(): Promise<readonly { name: string; text: string }[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const modules = await Promise.all(
    files
      .filter((file) => file.endsWith('.ts'))
      .map((file) => import(resolve(folder, file)) as Promise<Record<string, unknown>>),
  )
  const plain = modules.flatMap((module) =>
    Object.entries(module).flatMap(([name, text]) =>
      name.endsWith('Document') && typeof text === 'string' ? [{ name, text }] : [],
    ),
  )
  const batches = [1, 2, fullAnswers, fullAnswers + 1, mostSaves].map((size) => ({
    name: `batch of ${size}`,
    text: saveMediaListEntriesDocument(Array.from({ length: size }, () => names)),
  }))
  const byName = { name: 'names of 10', text: mediaByNameDocument(mostNames) }
  return [...plain, ...batches, byName]
}

const documents = await allDocuments()
const sdl = besideRepository('shared/data/anilist-v2.schema.graphql')

// The schema of the real service lies beside the repository on some machines only.
describe.skipIf(sdl === null)('documents, against the schema of the service', () => {
  const schema = buildSchema(sdl ?? 'type Query { a: Int }', { assumeValidSDL: true })

  test.each(documents)('$name is valid', ({ text }) => {
    expect(validate(schema, parse(text)).map((error) => error.message)).toEqual([])
  })
})

test.each(documents)('$name is one operation with a name', ({ text }) => {
  const operations = parse(text).definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  )

  expect(operations).toHaveLength(1)
  expect(operations[0]?.name?.value).toMatch(/^[A-Z]\w+$/)
})

test.each(documents)('$name stays below 500 points of complexity', ({ text }) => {
  expect(complexityOf(parse(text))).toBeLessThan(500)
})

test('one batch more would cost too much', () => {
  const batch = (size: number) =>
    complexityOf(parse(saveMediaListEntriesDocument(Array.from({ length: size }, () => names))))

  expect(batch(fullAnswers)).toBe(480)
  expect(batch(mostSaves)).toBe(480)
  expect(batch(mostSaves + 1)).toBe(500)
})

/** One point a field, those inside fragments as often as they are spread. */
function complexityOf(document: DocumentNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition)
  }
  const ofField = (field: FieldNode): number => 1 + ofSet(field.selectionSet)
  const ofSet = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? []).reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + ofField(selection)
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + ofSet(selection.selectionSet)
      return sum + ofSet(fragments.get(selection.name.value)?.selectionSet)
    }, 0)
  return document.definitions.reduce(
    (sum, definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? sum + ofSet(definition.selectionSet) : sum,
    0,
  )
}
