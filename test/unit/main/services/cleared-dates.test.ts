import { describe, expect, test } from 'vitest'
import type { AccountRow } from '../../../../src/main/db/accounts'
import { unpackKey } from '../../../../src/main/db/keys'
import type { Realm } from '../../../../src/main/queue/realm'
import { createClearedDates } from '../../../../src/main/services/cleared-dates'
import type { ListRow } from '../../../../src/shared/entry'
import { entryOf } from '../../../support/entries'
import { memoryTables } from '../../../support/tables'
import { keyOf, outboxRow } from '../queue/rows'
import { deskAt, minute } from './desk'

/** Titles with a day on which they were begun, at a service that resets or keeps what is left out. */
async function dated(omittedFields: 'reset' | 'keep', options: Parameters<typeof deskAt>[1] = {}) {
  const desk = await deskAt('anisearch', options)
  desk.sandbox.control.setBehaviour({ omittedFields })
  const rows = (await desk.rows()).filter(({ entry }) => entry.startedAt !== null)
  const [first, second] = rows
  if (!first || !second) return expect.unreachable('Two titles with a day are wanted')
  const reads = () =>
    desk.sandbox.inspect.requests('anisearch')['GET my/{mediaType}/{id}/ratings'] ?? 0
  return {
    ...desk,
    first,
    second,
    reads,
    async clear(row: ListRow) {
      await desk.edit(row, { startedAt: null })
      await desk.clock.advance(5 * minute)
    },
    async sync() {
      await desk.handlers()['sync:now'](desk.account.id, true)
      await desk.clock.advance(10 * minute)
    },
  }
}

describe('a day that is cleared', () => {
  test.each(['reset', 'keep'] as const)(
    'stays cleared here, whether the service does so or not (%s)',
    async (omitted) => {
      const { first, clear, sync, shown, status } = await dated(omitted)
      await clear(first)
      await sync()

      expect((await shown(first))?.startedAt).toBeNull()
      expect(await status()).toMatchObject({ waiting: 0, attention: 0, conflicts: 0 })
    },
  )

  test('is read again once for a connection', async () => {
    const { first, second, clear, sync, shown, reads } = await dated('keep')
    const before = reads()
    await clear(first)
    await clear(second)
    expect(reads() - before).toBe(1)
    await sync()

    expect((await shown(second))?.startedAt).toBeNull()
  })

  test.each(['reset', 'keep'] as const)(
    'can be taken back after it was sent (%s)',
    async (omitted) => {
      const { first, clear, sync, shown, handlers, clock, entryThere } = await dated(omitted)
      const { startedAt } = first.entry
      await clear(first)
      await handlers()['history:undo'](null)
      await clock.advance(5 * minute)
      await sync()

      expect((await shown(first))?.startedAt).toBe(startedAt)
      expect(entryThere(first)?.startedAt).toBe(startedAt)
    },
  )

  test('gives way to another day that is set at the service', async () => {
    const { first, clear, sync, shown, elsewhere } = await dated('keep')
    await clear(first)
    elsewhere(first, { startedAt: 20200202 })
    await sync()

    expect((await shown(first))?.startedAt).toBe(20200202)
  })
})

describe('a day that is cleared at a service that keeps it, before that is known,', () => {
  /** It left three seconds after it was cleared; what the service does with it is known at seven. */
  async function underway() {
    const latency = { ms: 2_000 }
    const desk = await dated('keep', { latencyMs: () => latency.ms })
    await desk.edit(desk.first, { startedAt: null })
    await desk.clock.advance(4_000)
    const { progress } = desk.first.entry
    return {
      ...desk,
      latency,
      more: (by: number) => desk.edit(desk.first, { progress: progress + by }),
    }
  }

  test.each([
    ['while it is on its way', 0],
    ['while it is read again', 2_000],
    ['once it was read again', 5_000],
  ])('stays cleared when the title is edited %s', async (_, afterMs) => {
    const { first, clock, sync, shown, more } = await underway()
    await clock.advance(afterMs)
    await more(1)
    await clock.advance(minute)
    await sync()

    expect((await shown(first))?.startedAt).toBeNull()
    expect((await shown(first))?.progress).toBe(first.entry.progress + 1)
  })

  test.each([3_500, 5_500])('stays cleared through two more edits, %i ms apart', async (apart) => {
    const { first, clock, sync, shown, more, status } = await underway()
    await more(1)
    await clock.advance(apart)
    await more(2)
    await clock.advance(minute)
    await sync()

    expect((await shown(first))?.startedAt).toBeNull()
    expect((await shown(first))?.progress).toBe(first.entry.progress + 2)
    expect(await status()).toMatchObject({ waiting: 0, attention: 0, conflicts: 0 })
  })

  /** The list is read before the answer that tells of the day, and brings it. */
  async function overtaken() {
    const desk = await underway()
    desk.latency.ms = 3 * minute
    await desk.clock.advance(1_500)
    desk.latency.ms = 100
    await desk.handlers()['sync:now'](desk.account.id, true)
    await desk.clock.advance(minute)
    expect((await desk.shown(desk.first))?.startedAt).toBe(desk.first.entry.startedAt)
    return desk
  }

  test('stays cleared when a reading of the list brings it meanwhile', async () => {
    const { first, clock, sync, shown } = await overtaken()
    await clock.advance(5 * minute)
    expect((await shown(first))?.startedAt).toBeNull()
    await sync()

    expect((await shown(first))?.startedAt).toBeNull()
  })

  test('is there again when that was taken back and written meanwhile', async () => {
    const { first, clock, sync, shown, latency, handlers, entryThere } = await underway()
    latency.ms = 3 * minute
    await clock.advance(1_500)
    latency.ms = 100
    await handlers()['history:undo'](null)
    await clock.advance(minute)
    expect(entryThere(first)?.startedAt).toBe(first.entry.startedAt)
    await clock.advance(5 * minute)
    await sync()

    expect((await shown(first))?.startedAt).toBe(first.entry.startedAt)
  })
})

describe('what is found out after the write', () => {
  const key = keyOf()
  const base = entryOf(unpackKey(key).title, { startedAt: 20200101 })

  /** A title whose day was left out of a write, and a service that answers with the day. */
  async function learn(change: Partial<ReturnType<typeof memoryTables>> = {}) {
    const tables = memoryTables()
    tables.entries.put(key, { ...base, startedAt: null }, null)
    const provider = { omitsClearedDates: true, oneEntry: () => ({}) }
    const execute = { run: () => Promise.resolve({ entry: base }) }
    const realm = { id: 1, provider, execute } as unknown as Realm
    const heard = await new Promise((resolve) => {
      createClearedDates({
        tables: { ...tables, ...change },
        realmOf: () => realm,
        onKept: resolve,
        onError: resolve,
      }).written({ id: 1 } as AccountRow, [outboxRow({ base, wanted: { startedAt: null } })])
    })
    return { heard, tables }
  }

  test('is told, for the title may look different', async () => {
    const { heard, tables } = await learn()

    expect(heard).toBe(key)
    expect(tables.entries.get(key)?.local).toEqual({
      mine: { startedAt: null },
      theirs: { startedAt: 20200101 },
    })
  })

  test('is told as an error when it cannot be written down', async () => {
    const full = new Error('The disk is full')
    const { entries } = memoryTables()
    const get = () => {
      throw full
    }

    expect((await learn({ entries: { ...entries, get } })).heard).toBe(full)
  })
})
