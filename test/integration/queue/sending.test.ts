import { describe, expect, test } from 'vitest'
import type { ListRow } from '../../../src/shared/entry'
import { deskAt, hour, minute } from '../../unit/main/services/desk'

type Desk = Awaited<ReturnType<typeof deskAt>>

const writes = ({ sandbox }: Desk, service: 'anilist' | 'anisearch' = 'anilist') =>
  sandbox.inspect.arrivals(service).filter(({ write }) => write).length
const there = (desk: Desk, rows: readonly ListRow[]) =>
  rows.map((row) => desk.entryThere(row)?.progress)

/** Nothing was read lately, so that each change is read before it is written. */
async function stale(service: 'anilist' | 'anisearch' = 'anilist', options = {}) {
  const desk = await deskAt(service, options)
  await desk.clock.advance(10 * minute)
  return desk
}

describe('many rows that wait', () => {
  test('are read together, then written together', async () => {
    const desk = await stale()
    const rows = await desk.some()
    const before = desk.sandbox.inspect.arrivals('anilist').length
    for (const row of rows) await desk.edit(row, { progress: 77 })
    await desk.clock.advance(minute)

    expect(there(desk, rows)).toEqual([77, 77, 77])
    expect(desk.sandbox.inspect.arrivals('anilist')).toHaveLength(before + 2)
  })

  test('are not held up by one that the service refuses: each of the others arrives, once', async () => {
    const desk = await deskAt()
    const rows = await desk.some()
    const [bad, ...good] = rows
    desk.sandbox.control.faults.add({
      service: 'anilist',
      kind: 'status',
      status: 400,
      body: JSON.stringify({ errors: [{ message: 'validation', status: 400 }] }),
      match: { write: true, body: String(bad && desk.entryThere(bad)?.id) },
      times: 0,
    })
    for (const row of rows) await desk.edit(row, { progress: 77 })
    await desk.clock.advance(5 * minute)

    expect(there(desk, good)).toEqual([77, 77])
    expect(await desk.status()).toMatchObject({ attention: 1, waiting: 0, sending: 0 })
    expect((await desk.waits(bad ?? expect.unreachable()))?.state).toBe('attention')
  })

  test('of one title keep their order: the last one counts', async () => {
    const desk = await deskAt('anilist', { latencyMs: () => 4_000 })
    const [row] = await desk.some()
    await desk.edit(row, { progress: 71 })
    await desk.clock.advance(5_000)
    await desk.edit(row, { progress: 72 })
    await desk.clock.advance(minute)

    expect(desk.entryThere(row)?.progress).toBe(72)
    expect(writes(desk)).toBe(2)
    expect(await desk.status()).toMatchObject({ waiting: 0, conflicts: 0 })
  })

  test('leave aniSearch one by one, ten in flight at most, all within its limit', async () => {
    const desk = await stale('anisearch', { latencyMs: () => 1_500 })
    const rows = (await desk.rows()).slice(0, 30)
    for (const row of rows) await desk.edit(row, { notes: 'new' })
    await desk.clock.advance(10 * minute)

    expect(rows.map((row) => desk.entryThere(row)?.notes)).toEqual(rows.map(() => 'new'))
    expect(writes(desk, 'anisearch')).toBe(30)
    expect(desk.sandbox.inspect.violations('anisearch')).toMatchObject({
      overLimit: 0,
      tooManyAtOnce: 0,
    })
  })
})

describe('a change made elsewhere meanwhile', () => {
  test('to another field is kept beside ours', async () => {
    const desk = await stale()
    const [row] = await desk.some()
    desk.elsewhere(row, { notes: 'theirs' })
    await desk.edit(row, { progress: 77 })
    await desk.clock.advance(minute)

    expect(desk.entryThere(row)).toMatchObject({ progress: 77, notes: 'theirs' })
    expect(await desk.shown(row)).toMatchObject({ progress: 77, notes: 'theirs' })
  })

  test('to the same field asks, and writes nothing', async () => {
    const desk = await stale()
    const [row] = await desk.some()
    desk.elsewhere(row, { progress: 60 })
    await desk.edit(row, { progress: 50 })
    await desk.clock.advance(minute)

    expect(desk.entryThere(row)?.progress).toBe(60)
    expect(writes(desk)).toBe(0)
    expect(await desk.status()).toMatchObject({ conflicts: 1 })
  })

  test('to the same field takes the higher one where the user wants that', async () => {
    const desk = await stale('anilist', { settings: { progressConflict: 'higher' } })
    const [low, high] = await desk.some()
    for (const row of [low, high]) desk.elsewhere(row, { progress: 60 })
    await desk.edit(low, { progress: 50 })
    await desk.edit(high, { progress: 70 })
    await desk.clock.advance(minute)

    expect(there(desk, [low, high])).toEqual([60, 70])
    expect((await desk.shown(low))?.progress).toBe(60)
    expect(await desk.status()).toMatchObject({ conflicts: 0, waiting: 0 })
  })

  test('of what was just read is written over within five minutes without a look', async () => {
    const desk = await deskAt()
    const [row] = await desk.some()
    const before = desk.sandbox.inspect.arrivals('anilist').length
    await desk.edit(row, { progress: 77 })
    await desk.clock.advance(minute)

    expect(desk.sandbox.inspect.arrivals('anilist')).toHaveLength(before + 1)
  })

  test('of a title that both added is merged, and what differs asks', async () => {
    const desk = await stale()
    const listed = new Set((await desk.rows()).map(({ title }) => title))
    const free = desk.catalogue.of('anime').filter(({ id }) => !listed.has(`anime:${id}`))
    const [same, other] = free.map(({ id }) => desk.ref(`anime:${id}`))
    if (!same || !other) return expect.unreachable()
    const byId = ({ title }: typeof same) => Number(title.split(':')[1])
    const { remoteEdit } = desk.sandbox.control
    remoteEdit('anilist', byId(same), { status: 'PLANNING', notes: 'theirs' } as never)
    remoteEdit('anilist', byId(other), { status: 'PLANNING', progress: 5 } as never)
    await desk.handlers()['library:edit'](same, { status: 'planned', score: 80 })
    await desk.handlers()['library:edit'](other, { status: 'planned', progress: 2 })
    await desk.clock.advance(minute)
    const row = await desk.handlers()['library:row'](same)

    expect(row?.entry).toMatchObject({ notes: 'theirs', score: 80 })
    const { rows } = await desk.handlers()['queue:rows'](0)
    expect(rows.find(({ ref }) => ref.title === other.title)).toMatchObject({
      state: 'conflict',
      conflicts: [{ field: 'progress', was: null, mine: 2, theirs: 5 }],
    })
  })
})

describe('what waits when the program ends', () => {
  test('leaves in the next run, once', async () => {
    const desk = await deskAt()
    const [row] = await desk.some()
    await desk.edit(row, { progress: 77 })
    await desk.app.stop()
    await desk.restart()
    await desk.clock.advance(5 * minute)

    expect(desk.entryThere(row)?.progress).toBe(77)
    expect(writes(desk)).toBe(1)
  })

  test('while it is being written is looked for before it is written again', async () => {
    const desk = await deskAt('anilist', { latencyMs: () => 4_000 })
    const [row] = await desk.some()
    await desk.edit(row, { progress: 77 })
    await desk.clock.advance(5_500)
    expect(await desk.status()).toMatchObject({ sending: 1 })
    // As a process that is killed: nothing of it runs any further.
    await desk.restart()
    await desk.clock.advance(5 * minute)

    expect(desk.entryThere(row)?.progress).toBe(77)
    expect(writes(desk)).toBe(1)
    expect(await desk.status()).toMatchObject({ waiting: 0, attention: 0 })
  })

  test('survives days without a connection, in which the wall clock jumps', async () => {
    const desk = await deskAt()
    const [row] = await desk.some()
    await desk.sandbox.control.setOnline(false)
    await desk.edit(row, { progress: 77 })
    await desk.clock.advance(30 * hour)
    desk.clock.jumpWall(-30 * 24 * hour)
    await desk.clock.advance(30 * hour)
    desk.clock.jumpWall(60 * 24 * hour)
    expect(await desk.waits(row)).toMatchObject({ state: 'waiting', to: { progress: 77 } })
    await desk.sandbox.control.setOnline(true)
    await desk.clock.advance(10 * minute)

    expect(desk.entryThere(row)?.progress).toBe(77)
    expect(writes(desk)).toBe(1)
  })
})

test('the network coming back lets what waits leave at once', async () => {
  const desk = await deskAt()
  const [row] = await desk.some()
  await desk.sandbox.control.setOnline(false)
  await desk.edit(row, { progress: 77 })
  await desk.clock.advance(2 * hour)
  await desk.sandbox.control.setOnline(true)
  desk.app.resumed()
  await desk.clock.advance(10_000)

  expect(desk.entryThere(row)?.progress).toBe(77)
})
