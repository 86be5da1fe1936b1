import { describe, expect, test } from 'vitest'
import type { ConflictChoice } from '../../../../src/shared/queue'
import { deskAt, minute, refusal } from './desk'

describe('a conflict', () => {
  /** Progress and score were changed here and there, in different ways. */
  async function clashing() {
    const desk = await deskAt()
    const [row] = await desk.some()
    await desk.clock.advance(10 * minute)
    await desk.handlers()['queue:hold'](true)
    await desk.edit(row, { progress: 50, score: 90, notes: 'mine' })
    desk.elsewhere(row, { progress: 60, score: 30 })
    await desk.handlers()['queue:hold'](false)
    await desk.clock.advance(minute)
    const decide = async (choices: Record<string, ConflictChoice>) => {
      await desk.handlers()['queue:resolve'](desk.ref(row.title), choices)
      await desk.clock.advance(minute)
    }
    return { ...desk, row, decide }
  }

  test('shows was, mine and theirs of each field, and sends nothing of the title', async () => {
    const { row, waits, entryThere, status } = await clashing()

    expect(await waits(row)).toMatchObject({
      state: 'conflict',
      conflicts: [
        { field: 'score', was: row.entry.score, mine: 90, theirs: 30 },
        { field: 'progress', was: row.entry.progress, mine: 50, theirs: 60 },
      ],
    })
    expect(entryThere(row)).toMatchObject({ progress: 60, score: 30 })
    expect(entryThere(row)?.notes).not.toBe('mine')
    expect(await status()).toMatchObject({ conflicts: 1, waiting: 0 })
  })

  test.each([
    ['mine', 50, 90],
    ['theirs', 60, 30],
    ['higher', 60, 90],
  ] as const)(
    'decided for %s, there is %i and %i, and what did not clash',
    async (choice, progress, score) => {
      const { row, decide, entryThere, shown, waits } = await clashing()
      await decide({ progress: choice, score: choice })

      expect(entryThere(row)).toMatchObject({ progress, score, notes: 'mine' })
      expect(await shown(row)).toMatchObject({ progress, score, notes: 'mine' })
      expect(await waits(row)).toBeNull()
    },
  )

  test('is decided field by field, or all at once', async () => {
    const mixed = await clashing()
    await mixed.decide({ progress: 'theirs', score: 'mine' })
    expect(mixed.entryThere(mixed.row)).toMatchObject({ progress: 60, score: 90 })

    const whole = await clashing()
    await whole.decide({ entry: 'theirs' })
    expect(whole.entryThere(whole.row)).toMatchObject({ progress: 60, score: 30, notes: 'mine' })
  })

  test('is not decided by half', async () => {
    const { row, handlers, ref, waits } = await clashing()
    const half = () => handlers()['queue:resolve'](ref(row.title), { progress: 'mine' })

    expect(await refusal(half)).toMatchObject({
      code: 'invalid-input',
      reason: 'choose-all',
      detail: 'score',
    })
    expect(await waits(row)).toMatchObject({ state: 'conflict', conflicts: { length: 2 } })
  })

  test('is not decided by trying again', async () => {
    const { row, handlers, ref, clock, waits, entryThere } = await clashing()
    await handlers()['queue:retry'](ref(row.title))
    await clock.advance(minute)

    expect(await waits(row)).toMatchObject({ state: 'conflict' })
    expect(entryThere(row)?.progress).toBe(60)
  })
})
