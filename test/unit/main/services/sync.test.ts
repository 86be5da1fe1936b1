import { describe, expect, test } from 'vitest'
import type { SyncState } from '../../../../src/shared/ipc/sync'
import { deskAt, hour, minute } from './desk'

type Desk = Awaited<ReturnType<typeof deskAt>>

/** Requests about lists and their owner since the last time this was asked. */
function counter({ sandbox }: Desk) {
  const now = () =>
    Object.entries(sandbox.inspect.requests('anilist'))
      .filter(([route]) => !/airing|Page.media$/i.test(route))
      .reduce((sum, [, count]) => sum + count, 0)
  let before = now()
  return () => {
    const since = now() - before
    before += since
    return since
  }
}

const stateOf = async ({ handlers }: Desk): Promise<SyncState> =>
  (await handlers()['sync:states']())[0] ?? expect.unreachable()

async function syncNow(desk: Desk, whole = false) {
  await desk.handlers()['sync:now'](desk.account.id, whole)
  await desk.clock.advance(5 * minute)
}

describe('reading the list', () => {
  test('begins as soon as somebody signs in, and says how far it is', async () => {
    const desk = await deskAt()
    const phases = desk.app.told('sync:changed').map(({ phase }) => phase)

    expect(phases[0]).toBe('waiting')
    expect(phases).toContain('reading')
    expect(phases.at(-1)).toBe('idle')
    const read = desk.app.told('sync:changed').map((state) => state.read)
    expect(read.toSorted((a, b) => a - b)).toEqual(read)
    expect(await desk.rows()).not.toHaveLength(0)
    expect((await stateOf(desk)).syncedAt).not.toBeNull()
  })

  test('brings what was changed elsewhere, and leaves alone what was not', async () => {
    const desk = await deskAt()
    const [a, b] = await desk.some()
    desk.elsewhere(a, { notes: 'theirs' })
    await desk.clock.advance(minute)
    await syncNow(desk)

    expect((await desk.shown(a))?.notes).toBe('theirs')
    expect(await desk.shown(b)).toEqual(b.entry)
  })

  test('costs two requests when little is new, however long the list', async () => {
    const desk = await deskAt()
    await desk.clock.advance(2 * minute)
    const cost = counter(desk)
    await syncNow(desk)

    expect(cost()).toBe(2)
  })

  test('asked for twice at once is done once', async () => {
    const desk = await deskAt()
    await desk.clock.advance(2 * minute)
    const cost = counter(desk)
    for (let i = 0; i < 3; i += 1) await desk.handlers()['sync:now'](desk.account.id, false)
    await desk.clock.advance(5 * minute)

    expect(cost()).toBe(2)
  })

  test('of all is done after one of what is new that was under way', async () => {
    const desk = await deskAt()
    const [row] = await desk.some()
    await desk.handlers()['sync:now'](desk.account.id, false)
    desk.elsewhere(row, null)
    await desk.handlers()['sync:now'](desk.account.id, true)
    await desk.clock.advance(5 * minute)

    expect(await desk.shown(row)).toBeNull()
  })

  test('keeps what waits here on top', async () => {
    const desk = await deskAt()
    const [row] = await desk.some()
    await desk.handlers()['queue:hold'](true)
    await desk.edit(row, { progress: 77 })
    desk.elsewhere(row, { notes: 'theirs' })
    await desk.clock.advance(minute)
    await syncNow(desk)

    expect(await desk.shown(row)).toMatchObject({ progress: 77, notes: 'theirs' })
  })
})

describe('by itself the list is read', () => {
  const everyFive = { settings: { syncMinutes: 5 } }

  test('every so many minutes, of which the user says how many', async () => {
    const desk = await deskAt('anilist', everyFive)
    const [row] = await desk.some()
    await desk.clock.advance(minute)
    desk.elsewhere(row, { notes: 'theirs' })
    await desk.clock.advance(3 * minute)
    expect((await desk.shown(row))?.notes).not.toBe('theirs')
    await desk.clock.advance(3 * minute)

    expect((await desk.shown(row))?.notes).toBe('theirs')
  })

  test('never where the user wants it on demand only', async () => {
    const desk = await deskAt()
    await desk.clock.advance(minute)
    const cost = counter(desk)
    await desk.clock.advance(20 * hour)

    expect(cost()).toBe(0)
  })

  test('whole once a day, which alone shows what was taken off elsewhere', async () => {
    const desk = await deskAt('anilist', { settings: { syncMinutes: 60 } })
    const [row] = await desk.some()
    desk.elsewhere(row, null)
    await desk.clock.advance(3 * hour)
    expect(await desk.shown(row)).not.toBeNull()
    await desk.clock.advance(22 * hour)

    expect(await desk.shown(row)).toBeNull()
  })

  test('whole as well when the wall clock was set back', async () => {
    const desk = await deskAt()
    const [row] = await desk.some()
    desk.elsewhere(row, null)
    desk.clock.jumpWall(-40 * 24 * hour)
    await syncNow(desk)

    expect(await desk.shown(row)).toBeNull()
  })

  test('at the start of the program', async () => {
    const desk = await deskAt('anilist', everyFive)
    const [row] = await desk.some()
    await desk.app.stop()
    desk.elsewhere(row, { notes: 'meanwhile' })
    await desk.restart()
    await desk.clock.advance(2 * minute)

    expect((await desk.shown(row))?.notes).toBe('meanwhile')
  })

  test('when the machine wakes up', async () => {
    const desk = await deskAt()
    const [row] = await desk.some()
    desk.elsewhere(row, { notes: 'while asleep' })
    await desk.clock.advance(minute)
    desk.app.resumed()
    await desk.clock.advance(2 * minute)

    expect((await desk.shown(row))?.notes).toBe('while asleep')
  })
})

describe('a title that is gone from the service', () => {
  test('is taken off once, and the history keeps what it had', async () => {
    const desk = await deskAt()
    const [row] = await desk.some()
    desk.elsewhere(row, null)
    await syncNow(desk, true)

    expect(await desk.shown(row)).toBeNull()
    const lines = await desk.handlers()['history:list'](desk.ref(row.title), null)
    expect(lines).toMatchObject([
      { source: 'sync', before: { progress: row.entry.progress }, after: null },
    ])
    await syncNow(desk, true)
    expect(await desk.handlers()['history:list'](desk.ref(row.title), null)).toHaveLength(1)
  })

  test('stays while a change of it waits here, about which the user is asked', async () => {
    const desk = await deskAt()
    const [row] = await desk.some()
    await desk.handlers()['queue:hold'](true)
    await desk.edit(row, { progress: 77 })
    desk.elsewhere(row, null)
    await desk.clock.advance(minute)
    await syncNow(desk, true)

    expect((await desk.shown(row))?.progress).toBe(77)
    expect(await desk.waits(row)).toMatchObject({ state: 'attention', failure: { code: 'gone' } })
  })
})

describe('a reading that loses more than a fifth', () => {
  /** A third of the list is gone at once. */
  async function lossy() {
    const desk = await deskAt()
    const rows = await desk.rows()
    const lost = rows.filter((_, at) => at % 3 === 0)
    for (const row of lost) desk.elsewhere(row, null)
    await desk.clock.advance(minute)
    await syncNow(desk, true)
    return { ...desk, before: rows.length, lost: lost.length }
  }

  test('is not believed unasked: nothing is taken off, and it says how many', async () => {
    const desk = await lossy()

    expect(await desk.rows()).toHaveLength(desk.before)
    expect(await stateOf(desk)).toMatchObject({ phase: 'asking', missing: desk.lost })
  })

  test('is applied when the user says so', async () => {
    const desk = await lossy()
    await desk.handlers()['sync:accept'](desk.account.id, true)

    expect(await desk.rows()).toHaveLength(desk.before - desk.lost)
    expect(await stateOf(desk)).toMatchObject({ phase: 'idle', missing: 0 })
  })

  test('is forgotten when the user wants to keep the list, and asked again the next time', async () => {
    const desk = await lossy()
    await desk.handlers()['sync:accept'](desk.account.id, false)
    expect(await desk.rows()).toHaveLength(desk.before)
    expect(await stateOf(desk)).toMatchObject({ phase: 'idle', missing: 0 })
    await desk.clock.advance(minute)
    await syncNow(desk, true)

    expect(await stateOf(desk)).toMatchObject({ phase: 'asking', missing: desk.lost })
  })

  test('applied late leaves alone what was edited meanwhile', async () => {
    const desk = await lossy()
    await desk.handlers()['queue:hold'](true)
    const gone = (await desk.rows()).find((row) => !desk.entryThere(row)) ?? expect.unreachable()
    await desk.edit(gone, { notes: 'still mine' })
    await desk.handlers()['sync:accept'](desk.account.id, true)

    expect((await desk.shown(gone))?.notes).toBe('still mine')
    expect(await desk.rows()).toHaveLength(desk.before - desk.lost + 1)
  })
})

describe('a reading that fails', () => {
  test('keeps the list, and says why', async () => {
    const desk = await deskAt()
    const before = await desk.rows()
    await desk.sandbox.control.setOnline(false)
    await desk.handlers()['sync:now'](desk.account.id, false)
    await desk.clock.advance(1_000)

    expect(await stateOf(desk)).toMatchObject({ phase: 'idle', failure: { code: 'offline' } })
    expect(await desk.rows()).toEqual(before)
  })

  test('for want of a sign-in signs the account out, and keeps its list', async () => {
    const desk = await deskAt()
    desk.sandbox.control.expireTokens('anilist')
    await syncNow(desk)

    expect(await stateOf(desk)).toMatchObject({ failure: { code: 'signed-out' } })
    expect(await desk.handlers()['accounts:list']()).toMatchObject([{ signedIn: false }])
    expect(await desk.rows()).not.toHaveLength(0)
  })

  test('is forgotten by one that goes well', async () => {
    const desk = await deskAt()
    await desk.sandbox.control.setOnline(false)
    await desk.handlers()['sync:now'](desk.account.id, false)
    await desk.clock.advance(1_000)
    await desk.sandbox.control.setOnline(true)
    await syncNow(desk)

    expect(await stateOf(desk)).toMatchObject({ phase: 'idle', failure: null })
  })

  test('of an account that is not here is nothing', async () => {
    const desk = await deskAt()
    const cost = counter(desk)
    await desk.handlers()['sync:now'](999, true)
    await desk.clock.advance(minute)

    expect(cost()).toBe(0)
  })
})
