import { describe, expect, test } from 'vitest'
import { planRow } from '../../../../src/main/db/outbox'
import type { Job } from '../../../../src/main/queue/jobs'
import { entryOf, mediaOf } from '../../../support/entries'
import { keyOf, outboxRow } from './rows'
import { open, titleOf } from './under-way'

describe('an answered read', () => {
  test('is the new base of what waits, and what is absent is gone', async () => {
    const { answered, read, row, planned, isFresh } = open(2)
    const entry = entryOf('anime:1', { progress: 3, notes: 'theirs' })
    await answered(read, { items: [{ entry, media: mediaOf('anime:1') }], hasNext: false })

    expect(row(1)).toMatchObject({ base: { notes: 'theirs' }, sent: null })
    expect(planned(1)).toMatchObject({ unsure: false })
    expect(row(2)).toMatchObject({ state: 'attention', failure: { code: 'gone' } })
    expect(isFresh(1)).toBe(true)
  })

  /** A whole list read for the first row that shows these titles; others are known to be listed. */
  async function wholeList(world: ReturnType<typeof open>, shows: readonly number[]) {
    const [asked] = world.read.rows
    const items = shows.map((id) => ({ entry: entryOf(titleOf(id)), media: mediaOf(titleOf(id)) }))
    await world.answered({ ...world.read, rows: [asked], titles: null } as Job, {
      items,
      hasNext: false,
    })
  }

  test('of the whole list speaks for all that waits on it, and for what it shows', async () => {
    const world = open(2)
    const other = outboxRow({ title: 'manga:3' })
    const elsewhere = { ...outboxRow({ title: 'anime:3' }), key: keyOf('anime:3', 2) }
    for (const row of [other, elsewhere]) {
      world.tables.outbox.put(row)
      world.plan.put(row.key, planRow(row))
    }
    await wholeList(world, [1, 7])

    expect(world.row(2)).toMatchObject({ state: 'attention', failure: { code: 'gone' } })
    expect([world.isFresh(1), world.isFresh(7), world.isFresh(500)]).toEqual([true, true, false])
    expect([other, elsewhere].map(({ key }) => world.tables.outbox.get(key))).toEqual([
      other,
      elsewhere,
    ])
    expect(world.written).toEqual([])
  })

  test('of the whole list leaves what is missing unknown, though a sync had just met it', async () => {
    const world = open(1)
    const missing = keyOf(titleOf(9))
    world.tables.entries.put(missing, entryOf(titleOf(9)), null)
    world.freshness.heardWhole(1, 'anime', world.clock.monotonic() - 1000)
    expect(world.isFresh(9)).toBe(true)
    await wholeList(world, [1])

    expect(world.isFresh(9)).toBe(false)
    expect(world.tables.entries.get(missing)).not.toBeNull()
  })

  test('of a list that has lost too much is not believed: changes and removals still wait', async () => {
    const world = open(2, { wanted: null })
    for (const id of [8, 9]) {
      world.tables.entries.put(keyOf(titleOf(id)), entryOf(titleOf(id)), null)
    }
    await wholeList(world, [])

    expect([world.row(1), world.row(2)]).toMatchObject([
      { state: 'waiting', wanted: null, failure: { code: 'bad-answer' }, attempts: 1 },
      { state: 'waiting', wanted: null, failure: null },
    ])
    expect(world.planned(1)?.dueAt).toBe(world.clock.monotonic() + 5_000)
  })

  test('of a list that has lost too much tells of a title to be added that it is not there', async () => {
    const world = open(1, { base: null, wanted: { status: 'planned' } })
    for (const id of [8, 9]) {
      world.tables.entries.put(keyOf(titleOf(id)), entryOf(titleOf(id)), null)
    }
    await wholeList(world, [])

    expect(world.row()).toMatchObject({ state: 'waiting', failure: null, attempts: 0 })
    expect(world.isFresh()).toBe(true)
  })

  test('that finds a title deleted takes nothing for known, so that what comes next is read again', async () => {
    const { answered, read, row, isFresh } = open()
    await answered(read, { items: [], hasNext: false })

    expect(row()).toMatchObject({ failure: { code: 'gone' } })
    expect(isFresh()).toBe(false)
  })
})
