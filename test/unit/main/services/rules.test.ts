import { describe, expect, test } from 'vitest'
import { followRules, repeatPatch, type RuleContext } from '../../../../src/main/services/rules'
import { type EntryPatch, isEmptyPatch } from '../../../../src/shared/entry'
import { entryOf } from '../../../support/entries'

const today = 20260115
const all = { startOnFirst: true, completeOnLast: true, setStartDate: true, setFinishDate: true }
const none = {
  startOnFirst: false,
  completeOnLast: false,
  setStartDate: false,
  setFinishDate: false,
}

function follow(patch: EntryPatch, has: EntryPatch | null, more: Partial<RuleContext> = {}) {
  const before = has && entryOf('anime:1', has)
  return followRules(patch, { before, total: 12, today, rules: all, ...more })
}

describe('the first episode', () => {
  test('of a planned title begins it, today', () => {
    expect(follow({ progress: 1 }, { status: 'planned' })).toEqual({
      progress: 1,
      status: 'current',
      startedAt: today,
    })
  })

  test('does not replace a date that is there, not even one known in part', () => {
    for (const startedAt of [20250101, 20250000]) {
      expect(follow({ progress: 1 }, { status: 'planned', startedAt })).not.toHaveProperty(
        'startedAt',
      )
    }
  })

  test.each(['paused', 'dropped', 'current'] as const)(
    'more of a %s title says nothing of its status',
    (status) => {
      expect(follow({ progress: 2 }, { status, progress: 1 })).toEqual({ progress: 2 })
    },
  )

  test('of a title that is on no list yet brings only what the user sets', () => {
    expect(follow({ progress: 1 }, null)).toEqual({ progress: 1 })
  })

  test('fewer begin nothing', () => {
    expect(follow({ progress: 0 }, { status: 'planned', progress: 1 })).toEqual({ progress: 0 })
  })
})

describe('the last episode', () => {
  test('completes a title, today', () => {
    expect(follow({ progress: 12 }, { status: 'current', progress: 11 })).toEqual({
      progress: 12,
      status: 'completed',
      completedAt: today,
    })
  })

  test('completes a planned title at once, begun at no known day', () => {
    expect(follow({ progress: 12 }, { status: 'planned' })).toEqual({
      progress: 12,
      status: 'completed',
      completedAt: today,
    })
  })

  test('is also one beyond the last', () => {
    expect(follow({ progress: 13 }, { status: 'current' })).toMatchObject({ status: 'completed' })
  })

  test.each([null, 0])('is not known where the total is %s', (total) => {
    expect(follow({ progress: 12 }, { status: 'current' }, { total })).toEqual({ progress: 12 })
  })

  test('of a rewatch counts it, and leaves both dates as they are', () => {
    const before = { status: 'repeating', repeats: 1, progress: 11 } as const

    expect(follow({ progress: 12 }, before)).toEqual({
      progress: 12,
      status: 'completed',
      repeats: 2,
    })
  })

  test('of a rewatch does not count it over what the user says', () => {
    const before = { status: 'repeating', repeats: 1, progress: 11 } as const

    expect(follow({ progress: 12, repeats: 5 }, before)).toMatchObject({ repeats: 5 })
  })

  test('of what is completed is nothing new', () => {
    expect(follow({ progress: 12 }, { status: 'completed', progress: 11 })).toEqual({
      progress: 12,
    })
  })

  test('does not overrule a status that the user sets with it', () => {
    expect(follow({ progress: 12, status: 'paused' }, { status: 'current' })).toEqual({
      progress: 12,
      status: 'paused',
    })
  })
})

describe('completing', () => {
  test('brings the progress to the end, and the day', () => {
    expect(follow({ status: 'completed' }, { status: 'current', progress: 3 })).toEqual({
      status: 'completed',
      progress: 12,
      completedAt: today,
    })
  })

  test('keeps a progress that the user sets, or a total that nobody knows', () => {
    expect(follow({ status: 'completed', progress: 6 }, { status: 'current' })).toMatchObject({
      progress: 6,
    })
    expect(
      follow({ status: 'completed' }, { status: 'current' }, { total: null }),
    ).not.toHaveProperty('progress')
  })

  test('keeps a day that the user sets, even to none', () => {
    const patch = { status: 'completed', completedAt: null } as const

    expect(follow(patch, { status: 'current' })).toMatchObject({ completedAt: null })
  })

  test('of a title that is on no list yet brings progress and day along', () => {
    expect(follow({ status: 'completed' }, null)).toEqual({
      status: 'completed',
      progress: 12,
      completedAt: today,
    })
  })

  test('after a rewatch sets no day', () => {
    expect(follow({ status: 'completed' }, { status: 'repeating' })).not.toHaveProperty(
      'completedAt',
    )
  })
})

describe('beginning', () => {
  test('sets the day, except after it was seen already', () => {
    expect(follow({ status: 'current' }, { status: 'planned' })).toEqual({
      status: 'current',
      startedAt: today,
    })
    expect(follow({ status: 'current' }, { status: 'completed' })).toEqual({ status: 'current' })
    expect(follow({ status: 'current' }, { status: 'repeating' })).toEqual({ status: 'current' })
  })
})

describe('each rule is left out where the user wants none of it', () => {
  test.each([
    [{ progress: 1 }, { status: 'planned' }],
    [{ progress: 12 }, { status: 'current' }],
    [{ status: 'completed' }, { status: 'current' }],
    [{ status: 'current' }, { status: 'planned' }],
  ] as const)('%j on %j stays alone', (patch, has) => {
    expect(follow(patch, has, { rules: none })).toEqual(patch)
  })

  test('the days alone', () => {
    const rules = { ...all, setStartDate: false, setFinishDate: false }

    expect(follow({ progress: 1 }, { status: 'planned' }, { rules })).toEqual({
      progress: 1,
      status: 'current',
    })
    expect(follow({ progress: 12 }, { status: 'current' }, { rules })).toEqual({
      progress: 12,
      status: 'completed',
    })
  })
})

test('other fields bring nothing along', () => {
  for (const patch of [{ score: 80 }, { notes: 'x' }, { private: true }, { customLists: ['a'] }]) {
    expect(follow(patch, { status: 'planned' })).toEqual(patch)
  }
  expect(isEmptyPatch(follow({}, { status: 'planned' }))).toBe(true)
})

describe('a rewatch', () => {
  const seen = entryOf('anime:1', {
    status: 'completed',
    progress: 12,
    repeats: 1,
    startedAt: 20200101,
    completedAt: 20200301,
  })

  test('begins from nothing and touches no date', () => {
    expect(repeatPatch(seen, 12, 'start')).toEqual({ status: 'repeating', progress: 0 })
  })

  test('ends completed, counted, at the last episode, and touches no date', () => {
    const again = { ...seen, status: 'repeating', progress: 5 } as const

    expect(repeatPatch(again, 12, 'finish')).toEqual({
      status: 'completed',
      repeats: 2,
      progress: 12,
    })
  })

  test('ends where it is where nobody knows how many there are', () => {
    expect(repeatPatch({ ...seen, progress: 5 }, null, 'finish')).toMatchObject({ progress: 5 })
  })
})
