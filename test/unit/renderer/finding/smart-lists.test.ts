import { expect, test } from 'vitest'
import {
  moved,
  readSmartLists,
  type SmartList,
  withList,
  withTab,
} from '../../../../src/renderer/src/finding/smart-lists'
import { readQuery } from '../../../../src/shared/query/query'

function list(id: string, kind: SmartList['kind'] = 'anime'): SmartList {
  return { id, name: id, query: 'score>80', kind }
}

test('at first there is one, without a name of its own', () => {
  expect(readSmartLists(undefined)).toMatchObject([{ id: 'ready', name: '' }])
  expect(readQuery(readSmartLists(undefined)[0]!.query).problems).toEqual([])
})

test('who deleted all has none', () => {
  expect(readSmartLists([])).toEqual([])
})

test('what is not understood is left out', () => {
  const kept = [list('a'), null, 7, { id: 'b' }, { ...list('c'), kind: 'books' }, list('d')]

  expect(readSmartLists(kept)).toEqual([list('a'), list('d')])
})

test('a new one comes last and has a number of its own', () => {
  const { lists, id } = withList([list('list-4'), list('ready')], { ...list(''), name: 'Short' })

  expect(id).toBe('list-5')
  expect(lists.at(-1)).toMatchObject({ id: 'list-5', name: 'Short' })
})

test('moves among those of its kind', () => {
  const lists = [list('a'), list('m', 'manga'), list('b'), list('c')]
  const order = (all: readonly SmartList[]) => all.map(({ id }) => id).join('')

  expect(order(moved(lists, 'b', -1))).toBe('bmac')
  expect(order(moved(lists, 'b', 1))).toBe('amcb')
  expect(order(moved(lists, 'a', -1))).toBe('ambc')
  expect(order(moved(lists, 'm', 1))).toBe('ambc')
  expect(order(moved(lists, 'x', 1))).toBe('ambc')
})

test('what the tab says is kept with the query', () => {
  expect(withTab(' length<100 ', { type: 'status', status: 'planned' })).toBe(
    'status:planned length<100',
  )
  expect(withTab('', { type: 'custom', name: 'With "Mia"' })).toBe('list:"With Mia"')
  expect(withTab('frieren', { type: 'all' })).toBe('frieren')
})
