import { describe, expect, test } from 'vitest'
import { deskAt, minute, refusal } from './desk'

describe('what happened', () => {
  test('is told newest first, with when, what and from where', async () => {
    const { some, edit, handlers, clock, ref } = await deskAt()
    const [row] = await some()
    await edit(row, { score: 70 })
    const at = clock.wall()
    await clock.advance(1_000)
    await edit(row, { notes: 'later' })
    const [latest, earlier] = await handlers()['history:list'](ref(row.title), null)

    expect(latest).toMatchObject({ source: 'me', after: { notes: 'later' }, undone: false })
    expect(earlier).toMatchObject({
      ref: ref(row.title),
      titles: row.media.titles,
      at,
      source: 'me',
      before: { score: row.entry.score },
      after: { score: 70 },
    })
  })

  test('is told of one title or of all', async () => {
    const { some, edit, handlers, ref } = await deskAt()
    const [a, b] = await some()
    await edit(a, { score: 70 })
    await edit(b, { score: 71 })

    expect(await handlers()['history:list'](ref(a.title), null)).toHaveLength(1)
    expect(await handlers()['history:list'](null, null)).toHaveLength(2)
  })

  test('comes in pages of a hundred, without a gap or a double', async () => {
    const { some, edit, handlers } = await deskAt()
    const [row] = await some()
    for (let at = 0; at < 130; at += 1) await edit(row, { notes: `note ${at}` })
    const first = await handlers()['history:list'](null, null)
    const second = await handlers()['history:list'](null, first.at(-1)?.id ?? null)

    expect([first.length, second.length]).toEqual([100, 30])
    expect([...first, ...second].map(({ after }) => after?.notes)).toEqual(
      Array.from({ length: 130 }, (_, at) => `note ${129 - at}`),
    )
  })

  test('says what changed elsewhere as from there, once the list is read', async () => {
    const { some, elsewhere, handlers, account, clock, ref } = await deskAt()
    const [row] = await some()
    elsewhere(row, { notes: 'theirs' })
    await handlers()['sync:now'](account.id, true)
    await clock.advance(10 * minute)

    expect(await handlers()['history:list'](ref(row.title), null)).toMatchObject([
      { source: 'sync', after: { notes: 'theirs' } },
    ])
  })

  test('does not begin with a line for each title of the first reading', async () => {
    const { handlers } = await deskAt()

    expect(await handlers()['history:list'](null, null)).toEqual([])
  })
})

describe('undo and redo', () => {
  test('go back and forth through what was done in this session', async () => {
    const { some, edit, handlers, shown } = await deskAt()
    const [row] = await some()
    const score = async () => (await shown(row))?.score
    await edit(row, { score: 70 })
    await edit(row, { score: 71 })
    const seen: unknown[] = []
    for (const call of ['undo', 'undo', 'redo', 'redo'] as const) {
      if (call === 'undo') await handlers()['history:undo'](null)
      else await handlers()['history:redo']()
      seen.push(await score())
    }

    expect(seen).toEqual([70, row.entry.score, 70, 71])
  })

  test('end where nothing is left', async () => {
    const { handlers } = await deskAt()

    expect(await refusal(() => handlers()['history:undo'](null))).toEqual({
      code: 'gone',
      reason: 'nothing-to-undo',
    })
    expect(await refusal(() => handlers()['history:redo']())).toEqual({
      code: 'gone',
      reason: 'nothing-to-redo',
    })
  })

  test('a new edit ends what could be done again', async () => {
    const { some, edit, handlers } = await deskAt()
    const [row] = await some()
    await edit(row, { score: 70 })
    await handlers()['history:undo'](null)
    await edit(row, { score: 72 })

    expect(await refusal(() => handlers()['history:redo']())).toMatchObject({
      reason: 'nothing-to-redo',
    })
  })

  test('take one change back by its line, though others came later', async () => {
    const { some, edit, handlers, shown } = await deskAt()
    const [row] = await some()
    const { changeId } = await edit(row, { score: 70 })
    await edit(row, { notes: 'later' })
    await handlers()['history:undo'](changeId)

    expect(await shown(row)).toMatchObject({ score: row.entry.score, notes: 'later' })
    const lines = await handlers()['history:list'](null, null)
    expect(lines.find(({ id }) => id === changeId)).toMatchObject({ undone: true })
  })

  test('before it left sends nothing at all', async () => {
    const { some, edit, handlers, waits, clock, sandbox } = await deskAt()
    const [row] = await some()
    await edit(row, { score: 70 })
    await handlers()['history:undo'](null)
    expect(await waits(row)).toBeNull()
    await clock.advance(minute)

    expect(sandbox.inspect.arrivals('anilist').filter(({ write }) => write)).toEqual([])
  })

  test('after it was sent is sent as well', async () => {
    const { some, edit, handlers, clock, entryThere } = await deskAt()
    const [row] = await some()
    await edit(row, { notes: 'sent' })
    await clock.advance(minute)
    expect(entryThere(row)?.notes).toBe('sent')
    await handlers()['history:undo'](null)
    await clock.advance(minute)

    expect(entryThere(row)?.notes ?? '').toBe(row.entry.notes)
  })

  test('of a line that nobody knows says so', async () => {
    const { handlers } = await deskAt()

    expect(await refusal(() => handlers()['history:undo'](123_456))).toMatchObject({
      reason: 'nothing-to-undo',
    })
  })

  test('after a restart still works by the line, and Ctrl+Z begins anew', async () => {
    const desk = await deskAt()
    const [row] = await desk.some()
    const { changeId } = await desk.edit(row, { score: 70 })
    await desk.app.stop()
    const app = await desk.restart()

    expect(await refusal(() => app.handlers['history:undo'](null))).toMatchObject({
      reason: 'nothing-to-undo',
    })
    await app.handlers['history:undo'](changeId)
    const again = await app.handlers['library:row'](desk.ref(row.title))
    expect(again?.entry.score).toBe(row.entry.score)
  })
})

describe('undo after somebody else was there', () => {
  async function desk() {
    const world = await deskAt()
    const { handlers, account, clock } = world
    return {
      ...world,
      undo: async () => handlers()['history:undo'](null),
      async readAgain() {
        await handlers()['sync:now'](account.id, true)
        await clock.advance(10 * minute)
      },
    }
  }

  test('leaves what came from there since, and takes back the rest', async () => {
    const { some, edit, elsewhere, readAgain, undo, shown } = await desk()
    const [row] = await some()
    await edit(row, { score: 70, notes: 'mine' })
    await readAgain()
    elsewhere(row, { notes: 'theirs' })
    await readAgain()

    expect(await undo()).toMatchObject({ count: 1 })
    expect(await shown(row)).toMatchObject({ score: row.entry.score, notes: 'theirs' })
  })

  test('does not put a title back of which it knows a few fields', async () => {
    const { some, edit, elsewhere, readAgain, undo, handlers, shown } = await desk()
    const [row] = await some()
    const { changeId } = await edit(row, { score: 70 })
    await readAgain()
    elsewhere(row, null)
    await readAgain()

    expect(await undo()).toMatchObject({ count: 0 })
    expect(await handlers()['history:undo'](changeId)).toMatchObject({ count: 0 })
    expect(await handlers()['history:redo']()).toMatchObject({ count: 0 })
    expect(await shown(row)).toBeNull()
  })

  test('does not take off a title that somebody else filled in', async () => {
    const { rows, sandbox, edit, elsewhere, readAgain, undo, shown } = await desk()
    const [row] = await rows()
    if (!row) return expect.unreachable()
    elsewhere(row, null)
    await readAgain()
    await edit(row, { status: 'planned' })
    await readAgain()
    elsewhere(row, { progress: 1 })
    await readAgain()

    expect(await undo()).toMatchObject({ count: 0 })
    expect(await shown(row)).toMatchObject({ progress: 1 })
    expect(sandbox.inspect.violations('anilist').overLimit).toBe(0)
  })

  test('takes off a title that only the service filled in', async () => {
    const { rows, edit, elsewhere, readAgain, undo, shown } = await desk()
    const [row] = await rows()
    if (!row) return expect.unreachable()
    elsewhere(row, null)
    await readAgain()
    await edit(row, { status: 'completed' })
    await readAgain()

    expect(await undo()).toMatchObject({ count: 1 })
    expect(await shown(row)).toBeNull()
  })

  test('brings nothing back of what was given up', async () => {
    const { some, edit, undo, handlers, ref, shown } = await desk()
    const [row] = await some()
    await edit(row, { notes: 'first' })
    await edit(row, { notes: 'second' })
    await handlers()['queue:drop'](ref(row.title))

    expect(await undo()).toMatchObject({ count: 0 })
    expect((await shown(row))?.notes).toBe(row.entry.notes)
  })

  test('takes back what was not decided for them', async () => {
    const { some, edit, elsewhere, readAgain, undo, handlers, ref, shown } = await desk()
    const [row] = await some()
    await handlers()['queue:hold'](true)
    await edit(row, { score: 70, notes: 'mine' })
    elsewhere(row, { notes: 'theirs' })
    await readAgain()
    await handlers()['queue:resolve'](ref(row.title), { notes: 'theirs' })
    expect(await shown(row)).toMatchObject({ score: 70, notes: 'theirs' })

    expect(await undo()).toMatchObject({ count: 1 })
    expect(await shown(row)).toMatchObject({ score: row.entry.score, notes: 'theirs' })
  })
})
