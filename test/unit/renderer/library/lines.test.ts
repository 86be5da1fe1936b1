import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Section } from '../../../../src/renderer/src/library/groups'
import { linesOf } from '../../../../src/renderer/src/library/lines'

function sectionsOf(counts: readonly number[]): readonly Section[] {
  let from = 0
  return counts.map((count, group) => {
    const section = { group, from, count }
    from += count
    return section
  })
}

test('without headings rows simply follow each other', () => {
  const lines = linesOf(10, 4, [])

  expect(lines.count).toBe(3)
  expect(lines.at(2)).toEqual({ type: 'rows', from: 8, end: 10 })
  expect(lines.lineOf(9)).toBe(2)
})

test('every section begins with its heading and a line of its own', () => {
  const sections = sectionsOf([5, 1])
  const lines = linesOf(6, 4, sections)

  expect(lines.count).toBe(5)
  expect([0, 1, 2, 3, 4].map((line) => lines.isHeading(line))).toEqual([
    true,
    false,
    false,
    true,
    false,
  ])
  expect(lines.at(2)).toEqual({ type: 'rows', from: 4, end: 5 })
  expect(lines.at(3)).toEqual({ type: 'heading', section: sections[1] })
})

test('every row stands in exactly the line that says so, in order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 9 }),
      (counts, columns) => {
        const sections = sectionsOf(counts)
        const count = counts.reduce((sum, each) => sum + each, 0)
        const lines = linesOf(count, columns, sections)
        const places: number[] = []
        for (let line = 0; line < lines.count; line += 1) {
          const found = lines.at(line)
          if (found.type === 'heading') continue
          for (let place = found.from; place < found.end; place += 1) {
            places.push(place)
            expect(lines.lineOf(place)).toBe(line)
          }
        }
        expect(places).toEqual(Array.from({ length: count }, (_, place) => place))
      },
    ),
  )
})
