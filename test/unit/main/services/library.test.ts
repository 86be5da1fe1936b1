import { describe, expect, test } from 'vitest'
import { deskAt, minute, refusal, unknownRef } from './desk'

describe('one more or one less', () => {
  test('is shown at once and folds into one write', async () => {
    const { some, handlers, ref, shown, sandbox, clock, entryThere } = await deskAt()
    const [row] = await some()
    const writes = () => sandbox.inspect.arrivals('anilist').filter(({ write }) => write).length
    const from = row.entry.progress
    for (let i = 0; i < 3; i += 1) await handlers()['library:step'](ref(row.title), 1)
    await handlers()['library:step'](ref(row.title), -1)
    expect((await shown(row))?.progress).toBe(from + 2)
    expect(writes()).toBe(0)
    await clock.advance(minute)

    expect(entryThere(row)?.progress).toBe(from + 2)
    expect(writes()).toBe(1)
  })

  test('does not fall below nothing', async () => {
    const { some, handlers, ref, shown, edit } = await deskAt()
    const [row] = await some()
    await edit(row, { progress: 0 })
    const answer = await handlers()['library:step'](ref(row.title), -1)

    expect((await shown(row))?.progress).toBe(0)
    expect(answer.changeId).toBeNull()
  })

  test('of a title that is not on the list says so', async () => {
    const { handlers, account } = await deskAt()
    const ref = { accountId: account.id, title: 'anime:999999999' } as const

    expect(await refusal(() => handlers()['library:step'](ref, 1))).toEqual({
      code: 'gone',
      reason: 'not-on-list',
    })
  })
})

describe('an edit', () => {
  test('answers with the row as it is now and what takes it back', async () => {
    const { some, edit, handlers, shown } = await deskAt()
    const [row] = await some()
    const { row: now, changeId } = await edit(row, { score: 70 })

    expect(now).toMatchObject({ state: 'waiting', entry: { score: 70 } })
    await handlers()['history:undo'](changeId)
    expect((await shown(row))?.score).toBe(row.entry.score)
  })

  test('tells the window of the row', async () => {
    const { app, some, edit, account } = await deskAt()
    const [row] = await some()
    await edit(row, { score: 70 })

    expect(app.told('library:changed').at(-1)).toMatchObject({
      accountId: account.id,
      rows: [{ title: row.title, entry: { score: 70 }, state: 'waiting' }],
      removed: [],
    })
  })

  test('of what is so already is none', async () => {
    const { some, edit } = await deskAt()
    const [row] = await some()

    expect(await edit(row, { progress: row.entry.progress })).toMatchObject({
      changeId: null,
      group: null,
      row: { state: 'saved' },
    })
  })

  test('of an account that is not here says so', async () => {
    const { handlers } = await deskAt()

    expect(await refusal(() => handlers()['library:edit'](unknownRef, { score: 70 }))).toEqual({
      code: 'gone',
      reason: 'no-account',
    })
  })

  test('to a status that the service does not have is refused, and nothing is changed', async () => {
    const { some, edit, shown } = await deskAt()
    const [row] = await some()

    expect(await refusal(() => edit(row, { status: 'not-interested' }))).toMatchObject({
      code: 'invalid-input',
      reason: 'status',
    })
    expect((await shown(row))?.status).toBe('current')
  })

  test('to rewatching is kept here where the service has no such status', async () => {
    const { some, edit, shown, clock, entryThere } = await deskAt('anilist-v1')
    const [row] = await some('completed')
    await edit(row, { status: 'repeating' })
    await clock.advance(minute)

    expect((await shown(row))?.status).toBe('repeating')
    expect(entryThere(row)).toBeDefined()
  })
})

describe('a removal', () => {
  test('is shown, told, sent, and can be taken back after it was sent', async () => {
    const { app, some, handlers, ref, shown, clock, entryThere } = await deskAt()
    const [row] = await some()
    const { changeId } = await handlers()['library:remove'](ref(row.title))
    expect(await shown(row)).toBeNull()
    expect(app.told('library:changed').at(-1)).toMatchObject({ removed: [row.title] })
    await clock.advance(minute)
    expect(entryThere(row)).toBeUndefined()
    await handlers()['history:undo'](changeId)
    await clock.advance(minute)

    expect(entryThere(row)).toMatchObject({ progress: row.entry.progress })
  })
})

describe('many at once', () => {
  test('are one change with one undo', async () => {
    const { some, handlers, ref, shown } = await deskAt()
    const rows = await some()
    const refs = rows.map(({ title }) => ref(title))
    const set = { do: 'set', patch: { score: 70 } } as const
    const { group, changed } = await handlers()['library:edit-many'](refs, set, null)
    expect(changed).toBe(rows.filter(({ entry }) => entry.score !== 70).length)
    expect(group).not.toBeNull()
    const turned = await handlers()['history:undo'](null)

    expect(turned.count).toBe(changed)
    for (const row of rows) expect((await shown(row))?.score).toBe(row.entry.score)
  })

  test('go on in the group of the slice before', async () => {
    const { some, handlers, ref } = await deskAt()
    const [a, b] = await some()
    const set = { do: 'set', patch: { notes: 'all of them' } } as const
    const first = await handlers()['library:edit-many']([ref(a.title)], set, null)
    const second = await handlers()['library:edit-many']([ref(b.title)], set, first.group)

    expect(second.group).toBe(first.group)
    expect((await handlers()['history:undo'](null)).count).toBe(2)
  })

  test('are all or none', async () => {
    const { some, handlers, ref, shown } = await deskAt()
    const [row] = await some()
    const refs = [ref(row.title), unknownRef]
    const set = { do: 'set', patch: { score: 71 } } as const

    expect(await refusal(() => handlers()['library:edit-many'](refs, set, null))).toMatchObject({
      reason: 'no-account',
    })
    expect((await shown(row))?.score).toBe(row.entry.score)
  })

  test('leave out what is not on the list, except where it is to be put there', async () => {
    const { handlers, account, some, ref } = await deskAt()
    const [row] = await some()
    const missing = { accountId: account.id, title: 'anime:999999999' } as const
    const step = { do: 'step', by: 1 } as const

    expect(
      await handlers()['library:edit-many']([missing, ref(row.title)], step, null),
    ).toMatchObject({
      changed: 1,
    })
  })

  test('are sent together', async () => {
    const { some, handlers, ref, clock, sandbox, entryThere } = await deskAt()
    const rows = await some()
    const before = sandbox.inspect.arrivals('anilist').filter(({ write }) => write).length
    const refs = rows.map(({ title }) => ref(title))
    const set = { do: 'set', patch: { notes: 'together' } } as const
    await handlers()['library:edit-many'](refs, set, null)
    await clock.advance(minute)

    expect(rows.map((row) => entryThere(row)?.notes)).toEqual(rows.map(() => 'together'))
    expect(sandbox.inspect.arrivals('anilist').filter(({ write }) => write)).toHaveLength(
      before + 1,
    )
  })
})

describe('a rewatch', () => {
  test('is begun and finished by name, and the dates of the first time stay', async () => {
    const { some, handlers, ref, shown } = await deskAt()
    const [row] = await some('completed')
    const { startedAt, completedAt, repeats } = row.entry
    await handlers()['library:repeat'](ref(row.title), 'start')
    expect(await shown(row)).toMatchObject({
      status: 'repeating',
      progress: 0,
      startedAt,
      completedAt,
    })
    await handlers()['library:repeat'](ref(row.title), 'finish')

    expect(await shown(row)).toMatchObject({
      status: 'completed',
      repeats: repeats + 1,
      startedAt,
      completedAt,
    })
  })

  test('of a title that is not on the list says so', async () => {
    const { handlers, account } = await deskAt()
    const ref = { accountId: account.id, title: 'anime:999999999' } as const

    expect(await refusal(() => handlers()['library:repeat'](ref, 'start'))).toMatchObject({
      reason: 'not-on-list',
    })
  })
})

describe('the list as the window reads it', () => {
  test('comes first as a screenful, with the counts of all tabs', async () => {
    const { handlers, account, rows } = await deskAt('anilist', { settings: { showAdult: true } })
    const all = (await rows()).filter(({ title }) => title.startsWith('anime:'))
    const screen = await handlers()['library:first']({
      accountId: account.id,
      kind: 'anime',
      tab: { type: 'status', status: 'current' },
      sort: { key: 'title', descending: false },
      limit: 5,
    })
    const current = all.filter(({ entry }) => entry.status === 'current' && !entry.hidden)

    expect(screen.rows.length).toBe(Math.min(5, current.length))
    expect(screen.total).toBe(current.length)
    expect(screen.counts.anime.current).toBe(current.length)
  })

  test.each([
    ['neither the setting nor the account', false, false, false],
    ['the setting', true, false, true],
    ['the account at its service', false, true, true],
  ])('holds titles for adults where %s allows it', async (_who, showAdult, adult, isShown) => {
    const { handlers, account, rows } = await deskAt('anilist', { settings: { showAdult }, adult })
    const anime = (await rows()).filter(({ title }) => title.startsWith('anime:'))
    const first = await handlers()['library:first']({
      accountId: account.id,
      kind: 'anime',
      tab: { type: 'all' },
      sort: { key: 'title', descending: false },
      limit: 100,
    })
    const some = anime.filter(({ media }) => media.adult)

    expect(account.options.adult).toBe(adult)
    expect(some.length).toBeGreaterThan(0)
    expect(first.rows.some(({ media }) => media.adult)).toBe(isShown)
    expect(first.total).toBe(isShown ? anime.length : anime.length - some.length)
  })

  test('is the same whichever way it is sorted, only in another order', async () => {
    const { handlers, account } = await deskAt()
    const titlesBy = async (descending: boolean) => {
      const { rows } = await handlers()['library:first']({
        accountId: account.id,
        kind: 'anime',
        tab: { type: 'all' },
        sort: { key: 'progress', descending },
        limit: 100,
      })
      return rows.map(({ entry }) => entry.progress)
    }
    const up = await titlesBy(false)

    expect(up).toEqual(up.toSorted((a, b) => a - b))
    expect(await titlesBy(true)).toEqual(up.toSorted((a, b) => b - a))
  })

  test('shows what is under way', async () => {
    const { some, edit, handlers, ref, clock } = await deskAt('anilist', {
      latencyMs: () => 5_000,
    })
    const [row] = await some()
    await edit(row, { score: 70 })
    await clock.advance(4_000)

    expect(await handlers()['library:row'](ref(row.title))).toMatchObject({ state: 'sending' })
    await clock.advance(minute)
  })
})
