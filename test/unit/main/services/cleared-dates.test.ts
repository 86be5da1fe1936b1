import { describe, expect, test } from 'vitest'
import type { ListRow } from '../../../../src/shared/entry'
import { deskAt, minute } from './desk'

/** Titles with a day on which they were begun, at a service that resets or keeps what is left out. */
async function dated(omittedFields: 'reset' | 'keep') {
  const desk = await deskAt('anisearch')
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
