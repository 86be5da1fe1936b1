import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillGaps } from '../../../../../src/main/backup/difference/fill-gaps'
import { makeEqual } from '../../../../../src/main/backup/difference/make-equal'
import {
  emptyFields,
  type EntryFields,
  type EntryPatch,
  sameValue,
} from '../../../../../src/shared/entry'
import { fields, runs } from '../support/arbitrary'

function fill(current: Partial<EntryFields>, file: EntryPatch): EntryPatch {
  return fillGaps({ ...emptyFields, ...current }, file)
}

const some = fc
  .record({ values: fields, off: fc.subarray(Object.keys(emptyFields)) })
  .map(({ values, off }): EntryPatch =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !off.includes(name))),
  )

test('filling twice changes nothing more', () => {
  fc.assert(
    fc.property(fields, some, (current, file) => {
      const filled = { ...current, ...fillGaps(current, file) }

      expect(fillGaps(filled, file)).toEqual({})
    }),
    { numRuns: runs * 3 },
  )
})

test('filling takes nothing away', () => {
  fc.assert(
    fc.property(fields, some, (current, file) => {
      const filled: EntryFields = { ...current, ...fillGaps(current, file) }

      expect(filled.progress).toBeGreaterThanOrEqual(current.progress)
      expect(filled.progressVolumes).toBeGreaterThanOrEqual(current.progressVolumes)
      expect(filled.repeats).toBeGreaterThanOrEqual(current.repeats)
      if (current.status === 'completed') expect(filled.status).toBe('completed')
      if (current.score !== null) expect(filled.score).toBe(current.score)
      if (current.notes !== '') expect(filled.notes).toBe(current.notes)
      if (current.startedAt !== null) expect(filled.startedAt).not.toBeNull()
      if (current.completedAt !== null) expect(filled.completedAt).not.toBeNull()
      if (current.private) expect(filled.private).toBe(true)
      for (const list of current.customLists) expect(filled.customLists).toContain(list)
      for (const [name, score] of Object.entries(current.advancedScores)) {
        expect(Object.entries(filled.advancedScores)).toContainEqual([name, score])
      }
    }),
    { numRuns: runs * 3 },
  )
})

test('what is like the file is like the file, and stays so', () => {
  fc.assert(
    fc.property(fields, some, (current, file) => {
      const made = { ...current, ...makeEqual(current, file, 1) }

      for (const [field, value] of Object.entries(file)) {
        expect(sameValue(field as keyof EntryFields, made[field as never], value as never)).toBe(
          true,
        )
      }
      expect(makeEqual(made, file, 1)).toEqual({})
    }),
    { numRuns: runs * 3 },
  )
})

test('an empty value of the file never overwrites', () => {
  const current = { score: 80, startedAt: 20200101, notes: 'mine', customLists: ['A'] }

  expect(fill(current, { score: null, startedAt: null, notes: '', customLists: [] })).toEqual({})
})

test.each([
  ['planned', 'current', 'current'],
  ['planned', 'completed', 'completed'],
  ['planned', 'not-interested', undefined],
  ['not-interested', 'dropped', 'dropped'],
  ['current', 'completed', 'completed'],
  ['current', 'paused', undefined],
  ['dropped', 'current', undefined],
  ['dropped', 'completed', 'completed'],
  ['completed', 'current', undefined],
  ['completed', 'planned', undefined],
  ['completed', 'repeating', undefined],
  ['repeating', 'completed', undefined],
] as const)('a list that says %s and a file that says %s end in %j', (current, file, status) => {
  expect(fill({ status: current }, { status: file }).status).toBe(status)
})

test('the higher progress counts', () => {
  expect(fill({ progress: 5 }, { progress: 9 })).toEqual({ progress: 9 })
  expect(fill({ progress: 9 }, { progress: 5 })).toEqual({})
})

test('a rewatch on the list is not jumped to its end by the first time in the file', () => {
  const current = { status: 'repeating', progress: 3 } as const

  expect(fill(current, { status: 'completed', progress: 24 })).toEqual({})
  expect(fill(current, { progress: 24 })).toEqual({})
  expect(fill(current, { status: 'repeating', progress: 7 })).toEqual({ progress: 7 })
})

test('the place of a rewatch in the file does not touch what is completed', () => {
  const current = { status: 'completed', progress: 24 } as const

  expect(fill(current, { status: 'repeating', progress: 30 })).toEqual({})
})

test('the earlier start and the later finish count', () => {
  const current = { startedAt: 20200105, completedAt: 20200205 }

  expect(fill(current, { startedAt: 20200101, completedAt: 20200301 })).toEqual({
    startedAt: 20200101,
    completedAt: 20200301,
  })
  expect(fill(current, { startedAt: 20200110, completedAt: 20200201 })).toEqual({})
})

test('a date with more parts is better than the same one with fewer', () => {
  expect(fill({ startedAt: 20200100 }, { startedAt: 20200107 })).toEqual({ startedAt: 20200107 })
  expect(fill({ startedAt: 20200107 }, { startedAt: 20200000 })).toEqual({})
  expect(fill({ startedAt: 20200107 }, { startedAt: 20190000 })).toEqual({ startedAt: 20190000 })
})

test('dates without a year cannot be compared, so the list keeps its own', () => {
  expect(fill({ startedAt: 20200107 }, { startedAt: 105 })).toEqual({})
})

test('lists are joined and missing advanced scores added', () => {
  const current = { customLists: ['A'], advancedScores: { Story: 70, Art: 0 } }

  expect(
    fill(current, { customLists: ['B', 'A'], advancedScores: { Story: 10, Art: 20 } }),
  ).toEqual({
    customLists: ['A', 'B'],
    advancedScores: { Story: 70, Art: 20 },
  })
})

test('private is only ever added', () => {
  expect(fill({ private: false }, { private: true })).toEqual({ private: true })
  expect(fill({ private: true }, { private: false })).toEqual({})
})

test('a score known in tenths is left alone when it may be the same', () => {
  const equal = (score: number | null, file: number | null, step: number) =>
    makeEqual({ ...emptyFields, score }, { score: file }, step)

  expect(equal(85, 80, 10)).toEqual({})
  expect(equal(85, 90, 10)).toEqual({})
  expect(equal(85, 70, 10)).toEqual({ score: 70 })
  expect(equal(85, 80, 1)).toEqual({ score: 80 })
  expect(equal(5, null, 10)).toEqual({ score: null })
  expect(equal(null, 80, 10)).toEqual({ score: 80 })
})

test('being like the file means empty where the file says so, and untouched where it is silent', () => {
  const current = { ...emptyFields, notes: 'mine', startedAt: 20200101, progress: 9 }

  expect(makeEqual(current, { notes: '', progress: 5 }, 1)).toEqual({ notes: '', progress: 5 })
})
