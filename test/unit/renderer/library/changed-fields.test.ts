import { expect, test } from 'vitest'
import { changedFields } from '../../../../src/renderer/src/library/changed-fields'
import { row } from '../support/builders'

test('names the fields that differ, as they were and as they are', () => {
  const before = row('anime:1', 'A', { progress: 11, score: 80 }).entry
  const after = row('anime:1', 'A', { progress: 12, score: 80, status: 'completed' }).entry

  expect(changedFields(before, after)).toEqual({
    before: { status: 'current', progress: 11 },
    after: { status: 'completed', progress: 12 },
  })
})

test('the order of custom lists is no change', () => {
  const before = row('anime:1', 'A', { customLists: ['a', 'b'] }).entry
  const after = row('anime:1', 'A', { customLists: ['b', 'a'] }).entry

  expect(changedFields(before, after)).toBeNull()
})
