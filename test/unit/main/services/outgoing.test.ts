import { describe, expect, test } from 'vitest'
import { deskAt, minute, refusal } from './desk'

/** Nothing leaves: what waits can be looked at. */
async function held() {
  const desk = await deskAt()
  await desk.handlers()['queue:hold'](true)
  const [row, other] = await desk.some()
  return { ...desk, row, other }
}

describe('what waits is shown', () => {
  test('with what it was and what it will be, since when, and that nothing went wrong', async () => {
    const { row, edit, waits, ref, clock } = await held()
    await edit(row, { progress: row.entry.progress + 2, notes: 'noted' })

    expect(await waits(row)).toMatchObject({
      ref: ref(row.title),
      titles: row.media.titles,
      state: 'waiting',
      from: { progress: row.entry.progress, notes: row.entry.notes },
      to: { progress: row.entry.progress + 2, notes: 'noted' },
      since: clock.wall(),
      attempts: 0,
      failure: null,
      conflicts: [],
      fromImport: false,
    })
  })

  test('with the hold counting down', async () => {
    const { some, edit, waits, clock } = await deskAt()
    const [row] = await some()
    await edit(row, { progress: 99 })
    expect((await waits(row))?.nextTryInMs).toBe(3_000)
    await clock.advance(1_000)
    expect((await waits(row))?.nextTryInMs).toBe(2_000)
  })

  test('with all that a removed title had', async () => {
    const { row, ref, handlers, waits } = await held()
    await handlers()['library:remove'](ref(row.title))

    expect(await waits(row)).toMatchObject({ to: null, from: { progress: row.entry.progress } })
  })

  test('without an old value where the title is new', async () => {
    const { handlers, account, catalogue, rows } = await held()
    const listed = new Set((await rows()).map(({ title }) => title))
    const added = catalogue.of('anime').find(({ id }) => !listed.has(`anime:${id}`))
    const ref = { accountId: account.id, title: `anime:${added?.id ?? 0}` } as const
    await handlers()['library:edit'](ref, { status: 'planned' })
    const { rows: waiting } = await handlers()['queue:rows'](0)

    expect(waiting).toMatchObject([{ ref, from: null, to: { status: 'planned' } }])
  })

  test('page by page, in the order in which it leaves', async () => {
    const { handlers, rows, ref, clock } = await held()
    const all = await rows()
    for (const { title } of all.slice(0, 5)) {
      await handlers()['library:edit'](ref(title), { notes: 'x' })
      await clock.advance(10)
    }
    const { rows: waiting, total } = await handlers()['queue:rows'](0)
    expect(waiting.map((row) => row.ref.title)).toEqual(all.slice(0, 5).map(({ title }) => title))
    expect(total).toBe(5)
    expect(await handlers()['queue:rows'](3)).toMatchObject({ total: 5, rows: { length: 2 } })
    expect((await handlers()['queue:rows'](9)).rows).toEqual([])
  })
})

describe('how things stand', () => {
  test('counts what waits, and says when all is done', async () => {
    const { status, some, edit, clock } = await deskAt()
    expect(await status()).toMatchObject({
      waiting: 0,
      sending: 0,
      attention: 0,
      conflicts: 0,
      doneInMs: null,
    })
    const [a, b] = await some()
    await edit(a, { progress: 98 })
    await edit(b, { progress: 98 })
    expect(await status()).toMatchObject({ waiting: 2, held: false })
    expect((await status()).doneInMs).not.toBeNull()
    await clock.advance(minute)

    expect(await status()).toMatchObject({ waiting: 0, doneInMs: null })
  })

  test('names each service with its limits as they fill', async () => {
    const { status } = await deskAt()
    const { services } = await status()

    expect(services).toMatchObject([{ service: 'anilist', pause: null }])
    expect(services[0]?.buckets[0]).toMatchObject({ max: 30, windowMs: minute })
    expect(services[0]?.buckets[0]?.used).toBeGreaterThan(0)
  })

  test('is told at most ten times a second, however much happens', async () => {
    const { app, some, edit, clock } = await deskAt()
    const [row] = await some()
    await clock.advance(1_000)
    const before = app.told('queue:changed').length
    for (let progress = 50; progress < 90; progress += 1) await edit(row, { progress })
    await clock.advance(99)
    expect(app.told('queue:changed')).toHaveLength(before)
    await clock.advance(1)

    expect(app.told('queue:changed')).toHaveLength(before + 1)
  })
})

describe('the hold', () => {
  test('keeps an edit for three seconds, unless one sends it now', async () => {
    const { some, edit, clock, handlers, ref, entryThere } = await deskAt()
    const [a, b] = await some()
    await edit(a, { progress: 77 })
    await edit(b, { progress: 77 })
    await clock.advance(2_900)
    expect(entryThere(a)?.progress).not.toBe(77)
    await handlers()['queue:send-now'](ref(b.title))
    await clock.advance(1_500)

    expect(entryThere(b)?.progress).toBe(77)
  })

  test.each([0, 10, 60])('lasts %i s where the user says so', async (holdSeconds) => {
    const { some, edit, waits } = await deskAt('anilist', { settings: { holdSeconds } })
    const [row] = await some()
    await edit(row, { progress: 77 })

    expect((await waits(row))?.nextTryInMs ?? 0).toBe(holdSeconds * 1_000)
  })

  test('begins anew with each touch', async () => {
    const { some, edit, clock, waits, entryThere } = await deskAt()
    const [row] = await some()
    for (const progress of [71, 72, 73]) {
      await edit(row, { progress })
      await clock.advance(2_000)
    }
    expect(await waits(row)).toMatchObject({ nextTryInMs: 1_000, to: { progress: 73 } })
    await clock.advance(10_000)

    expect(entryThere(row)?.progress).toBe(73)
  })

  test('of everything stops all until it is let go', async () => {
    const { row, edit, clock, handlers, entryThere, status } = await held()
    await edit(row, { progress: 77 })
    await clock.advance(10 * minute)
    expect(entryThere(row)?.progress).not.toBe(77)
    expect((await status()).held).toBe(true)
    await handlers()['queue:hold'](false)
    await clock.advance(10 * minute)

    expect(entryThere(row)?.progress).toBe(77)
  })
})

describe('what waits can be', () => {
  test('changed, without the rules of editing', async () => {
    const { row, edit, handlers, ref, waits } = await held()
    await edit(row, { notes: 'one' })
    await handlers()['queue:change'](ref(row.title), { notes: 'two' })

    expect((await waits(row))?.to).toEqual({ notes: 'two' })
  })

  test('dropped: the entry shows what the service has', async () => {
    const { row, edit, handlers, ref, waits, shown, app } = await held()
    await edit(row, { progress: 77 })
    await handlers()['queue:drop'](ref(row.title))

    expect(await waits(row)).toBeNull()
    expect(await shown(row)).toMatchObject({ progress: row.entry.progress })
    expect(app.told('history:added').at(-1)).toMatchObject({ source: 'undo' })
  })

  test.each(['queue:drop', 'queue:retry'] as const)(
    '%s of what does not wait says so',
    async (call) => {
      const { row, handlers, ref } = await held()

      expect(await refusal(() => handlers()[call](ref(row.title)))).toEqual({
        code: 'gone',
        reason: 'not-waiting',
      })
    },
  )
})

describe('what was refused', () => {
  async function refused() {
    const desk = await deskAt()
    const body = JSON.stringify({ data: null, errors: [{ message: 'Too high', status: 422 }] })
    desk.sandbox.control.faults.add({
      service: 'anilist',
      kind: 'status',
      status: 422,
      body,
      match: { write: true },
      times: 1,
    })
    const [row] = await desk.some()
    await desk.edit(row, { progress: 77 })
    await desk.clock.advance(minute)
    return { ...desk, row }
  }

  test('shows the words of the service and waits for nobody but the user', async () => {
    const { row, waits, status } = await refused()

    expect(await waits(row)).toMatchObject({
      state: 'attention',
      failure: { code: 'refused', detail: 'Too high' },
      nextTryInMs: null,
    })
    expect(await status()).toMatchObject({ attention: 1, waiting: 0, doneInMs: null })
  })

  test('is tried again when the user says so', async () => {
    const { row, handlers, ref, clock, entryThere, waits } = await refused()
    await handlers()['queue:retry'](ref(row.title))
    await clock.advance(minute)

    expect(entryThere(row)?.progress).toBe(77)
    expect(await waits(row)).toBeNull()
  })

  test('is tried again when it is changed', async () => {
    const { row, edit, clock, entryThere } = await refused()
    await edit(row, { progress: 78 })
    await clock.advance(minute)

    expect(entryThere(row)?.progress).toBe(78)
  })
})

describe('a title that is gone from the service', () => {
  async function gone() {
    const desk = await deskAt()
    await desk.clock.advance(10 * minute)
    const [row] = await desk.some()
    desk.elsewhere(row, null)
    await desk.edit(row, { progress: 77 })
    await desk.clock.advance(minute)
    return { ...desk, row }
  }

  test('asks, and tried again is put on the list anew with all that it had', async () => {
    const { row, waits, handlers, ref, clock, entryThere } = await gone()
    expect(await waits(row)).toMatchObject({ state: 'attention', failure: { code: 'gone' } })
    await handlers()['queue:retry'](ref(row.title))
    await clock.advance(minute)

    expect(entryThere(row)).toMatchObject({ progress: 77, score: row.entry.score ?? 0 })
  })
})
