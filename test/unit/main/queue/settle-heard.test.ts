import { describe, expect, test } from 'vitest'
import { base, key, open } from './settled'
import { outboxRow } from './rows'

const ask = { progress: 'ask' } as const

describe('the service is read while something waits', () => {
  test('and has changed another field: both are kept', () => {
    const { heard, row, shown } = open()
    const { change } = heard(key, { ...base, notes: 'theirs' }, ask, true)

    expect(row()).toMatchObject({
      state: 'waiting',
      wanted: { progress: 4 },
      base: { notes: 'theirs' },
    })
    expect(shown()).toMatchObject({ progress: 4, notes: 'theirs' })
    expect(change).toMatchObject({ source: 'sync', after: { notes: 'theirs' } })
  })

  test('and has changed the same field: it asks, and mine stays shown', () => {
    const { heard, row, shown } = open()
    heard(key, { ...base, progress: 7 }, ask, true)

    expect(row()).toMatchObject({
      state: 'conflict',
      conflicts: [{ field: 'progress', was: 3, mine: 4, theirs: 7 }],
    })
    expect(shown()?.progress).toBe(4)
  })

  test('and has changed it to the same value: nothing is left to do', () => {
    const { heard, row, shown } = open()
    heard(key, { ...base, progress: 4 }, ask, true)

    expect(row()).toBeNull()
    expect(shown()?.progress).toBe(4)
  })

  test('and has more than mine, where the higher one shall count', () => {
    const { heard, row, shown } = open()
    heard(key, { ...base, progress: 7 }, { progress: 'higher' }, true)

    expect(row()).toBeNull()
    expect(shown()?.progress).toBe(7)
  })

  test('and a clash has gone away there: it waits again', () => {
    const { heard, row } = open()
    heard(key, { ...base, progress: 7 }, ask, true)
    heard(key, { ...base, progress: 3, notes: 'back' }, ask, true)

    expect(row()).toMatchObject({ state: 'waiting', conflicts: [], wanted: { progress: 4 } })
  })

  test('and a clash has become another one: it is told with the old value', () => {
    const { heard, row } = open()
    heard(key, { ...base, progress: 7 }, ask, true)
    heard(key, { ...base, progress: 9 }, ask, true)

    expect(row()?.conflicts).toEqual([{ field: 'progress', was: 3, mine: 4, theirs: 9 }])
  })

  test('and the title is gone: the user is asked, and the entry stays shown', () => {
    const { heard, row, shown } = open()
    heard(key, null, ask, true)

    expect(row()).toMatchObject({ state: 'attention', failure: { code: 'gone' } })
    expect(shown()?.progress).toBe(4)
  })

  test('and the title is back: it waits again', () => {
    const { heard, row } = open()
    heard(key, null, ask, true)
    heard(key, base, ask, true)

    expect(row()).toMatchObject({ state: 'waiting', failure: null })
  })

  test('and the title is back with a clash: that is asked, and it is gone no more', () => {
    const { heard, row } = open()
    heard(key, null, ask, true)
    heard(key, { ...base, progress: 9 }, ask, true)

    expect(row()).toMatchObject({ state: 'conflict', failure: null })
  })

  test('and the title is gone by our own removal: it is added anew', () => {
    const row = outboxRow({ base, sent: { revision: 0, patch: null } })
    const world = open(row)
    world.heard(key, null, ask, true)

    expect(world.row()).toMatchObject({ base: null, wanted: { status: 'current', progress: 4 } })
  })

  test('and what left has arrived: it is done, though no answer came', () => {
    const row = outboxRow({ base, sent: { revision: 1, patch: { progress: 4 } } })
    const { heard, row: left } = open(row)
    heard(key, { ...base, progress: 4 }, ask, true)

    expect(left()).toBeNull()
  })

  test('and what left has arrived but was edited since: that is no clash', () => {
    const row = outboxRow({
      base,
      revision: 2,
      wanted: { progress: 5 },
      sent: { revision: 1, patch: { progress: 4 } },
    })
    const { heard, row: left } = open(row)
    heard(key, { ...base, progress: 4 }, ask, true)

    expect(left()).toMatchObject({ state: 'waiting', conflicts: [], wanted: { progress: 5 } })
  })

  test('and a removal meets a change of somebody else: it asks', () => {
    const { heard, row, shown } = open(outboxRow({ base, wanted: null }))
    heard(key, { ...base, progress: 7 }, ask, true)

    expect(row()).toMatchObject({
      state: 'conflict',
      conflicts: [{ field: 'progress', was: 3, mine: null, theirs: 7 }],
    })
    expect(shown()).toBeNull()
  })

  test('and a removal was done already: nothing is left to do', () => {
    const { heard, row } = open(outboxRow({ base, wanted: null }))
    heard(key, null, ask, true)

    expect(row()).toBeNull()
  })

  test('and both have added the title: what differs from nothing on both sides asks', () => {
    const mine = outboxRow({ base: null, wanted: { status: 'current', progress: 2 } })
    const { heard, row } = open(mine)
    heard(key, { ...base, status: 'current', progress: 0, notes: 'theirs' }, ask, true)
    expect(row()).toMatchObject({
      state: 'waiting',
      wanted: { progress: 2 },
      base: { notes: 'theirs' },
    })

    const other = open(mine)
    other.heard(key, { ...base, progress: 9 }, ask, true)
    expect(other.row()).toMatchObject({
      state: 'conflict',
      conflicts: [{ field: 'progress', was: null, mine: 2, theirs: 9 }],
    })
  })

  test('and a date came along with ours that arrived unanswered: it is set back', () => {
    const wanted = { status: 'completed' } as const
    const left = outboxRow({ base, wanted, sent: { revision: 1, patch: wanted } })
    const { heard, row } = open(left)
    heard(key, { ...base, ...wanted, completedAt: 20260115 }, ask, true)

    expect(row()).toMatchObject({ wanted: { completedAt: null }, corrected: true, sent: null })
  })
})

test('where nothing waits the service is simply believed', () => {
  const { heard, shown } = open(null, base)

  expect(heard(key, { ...base, progress: 9 }, ask, true)).toMatchObject({
    changed: true,
    change: { source: 'sync', before: { progress: 3 }, after: { progress: 9 } },
  })
  expect(shown()?.progress).toBe(9)
})
