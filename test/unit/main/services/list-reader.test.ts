import { describe, expect, test } from 'vitest'
import { account, keyOf, open, range, titleOf } from './listed'

describe('the whole list', () => {
  test('is read page by page until the last one, and counted', async () => {
    const { reader, asked, counts, tables } = open({ list: range(1, 7) })
    const gone = await reader().whole()

    expect(asked).toEqual(['page 1 all', 'page 2 all', 'page 3 all'])
    expect(counts).toEqual([3, 3, 1])
    expect(tables.entries.count(1, 'anime')).toBe(7)
    expect(gone.keys).toEqual([])
  })

  test('makes all of it fresh, also titles that are not on it', async () => {
    const { reader, isFresh } = open({ list: [1] })
    await reader().whole()

    expect([isFresh(1), isFresh(99)]).toEqual([true, true])
  })

  test('tells what is not on it any more', async () => {
    const { reader, known } = open({ list: [1, 2] })
    known(1, 2, 3, 4)

    expect((await reader().whole()).keys).toEqual([keyOf(3), keyOf(4)])
  })

  test('is sure of that in one piece, or where it cannot be asked by name', async () => {
    const one = open({ list: [1], byName: 50 })
    expect((await one.reader().whole()).isSure).toBe(true)
    const pages = open({ list: range(1, 7), byName: 50 })
    expect((await pages.reader().whole()).isSure).toBe(false)
    const neither = open({ list: range(1, 7) })
    expect((await neither.reader().whole()).isSure).toBe(true)
  })

  test('says nothing of what waits here: that is judged by itself', async () => {
    const { reader, known, waits, heard, isFresh } = open({ list: [1] })
    known(1, 2)
    waits(2)
    const gone = await reader().whole()

    expect(gone.keys).toEqual([])
    expect(heard.at(-1)).toMatchObject({ items: [], asked: [titleOf(2)] })
    expect(isFresh(1)).toBe(true)
  })

  test('in several pieces leaves what waits here to be read before it is written', async () => {
    const { reader, known, waits, isFresh } = open({ list: range(1, 7), byName: 50 })
    known(8)
    waits(8)
    await reader().whole()

    expect(isFresh(8)).toBe(false)
  })

  test('that has lost too much settles nothing that waits: it is read before it is written', async () => {
    const { reader, known, waits, heard, isFresh } = open({ list: [] })
    known(1, 2, 3)
    waits(3)
    const gone = await reader().whole()

    expect(gone.keys).toEqual([keyOf(1), keyOf(2)])
    expect(heard.flatMap(({ asked }) => asked ?? [])).toEqual([])
    expect(isFresh(3)).toBe(false)
  })

  test('does not tell of what was met by another reading since', async () => {
    const { reader, known, freshness, clock } = open({ list: [1] })
    known(1, 2, 3)
    freshness.heard(keyOf(2), clock.monotonic() + 1)

    expect((await reader().whole()).keys).toEqual([keyOf(3)])
  })

  test('that breaks off says nothing of what is gone', async () => {
    const { reader, failAfter, isFresh } = open({ list: range(1, 7) })
    failAfter(2)

    await expect(reader().whole()).rejects.toMatchObject({ failure: { code: 'offline' } })
    expect(isFresh(99)).toBe(false)
  })

  test('is told as news only after the first time', async () => {
    const { reader, heard } = open({ list: [1] })
    await reader({ ...account, syncedAt: null }).whole()
    await reader().whole()

    expect(heard.filter(({ items }) => items.length > 0).map(({ tell }) => tell)).toEqual([
      false,
      true,
    ])
  })
})

describe('a list at the cap of its service', () => {
  test('is read by status as well, and nothing counts as gone', async () => {
    const { reader, asked, tables, known } = open({ list: range(1, 8), cap: 6 })
    known(77)
    const gone = await reader().whole()

    expect(asked.filter((name) => name.endsWith('all'))).toHaveLength(2)
    expect(asked.filter((name) => name.endsWith('current'))).toHaveLength(2)
    expect(asked.filter((name) => name.endsWith('planned'))).toHaveLength(2)
    expect(tables.entries.count(1, 'anime')).toBe(9)
    expect(gone.keys).toEqual([])
  })

  test('is read by status only from the second time on', async () => {
    const { reader, asked } = open({ list: range(1, 8), cap: 6 })
    await reader().whole()
    asked.length = 0
    await reader().whole()

    expect(asked.some((name) => name.endsWith('all'))).toBe(false)
  })

  test('tells what is gone once it has become shorter', async () => {
    const { reader, known } = open({ list: range(1, 4), cap: 6 })
    for (const id of range(1, 8)) known(id)
    const gone = await reader().whole()

    expect(gone.keys).toHaveLength(4)
  })

  test('just below it is read as any other', async () => {
    const { reader, asked } = open({ list: range(1, 5), cap: 6 })
    await reader().whole()

    expect(asked).toEqual(['page 1 all', 'page 2 all'])
  })
})

describe('what is new', () => {
  const changedAt = (id: number) => 1_000 + id

  test('cannot be told before the whole list was read once, or by every service', async () => {
    const fresh = open({ list: [1], changedAt })
    expect(await fresh.reader().recent()).toBe(false)
    const never = open({ list: [1] })
    await never.reader().whole()
    expect(await never.reader().recent()).toBe(false)
    expect(never.asked).toEqual(['page 1 all'])
  })

  test('is read until what was known already', async () => {
    const { reader, asked, change, tables } = open({ list: range(1, 9), changedAt })
    await reader().whole()
    change(range(1, 13))
    asked.length = 0

    expect(await reader().recent()).toBe(true)
    expect(asked).toEqual(['recent 1', 'recent 2'])
    expect(tables.entries.count(1, 'anime')).toBe(13)
  })

  test('is one page when nothing is', async () => {
    const { reader, asked } = open({ list: range(1, 9), changedAt })
    await reader().whole()
    asked.length = 0
    await reader().recent()
    await reader().recent()

    expect(asked).toEqual(['recent 1', 'recent 1'])
  })

  test('is given up after ten pages: then the whole list is cheaper', async () => {
    const { reader, asked, change } = open({ list: [1], changedAt })
    await reader().whole()
    change(range(1, 100))
    asked.length = 0

    expect(await reader().recent()).toBe(false)
    expect(asked).toHaveLength(10)
  })

  test('of an empty list is nothing', async () => {
    const { reader, change } = open({ list: [1], changedAt })
    await reader().whole()
    change([])

    expect(await reader().recent()).toBe(true)
  })
})

describe('what seems gone', () => {
  test('is asked for by name, as many at a time as the service tells of', async () => {
    const { reader, known, asked, heard } = open({ list: range(1, 7), byName: 4 })
    known(...range(1, 16))
    const each = reader()
    const gone = await each.whole()
    asked.length = 0
    await each.confirm(gone)

    expect(asked).toEqual(['some 4', 'some 4', 'some 1'])
    expect(heard.at(-1)).toMatchObject({ asked: [titleOf(16)], items: [] })
  })

  test('is not asked for where that cannot be', async () => {
    const { reader, known, asked } = open({ list: range(1, 7) })
    known(8)
    const each = reader()
    const gone = await each.whole()
    asked.length = 0
    await each.confirm(gone)

    expect(asked).toEqual([])
  })
})
