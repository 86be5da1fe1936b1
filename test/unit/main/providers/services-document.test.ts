import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const repository = resolve(import.meta.dirname, '../../../..')
const document = readFileSync(resolve(repository, 'docs/services.md'), 'utf8')
const headings = [...document.matchAll(/^#+ (.+)$/gm)].map((match) => match[1])

/** Every place in the sources that names a heading of the document. */
const references = readdirSync(resolve(repository, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') || path.endsWith('.vue'))
  .flatMap((path) => {
    const text = readFileSync(resolve(repository, 'src', path), 'utf8').replaceAll(
      /\n\s*\*\s*/g,
      ' ',
    )
    return [...text.matchAll(/docs\/services\.md, "([^"]+)"/g)].map((match) => ({
      path,
      heading: match[1] ?? '',
    }))
  })

test.each(references)('$path names a heading that is there: $heading', ({ heading }) => {
  expect(headings).toContain(heading)
})

test('the sources lean on the document', () => {
  expect(references.length).toBeGreaterThan(15)
})
