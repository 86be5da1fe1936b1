import { describe, expect, test } from 'vitest'
import { fieldsOf, type EntryPatch } from '../../../../src/shared/entry'
import { key, open, there } from './edits'

describe('giving a change up', () => {
  test('shows what the service has, and says so in the history', () => {
    const { edit, drop, row, shown } = open()
    edit({ progress: 4 })

    expect(drop(key)).toMatchObject({
      source: 'undo',
      before: { progress: 4 },
      after: { progress: 3 },
    })
    expect(row()).toBeNull()
    expect(shown()).toEqual(there)
  })

  test('of a new title takes it off the list', () => {
    const { edit, drop, shown } = open(false)
    edit({ score: 80 })

    expect(drop(key)).toMatchObject({ before: { score: 80 }, after: null })
    expect(shown()).toBeNull()
  })

  test('of a removal puts the title back', () => {
    const { edit, drop, shown } = open()
    edit(null)

    expect(drop(key)).toMatchObject({ before: null, after: { progress: 3 } })
    expect(shown()).toEqual(there)
  })

  test('that left takes it back at the service as well', () => {
    const { edit, leaves, drop, row, shown } = open()
    edit({ progress: 4 })
    leaves()
    drop(key)

    expect(shown()).toEqual(there)
    expect(row()).toMatchObject({ wanted: { progress: 3 }, state: 'waiting', revision: 2 })
  })

  test('of a title that is gone there takes it off the list', () => {
    const { edit, drop, row, shown, tables } = open()
    edit({ progress: 4 })
    const gone = { state: 'attention', failure: { code: 'gone' } } as const
    tables.outbox.put({ ...(row() ?? expect.unreachable()), ...gone })
    drop(key)

    expect([row(), shown()]).toEqual([null, null])
  })

  test('is nothing where nothing waits', () => {
    expect(open().drop(key)).toBeNull()
  })
})

describe('deciding a conflict', () => {
  const clash = { field: 'progress', was: 3, mine: 4, theirs: 7 } as const

  /** Mine: 4 episodes and a note. Theirs: 7 episodes. */
  function clashing(mine: EntryPatch | null = { progress: 4, notes: 'mine' }) {
    const world = open()
    world.edit(mine)
    const conflicts = mine ? [clash] : [{ ...clash, mine: null }]
    const row = world.row() ?? expect.unreachable()
    world.tables.outbox.put({ ...row, state: 'conflict', conflicts })
    return world
  }

  test('for mine sends it over what the service has now', () => {
    const { resolve, row, shown } = clashing()
    resolve(key, { progress: 4, notes: 'mine' })

    expect(row()).toMatchObject({
      state: 'waiting',
      conflicts: [],
      base: { progress: 7 },
      wanted: { progress: 4, notes: 'mine' },
    })
    expect(shown()).toMatchObject({ progress: 4, notes: 'mine' })
  })

  test('for theirs keeps what did not clash', () => {
    const { resolve, row, shown } = clashing()

    expect(resolve(key, { notes: 'mine' })).toMatchObject({
      source: 'conflict',
      before: { progress: 4 },
      after: { progress: 7 },
    })
    expect(row()).toMatchObject({ wanted: { notes: 'mine' }, base: { progress: 7 } })
    expect(shown()).toMatchObject({ progress: 7, notes: 'mine' })
  })

  test('for theirs with nothing left of mine ends the change', () => {
    const { resolve, row, shown } = clashing({ progress: 4 })
    resolve(key, {})

    expect(row()).toBeNull()
    expect(shown()?.progress).toBe(7)
  })

  test('about a removal sends it, or puts the title back as they have it', () => {
    const mine = clashing(null)
    mine.resolve(key, {})
    expect(mine.row()).toMatchObject({ wanted: null, state: 'waiting', conflicts: [] })
    expect(mine.shown()).toBeNull()

    const theirs = clashing(null)
    theirs.resolve(key, null)
    expect(theirs.row()).toBeNull()
    expect(theirs.shown()?.progress).toBe(7)
  })

  test('by editing the field anew still asks, with what is mine now', () => {
    const { edit, row } = clashing()
    edit({ progress: 9 })

    expect(row()).toMatchObject({
      state: 'conflict',
      conflicts: [{ field: 'progress', was: 3, mine: 9, theirs: 7 }],
    })
  })

  test('by editing to what they have asks no more', () => {
    const { edit, row } = clashing()
    edit({ progress: 7 })

    expect(row()).toMatchObject({ state: 'waiting', conflicts: [], wanted: { notes: 'mine' } })
  })

  test('by taking the edit back takes theirs', () => {
    const { edit, row, shown } = clashing({ progress: 4 })
    edit({ progress: 3 }, { source: 'undo' })

    expect(row()).toBeNull()
    expect(shown()).toMatchObject({ progress: 7 })
  })

  test('stands where another edit is taken back', () => {
    const { edit, row } = clashing({ progress: 4, notes: 'mine' })
    edit({ progress: 3 })
    edit({ notes: 'old' }, { source: 'undo' })

    expect(row()).toMatchObject({
      wanted: { progress: 3 },
      conflicts: [{ field: 'progress', was: 3, mine: 3, theirs: 7 }],
    })
  })

  test('by taking a removal back shows the title as they have it', () => {
    const { edit, row, shown } = clashing(null)
    edit(fieldsOf(there), { source: 'undo' })

    expect(row()).toBeNull()
    expect(shown()).toMatchObject({ progress: 7 })
  })

  test('is nothing where nothing clashes', () => {
    const { edit, resolve, row } = open()
    edit({ progress: 4 })

    expect(resolve(key, null)).toBeNull()
    expect(row()?.wanted).toEqual({ progress: 4 })
  })
})
