import { expect, test } from 'vitest'
import { groupRows, seasonAt, statusAt } from '../../../../src/renderer/src/library/groups'
import { createRowSet } from '../../../../src/renderer/src/library/row-set'
import { row } from '../support/builders'

function filled() {
  const set = createRowSet()
  set.put(row('anime:1', 'A', { status: 'planned' }, { season: 'winter', seasonYear: 2024 }))
  set.put(row('anime:2', 'B', { status: 'current' }, { season: 'fall', seasonYear: 2023 }))
  set.put(row('anime:3', 'C', { status: 'planned' }))
  set.put(row('anime:4', 'D', { status: 'current' }, { startDate: 2024_00_00 }))
  return set
}
const order = Uint32Array.of(3, 2, 1, 0)

test('by status, in the usual order of statuses', () => {
  const { indexes, sections } = groupRows(filled(), order, 'status')

  expect([...indexes]).toEqual([3, 1, 2, 0])
  expect(sections.map(({ group, count }) => [statusAt(group), count])).toEqual([
    ['current', 2],
    ['planned', 2],
  ])
})

test('by season, the newest first, a year alone below its seasons, unknown ones last', () => {
  const { indexes, sections } = groupRows(filled(), order, 'season')

  expect([...indexes]).toEqual([0, 3, 1, 2])
  expect(sections.map(({ group }) => seasonAt(group))).toEqual([
    { year: 2024, season: 'winter' },
    { year: 2024, season: null },
    { year: 2023, season: 'fall' },
    null,
  ])
})
