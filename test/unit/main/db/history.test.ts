import { expect, test } from 'vitest'
import { keyRange, packKey } from '../../../../src/main/db/keys'
import { memoryTables } from '../../../support/tables'

const key = packKey(1, 'anime:5')
const other = packKey(1, 'anime:6')
const change = {
  key,
  at: 10,
  source: 'me',
  before: { progress: 1 },
  after: { progress: 2 },
} as const

test('a change comes back as it was added, in a group of its own', () => {
  const { history } = memoryTables()
  const added = history.add(change, null)
  expect(added).toEqual({ ...change, id: added.id, group: added.id, undone: false })
  expect(history.get(added.id)).toEqual(added)
})

test('coming and going are told by what is not there', () => {
  const { history } = memoryTables()
  const came = history.add({ ...change, before: null }, null)
  const went = history.add({ ...change, after: null }, null)
  expect(history.get(came.id)).toMatchObject({ before: null, after: { progress: 2 } })
  expect(history.get(went.id)).toMatchObject({ before: { progress: 1 }, after: null })
})

test('what one action changed stands together', () => {
  const { history } = memoryTables()
  const first = history.add(change, null)
  history.add(change, null)
  const second = history.add({ ...change, key: other }, first.group)
  expect(history.ofGroup(first.group).map(({ id }) => id)).toEqual([first.id, second.id])
})

test('pages go from the newest back, of one title or of all', () => {
  const { history } = memoryTables()
  const ids = [key, other, key, key].map((of) => history.add({ ...change, key: of }, null).id)
  const [first, second, third, fourth] = ids
  const idsOf = (rows: readonly { id: number }[]) => rows.map(({ id }) => id)
  expect(idsOf(history.page(null, null, 2))).toEqual([fourth, third])
  expect(idsOf(history.page(null, third!, 10))).toEqual([second, first])
  expect(idsOf(history.page(key, null, 10))).toEqual([fourth, third, first])
  expect(idsOf(history.page(key, third!, 10))).toEqual([first])
})

test('an undone change says so, until it is done again', () => {
  const { history } = memoryTables()
  const { id } = history.add(change, null)
  history.markUndone(id, true)
  expect(history.get(id)?.undone).toBe(true)
  history.markUndone(id, false)
  expect(history.get(id)?.undone).toBe(false)
})

test('the history of an account goes with it, and no other', () => {
  const { history } = memoryTables()
  history.add(change, null)
  const kept = history.add({ ...change, key: packKey(2, 'anime:5') }, null)
  const { first, end } = keyRange(1, null)
  history.removeRange(first, end)
  expect(history.page(null, null, 10).map(({ id }) => id)).toEqual([kept.id])
  expect(history.get(99)).toBeNull()
})
