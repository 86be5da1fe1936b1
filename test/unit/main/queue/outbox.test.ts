import { describe, expect, test } from 'vitest'
import { key, open, there } from './edits'

describe('an edit', () => {
  test('is shown, waits and is written down at once', () => {
    const { edit, row, shown, clock, tables } = open()
    const line = edit({ progress: 4 })

    expect(shown()).toMatchObject({ progress: 4, notes: 'old' })
    expect(row()).toMatchObject({
      base: there,
      wanted: { progress: 4 },
      revision: 1,
      state: 'waiting',
      origin: 'user',
      touchedAt: clock.wall(),
    })
    expect(line).toMatchObject({ source: 'me', before: { progress: 3 }, after: { progress: 4 } })
    expect(tables.history.page(key, null, 9)).toEqual([line])
  })

  test('folds into what waits: five taps are one row', () => {
    const { edit, row, tables } = open()
    for (let progress = 4; progress <= 8; progress += 1) edit({ progress })

    expect(row()).toMatchObject({ base: there, wanted: { progress: 8 }, revision: 5 })
    expect(tables.outbox.ofAccount(1)).toHaveLength(1)
    expect(tables.history.page(key, null, 9)).toHaveLength(5)
  })

  test('names only what differs from the service', () => {
    const { edit, row } = open()
    edit({ progress: 4, notes: 'old', score: null })

    expect(row()?.wanted).toEqual({ progress: 4 })
  })

  test('that comes back to what the service has leaves nothing that waits', () => {
    const { edit, row, shown } = open()
    edit({ progress: 4, score: 80 })
    edit({ progress: 3 })
    expect(row()?.wanted).toEqual({ score: 80 })
    edit({ score: null })

    expect(row()).toBeNull()
    expect(shown()).toEqual(there)
  })

  test('that changes nothing is none', () => {
    const { edit, row, tables } = open()

    expect(edit({ progress: 3 })).toBeNull()
    expect(row()).toBeNull()
    expect(tables.history.page(key, null, 9)).toEqual([])
  })

  test('after one that left still says so when it comes back: it may have arrived', () => {
    const { edit, leaves, row } = open()
    edit({ progress: 4 })
    leaves()
    edit({ progress: 3 })

    expect(row()).toMatchObject({ wanted: { progress: 3 }, sent: { patch: { progress: 4 } } })
  })

  test('begins the tries of a row anew, and it waits again', () => {
    const { edit, row, tables } = open()
    edit({ progress: 4 })
    const failed = { state: 'attention', failure: { code: 'refused' }, attempts: 7 } as const
    tables.outbox.put({ ...(row() ?? expect.unreachable()), ...failed })
    edit({ progress: 5 })

    expect(row()).toMatchObject({ state: 'waiting', failure: null, attempts: 0 })
  })

  test('of a title that was deleted there does not put it back: that is asked; a removal is none', () => {
    const { edit, row, tables } = open()
    edit({ progress: 4 })
    const asked = { state: 'attention', failure: { code: 'gone' } } as const
    tables.outbox.put({ ...(row() ?? expect.unreachable()), ...asked })

    edit({ notes: 'new' })
    expect(row()).toMatchObject({ ...asked, wanted: { progress: 4, notes: 'new' } })
    edit(null)
    expect(row()).toMatchObject({ state: 'waiting', failure: null, wanted: null })
  })

  test('of a title that was never there waits again, whatever was answered', () => {
    const { edit, row, tables } = open(false)
    edit({ progress: 1 })
    const asked = { state: 'attention', failure: { code: 'gone' } } as const
    tables.outbox.put({ ...(row() ?? expect.unreachable()), ...asked })

    edit({ progress: 2 })
    expect(row()).toMatchObject({ state: 'waiting', failure: null, base: null })
  })

  test("goes on as the user's own, whatever an import adds, but not the other way round", () => {
    const mine = open()
    mine.edit({ progress: 4 })
    mine.edit({ notes: 'new' }, { origin: 'import', source: 'import' })
    expect(mine.row()?.origin).toBe('user')

    const imported = open()
    imported.edit({ notes: 'new' }, { origin: 'import', source: 'import' })
    expect(imported.row()?.origin).toBe('import')
    imported.edit({ progress: 4 })
    expect(imported.row()?.origin).toBe('user')
  })

  test('of what the service cannot hold waits for nothing', () => {
    const { edit, tables, row, shown } = open()
    edit(null, { patch: { writable: {}, mine: { priority: 3 } } })

    expect(row()).toBeNull()
    expect(shown()?.priority).toBe(3)
    expect(tables.entries.get(key)?.local).toEqual({
      mine: { priority: 3 },
      theirs: { priority: 0 },
    })
  })
})

describe('a title that is not on the list', () => {
  test('is added with the status that it is shown with', () => {
    const { edit, row, shown } = open(false)
    const line = edit({ score: 80 })

    expect(row()).toMatchObject({ base: null, wanted: { status: 'planned', score: 80 } })
    expect(shown()).toMatchObject({ title: 'anime:1', entryId: null, score: 80 })
    expect(line).toMatchObject({ before: null, after: { status: 'planned', score: 80 } })
  })

  test('is nothing any more when it is removed before it left', () => {
    const { edit, row, shown } = open(false)
    edit({ score: 80 })
    edit(null)

    expect(row()).toBeNull()
    expect(shown()).toBeNull()
  })

  test('is to be removed when it left before: it may be there', () => {
    const { edit, leaves, row } = open(false)
    edit({ score: 80 })
    leaves()
    edit(null)

    expect(row()).toMatchObject({ base: null, wanted: null })
  })
})

describe('a removal', () => {
  test('is shown, waits and can be told from a change', () => {
    const { edit, row, shown } = open()
    const line = edit(null)

    expect(shown()).toBeNull()
    expect(row()).toMatchObject({ base: there, wanted: null })
    expect(line).toMatchObject({ before: { progress: 3 }, after: null })
  })

  test('of what is not there is none', () => {
    expect(open(false).edit(null)).toBeNull()
  })

  test('that is taken back leaves nothing that waits', () => {
    const { edit, row, shown } = open()
    const line = edit(null)
    edit(line?.before ?? {})

    expect(row()).toBeNull()
    expect(shown()).toEqual(there)
  })
})

test('several edits are one: what fails in between leaves none of them', () => {
  const { edit, together, row, shown, tables } = open()
  const work = () =>
    together(() => {
      edit({ progress: 4 })
      throw new Error('The disk is full.')
    })

  expect(work).toThrow('The disk is full.')
  expect(row()).toBeNull()
  expect(shown()).toEqual(there)
  expect(tables.history.page(key, null, 9)).toEqual([])
})
