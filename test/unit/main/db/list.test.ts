import { describe, expect, test } from 'vitest'
import { packKey } from '../../../../src/main/db/keys'
import type { EntryPatch } from '../../../../src/shared/entry'
import type { TitleKey } from '../../../../src/shared/media'
import { entryOf, mediaOf } from '../../../support/entries'
import { memoryTables } from '../../../support/tables'

const of = { account: 2, realm: 7 }

function withList(list: Readonly<Partial<Record<TitleKey, EntryPatch>>>) {
  const tables = memoryTables()
  for (const [title, fields] of Object.entries(list) as [TitleKey, EntryPatch][]) {
    tables.entries.put(packKey(of.account, title), entryOf(title, fields), null)
  }
  return tables
}

describe('a row', () => {
  test('joins the entry of the account with the title of the realm', () => {
    const { list, media } = withList({ 'anime:5': { progress: 3 } })
    const titles = { romaji: 'Here', english: null, native: null }
    media.put(packKey(of.realm, 'anime:5'), mediaOf('anime:5', { titles }))
    media.put(packKey(1, 'anime:5'), mediaOf('anime:5'))
    expect(list.row(of, packKey(2, 'anime:5'))).toMatchObject({
      title: 'anime:5',
      entry: { title: 'anime:5', progress: 3 },
      media: { key: 'anime:5', titles },
    })
  })

  test('of a title that nobody knows has no names', () => {
    const { list } = withList({ 'manga:5': {} })
    expect(list.row(of, packKey(2, 'manga:5'))?.media.titles.romaji).toBeNull()
    expect(list.row(of, packKey(2, 'manga:6'))).toBeNull()
  })
})

test('rows come in pieces, each title once, the kinds apart', () => {
  const { list } = withList({ 'anime:1': {}, 'anime:2': {}, 'anime:3': {}, 'manga:1': {} })
  const first = list.rowsAfter(of, 'anime', null, 2)
  expect(first.map(({ key }) => key)).toEqual([packKey(2, 'anime:1'), packKey(2, 'anime:2')])
  const rest = list.rowsAfter(of, 'anime', packKey(2, 'anime:2'), 2)
  expect(rest.map(({ key }) => key)).toEqual([packKey(2, 'anime:3')])
  expect(list.rowsAfter(of, 'manga', null, 9)).toHaveLength(1)
  expect(list.rowsAfter({ account: 3, realm: 7 }, 'anime', null, 9)).toEqual([])
})

test('rows asked for by their keys are those that there are', () => {
  const { list, media } = withList({ 'anime:1': {}, 'anime:3': { progress: 2 }, 'manga:1': {} })
  media.put(packKey(of.realm, 'anime:3'), mediaOf('anime:3', { episodes: 12 }))
  const asked = (['manga:1', 'anime:3', 'anime:2'] as const).map((title) => packKey(2, title))
  const found = list.some(of, asked)
  expect(found.map(({ key }) => key)).toEqual([packKey(2, 'anime:3'), packKey(2, 'manga:1')])
  expect(found[0]?.row).toEqual(list.row(of, packKey(2, 'anime:3')))
  expect(list.some(of, [])).toEqual([])
})

test('entries are counted by status, those that are hidden are not', () => {
  const { list } = withList({
    'anime:1': { status: 'current' },
    'anime:2': { status: 'current', hidden: true, customLists: ['Later'] },
    'anime:3': { status: 'dropped' },
    'manga:1': { status: 'current' },
  })
  expect(list.counts(2, 'anime')).toEqual({
    current: 1,
    repeating: 0,
    planned: 0,
    completed: 0,
    paused: 0,
    dropped: 1,
    'not-interested': 0,
  })
})

test('an entry counts in each of its custom lists, hidden or not', () => {
  const { list } = withList({
    'anime:1': { customLists: ['Later', 'Best'] },
    'anime:2': { customLists: ['Later'], hidden: true },
    'manga:1': { customLists: ['Later'] },
  })
  expect(list.customCounts(2, 'anime')).toEqual({ Later: 2, Best: 1 })
})

test('the titles of a kind tell what decides their tab', () => {
  const { list, media } = withList({
    'anime:1': { status: 'paused', customLists: ['Later'] },
    'anime:2': { hidden: true },
  })
  const titles = { romaji: 'A', english: 'B', native: 'C' }
  media.put(packKey(of.realm, 'anime:1'), mediaOf('anime:1', { titles, adult: true }))
  expect(list.titles(of, 'anime')).toEqual([
    {
      key: packKey(2, 'anime:1'),
      status: 'paused',
      hidden: false,
      adult: true,
      customLists: ['Later'],
      titles,
    },
    {
      key: packKey(2, 'anime:2'),
      status: 'planned',
      hidden: true,
      adult: false,
      customLists: [],
      titles: { romaji: null, english: null, native: null },
    },
  ])
})

test('a name with the words of a mark in it does not make a title adult', () => {
  const { list, media } = withList({ 'anime:1': {} })
  const titles = { romaji: '"adult":true', english: null, native: null }
  media.put(packKey(of.realm, 'anime:1'), mediaOf('anime:1', { titles }))
  expect(list.titles(of, 'anime')[0]).toMatchObject({ adult: false })
})
