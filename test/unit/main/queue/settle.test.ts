import { describe, expect, test } from 'vitest'
import { base, key, open } from './settled'
import { outboxRow } from './rows'

test('what is about to leave is remembered with what it carries', () => {
  const { leaving, row } = open()
  leaving([row() ?? expect.unreachable()])

  expect(row()?.sent).toEqual({ revision: 1, patch: { progress: 4 } })
})

describe('a write that arrived', () => {
  test('ends the row and is shown as the service answered', () => {
    const { written, row, shown } = open()
    const answer = { ...base, progress: 4, updatedAt: 900 }
    written(outboxRow({ base }), answer)

    expect(row()).toBeNull()
    expect(shown()).toEqual(answer)
  })

  test('is taken for what was sent where the service does not tell', () => {
    const { written, row, shown } = open()
    written(outboxRow({ base }), null)

    expect(row()).toBeNull()
    expect(shown()).toEqual({ ...base, progress: 4 })
  })

  test('is laid on what was found out meanwhile of the fields that it does not carry', () => {
    const { written, row, tables } = open(outboxRow({ base }))
    const local = { mine: { startedAt: null }, theirs: { startedAt: 20200101 } }
    tables.entries.put(key, { ...base, progress: 4 }, local)
    written(outboxRow({ base }), null)

    expect(row()).toBeNull()
    expect(tables.entries.get(key)).toMatchObject({
      entry: { startedAt: null, progress: 4 },
      local,
    })
  })

  test('does not take an edit that waits for what the service has', () => {
    const wanted = { progress: 4, status: 'current' } as const
    const before = { ...base, status: 'planned' } as const
    const { written, row, tables } = open(outboxRow({ base: before, revision: 2, wanted }))
    const local = { mine: { status: 'repeating' }, theirs: { status: 'current' } } as const
    tables.entries.put(key, { ...before, ...wanted, status: 'repeating' }, local)
    written(outboxRow({ base: before, wanted: { progress: 4 } }), null)

    expect(row()).toMatchObject({ base: { status: 'planned' }, wanted: { status: 'current' } })
    expect(tables.entries.get(key)).toMatchObject({ entry: { status: 'repeating' }, local })
  })

  test('leaves waiting what was edited meanwhile, on a new base', () => {
    const sent = outboxRow({ base })
    const edited = outboxRow({ base, revision: 2, wanted: { progress: 5, notes: 'new' } })
    const { written, row, shown } = open(edited)
    written(sent, { ...base, progress: 4 })

    expect(row()).toMatchObject({
      base: { progress: 4 },
      wanted: { progress: 5, notes: 'new' },
      sent: null,
    })
    expect(shown()).toMatchObject({ progress: 5, notes: 'new' })
  })

  test('ends the row when the edit meanwhile came to the same', () => {
    const edited = outboxRow({ base, revision: 2, wanted: { progress: 4 } })
    const { written, row } = open(edited)
    written(outboxRow({ base }), { ...base, progress: 4 })

    expect(row()).toBeNull()
  })

  test('gives a removal made meanwhile its new base', () => {
    const { written, row, shown } = open(outboxRow({ base, revision: 2, wanted: null }))
    written(outboxRow({ base }), { ...base, progress: 4 })

    expect(row()).toMatchObject({ wanted: null, base: { progress: 4 }, sent: null })
    expect(shown()).toBeNull()
  })

  describe('and brings a change of somebody else', () => {
    const answer = { ...base, progress: 4, notes: 'theirs' }

    test('asks about the field that was edited meanwhile', () => {
      const edited = outboxRow({ base, revision: 2, wanted: { progress: 4, notes: 'mine' } })
      const { written, row, shown } = open(edited)
      written(outboxRow({ base }), answer)

      expect(row()).toMatchObject({
        state: 'conflict',
        wanted: { notes: 'mine' },
        conflicts: [{ field: 'notes', was: '', mine: 'mine', theirs: 'theirs' }],
      })
      expect(shown()).toMatchObject({ progress: 4, notes: 'mine' })
    })

    test('takes the higher count where that is the rule', () => {
      const edited = outboxRow({ base, revision: 2, wanted: { notes: 'n', progress: 5 } })
      const { written, row, shown } = open(edited)
      const sent = outboxRow({ base, wanted: { notes: 'n' } })
      written(sent, { ...base, notes: 'n', progress: 7 }, { progress: 'higher' })

      expect(row()).toBeNull()
      expect(shown()).toMatchObject({ notes: 'n', progress: 7 })
    })

    test('asks whether to remove it all the same', () => {
      const { written, row } = open(outboxRow({ base, revision: 2, wanted: null }))
      written(outboxRow({ base }), answer)

      expect(row()).toMatchObject({ state: 'conflict', wanted: null })
      expect(row()?.conflicts).toMatchObject([{ field: 'notes', theirs: 'theirs' }])
    })

    test('takes it over where nothing was edited', () => {
      const { written, row, shown } = open()
      written(outboxRow({ base }), answer)

      expect(row()).toBeNull()
      expect(shown()).toEqual(answer)
    })

    test('takes nothing for it of an entry that has just been made', () => {
      const sent = outboxRow({ base: null, wanted: { status: 'current' } })
      const { written, row } = open({ ...sent, revision: 2, wanted: null })
      written(sent, { ...base, progress: 0, customLists: ['There by default'] })

      expect(row()).toMatchObject({ state: 'waiting', wanted: null, conflicts: [] })
    })

    test('asks when it had put the same title on the list', () => {
      const sent = outboxRow({ base: null, wanted: { status: 'current' } })
      const { written, row } = open({ ...sent, revision: 2, wanted: null })
      written(sent, { ...base, notes: 'theirs' })

      expect(row()?.conflicts).toMatchObject([
        { field: 'progress', theirs: 3 },
        { field: 'notes', theirs: 'theirs' },
      ])
    })

    test('takes nothing for it of a title that was taken off there and that the write made anew', () => {
      const full = { ...base, score: 90, notes: 'old', startedAt: 20240101 }
      const sent = outboxRow({ base: full })
      const { written, row } = open({ ...sent, revision: 2, wanted: null })
      written(sent, { ...base, entryId: 2, progress: 4 })

      expect(row()).toMatchObject({ state: 'waiting', wanted: null, conflicts: [] })
    })

    test('does not take a date that the service filled in for one', () => {
      const sent = outboxRow({ base, wanted: { status: 'completed' } })
      const { written, row } = open({ ...sent, revision: 2, wanted: null })
      written(sent, { ...base, status: 'completed', completedAt: 20260115 })

      expect(row()).toMatchObject({ state: 'waiting', wanted: null, conflicts: [] })
    })

    test('leaves a date of the user in place of one that the service filled in', () => {
      const wanted = { status: 'completed', completedAt: 20260110 } as const
      const sent = outboxRow({ base, wanted: { status: 'completed' } })
      const { written, row } = open({ ...sent, revision: 2, wanted })
      written(sent, { ...base, status: 'completed', completedAt: 20260115 })

      expect(row()).toMatchObject({ state: 'waiting', wanted: { completedAt: 20260110 } })
    })

    test('tells the history of it, and of nothing that was our own', () => {
      const { written, tables } = open()
      const change = written(outboxRow({ base }), answer)

      expect(change).toMatchObject({
        source: 'sync',
        before: { notes: '' },
        after: { notes: 'theirs' },
      })
      expect(tables.history.page(key, null, 10)).toHaveLength(1)
      expect(open().written(outboxRow({ base }), { ...base, progress: 4 })).toBeNull()
    })
  })

  test('does not send again what the service made another value of', () => {
    const wanted = { score: 75, notes: 'new' }
    const { written, row } = open(outboxRow({ base, revision: 2, wanted }))
    written(outboxRow({ base, wanted: { score: 75 } }), { ...base, score: 80 })

    expect(row()).toMatchObject({ base: { score: 80 }, wanted: { notes: 'new' } })
    expect(row()?.wanted).not.toHaveProperty('score')
  })

  test('does nothing for a row that was dropped meanwhile', () => {
    const { written, row, shown } = open(null)
    written(outboxRow({ base }), { ...base, progress: 4 })

    expect([row(), shown()]).toEqual([null, null])
  })

  test('sets a date back that the service filled in, once', () => {
    const sent = outboxRow({ base, wanted: { status: 'completed' } })
    const { written, row } = open(sent)
    const answer = { ...base, status: 'completed', completedAt: 20260115 } as const
    written(sent, answer)
    const correction = row() ?? expect.unreachable()
    expect(correction).toMatchObject({ wanted: { completedAt: null }, corrected: true })

    written({ ...correction, base: answer }, answer)
    expect(row()).toBeNull()
  })
})

describe('a removal that arrived', () => {
  test('ends the row', () => {
    const sent = outboxRow({ base, wanted: null })
    const { removed, row } = open(sent)
    removed(sent)

    expect(row()).toBeNull()
  })

  test('is followed by adding anew what was put back meanwhile, with all that it had', () => {
    const { removed, row } = open(outboxRow({ base, revision: 2, wanted: { progress: 5 } }))
    removed(outboxRow({ base, wanted: null }))

    expect(row()).toMatchObject({
      base: null,
      wanted: { status: 'current', progress: 5, notes: '' },
      sent: null,
    })
  })
})

describe('what certainly did not arrive', () => {
  test('waits again as if it had not left', () => {
    const left = outboxRow({ base, sent: { revision: 1, patch: { progress: 4 } } })

    expect(open(left).notArrived(left)).toMatchObject({ sent: null, wanted: { progress: 4 } })
  })

  test('is nothing any more where the edit had been taken back', () => {
    const left = outboxRow({
      base,
      wanted: { progress: 3 },
      sent: { revision: 1, patch: { progress: 4 } },
    })
    const { notArrived, row } = open(left)

    expect(notArrived(left)).toBeNull()
    expect(row()).toBeNull()
  })

  test('is nothing any more where a title never came there and is wanted no more', () => {
    const left = outboxRow({ base: null, wanted: null, sent: { revision: 1, patch: {} } })
    const { notArrived, row } = open(left)

    expect(notArrived(left)).toBeNull()
    expect(row()).toBeNull()
  })
})
