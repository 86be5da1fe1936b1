import { describe, expect, test } from 'vitest'
import { packKey, unpackKey, type PackedKey } from '../../../../src/main/db/keys'
import type { StoredRow } from '../../../../src/main/db/list'
import { createNews } from '../../../../src/main/services/news'
import type { ListRow } from '../../../../src/shared/entry'
import type { LibraryEvents } from '../../../../src/shared/ipc/library'
import { entryOf, mediaOf } from '../../../support/entries'

type Message = LibraryEvents['library:changed']

function row(id: number, progress = 0): StoredRow {
  const title = `anime:${id}` as const
  return { title, entry: entryOf(title, { progress }), media: mediaOf(title) }
}

/** News of a list of which the database has these titles, at 7 episodes each. */
function withTitles(...ids: readonly number[]) {
  const told: Message[] = []
  const asked: PackedKey[] = []
  const withState = (stored: StoredRow): ListRow => ({ ...stored, state: 'saved' })
  const news = createNews((_name, message) => void told.push(message as Message), {
    withState,
    rowsOf: (accountId, keys) => {
      asked.push(...keys)
      return keys.flatMap((key) => {
        const { owner, title } = unpackKey(key)
        const id = ids.find((one) => title === `anime:${one}`)
        return owner === accountId && id ? [withState(row(id, 7))] : []
      })
    },
  })
  return { news, told, asked }
}

const key = (id: number, account = 1) => packKey(account, `anime:${id}`)
const progressOf = (message: Message | undefined) =>
  message?.rows.map(({ title, entry }) => [title, entry.progress])

describe('the window is told', () => {
  test('once of several steps of one moment', async () => {
    const { news, told } = withTitles(1, 2)
    news.changed([key(1)])
    news.changed([key(1), key(2)])
    expect(told).toEqual([])
    await Promise.resolve()
    expect(told).toHaveLength(1)
    expect(progressOf(told[0])).toEqual([
      ['anime:1', 7],
      ['anime:2', 7],
    ])
  })

  test('of titles that are not there any more', async () => {
    const { news, told } = withTitles(1)
    news.changed([key(1), key(9)])
    await Promise.resolve()
    expect(told[0]?.removed).toEqual(['anime:9'])
  })

  test('of each account by itself', async () => {
    const { news, told } = withTitles(1, 2)
    news.changed([key(1, 1), key(2, 2)])
    await Promise.resolve()
    expect(told.map(({ accountId, rows }) => [accountId, rows.length])).toEqual([
      [1, 1],
      [2, 1],
    ])
  })

  test('of many rows in several messages, none of which grows large', async () => {
    const ids = Array.from({ length: 230 }, (_, at) => at + 1)
    const { news, told } = withTitles(...ids)
    news.changed(ids.map((id) => key(id)))
    await Promise.resolve()
    expect(told.map(({ rows }) => rows.length)).toEqual([100, 100, 30])
  })

  test('again of what changes afterwards', async () => {
    const { news, told } = withTitles(1)
    news.changed([key(1)])
    await Promise.resolve()
    news.changed([key(1)])
    await Promise.resolve()
    expect(told).toHaveLength(2)
  })

  test('nothing when nothing changed', async () => {
    const { news, told } = withTitles(1)
    news.changed([])
    await Promise.resolve()
    expect(told).toEqual([])
  })
})

describe('rows that were just written', () => {
  test('are told without being read', async () => {
    const { news, told, asked } = withTitles(1, 2)
    news.changed([key(1), key(2)], new Map([[key(1), row(1, 3)]]))
    await Promise.resolve()
    expect(asked).toEqual([key(2)])
    expect(progressOf(told[0])).toEqual([
      ['anime:1', 3],
      ['anime:2', 7],
    ])
  })

  test('are read when they changed once more before they were told', async () => {
    const { news, told } = withTitles(1)
    news.changed([key(1)], new Map([[key(1), row(1, 3)]]))
    news.changed([key(1)])
    await Promise.resolve()
    expect(progressOf(told[0])).toEqual([['anime:1', 7]])
  })
})
