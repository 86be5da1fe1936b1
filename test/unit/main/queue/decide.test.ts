import { describe, expect, test } from 'vitest'
import { decide, decideRow } from '../../../../src/main/queue/decide'
import { failureCodes, type FailureCode } from '../../../../src/shared/failure'

const again = (afterMs: number, readFirst: boolean) => ({ kind: 'again', afterMs, readFirst })
const policy: Readonly<Record<FailureCode, unknown>> = {
  offline: again(0, false),
  'outcome-unknown': again(0, true),
  'rate-limited': again(0, false),
  outage: again(0, false),
  blocked: again(0, false),
  cancelled: again(0, false),
  scope: { kind: 'sign-in' },
  'signed-out': { kind: 'sign-in' },
  refused: { kind: 'attention' },
  gone: { kind: 'attention' },
  conflict: { kind: 'attention' },
  'invalid-input': { kind: 'attention' },
  unexpected: { kind: 'attention' },
  'bad-answer': again(5_000, true),
  storage: again(5_000, true),
}

test.each(failureCodes)('%s has its policy', (code) => {
  expect(decide({ code }, 0)).toEqual(policy[code])
})

test.each([
  [0, 5_000],
  [1, 10_000],
  [4, 80_000],
  [20, 900_000],
])('a bad answer after %i others is waited out for %i ms', (attempts, afterMs) => {
  expect(decide({ code: 'bad-answer' }, attempts)).toMatchObject({ afterMs })
})

describe('one row of a request', () => {
  const write = { kind: 'write', rows: [1] } as const
  const batch = { kind: 'write', rows: [1, 2, 3] } as const
  const read = { kind: 'read', rows: [1, 2] } as const

  test('that was refused alone needs attention', () => {
    expect(decideRow({ code: 'refused' }, 0, write)).toEqual({ kind: 'attention' })
  })

  test('that was refused in company is looked up and goes alone', () => {
    expect(decideRow({ code: 'refused' }, 0, batch)).toEqual({
      kind: 'again',
      afterMs: 0,
      readFirst: true,
      alone: true,
    })
  })

  test.each(['signed-out', 'scope'] as const)('waits for a sign-in after %s', (code) => {
    for (const job of [write, batch, read]) {
      expect(decideRow({ code }, 0, job)).toEqual({ kind: 'sign-in' })
    }
  })

  test('stays in company at the first bad answer, and goes alone from the second', () => {
    expect(decideRow({ code: 'bad-answer' }, 0, batch)).toMatchObject({ alone: false })
    expect(decideRow({ code: 'bad-answer' }, 1, batch)).toMatchObject({ alone: true })
    expect(decideRow({ code: 'bad-answer' }, 1, write)).toMatchObject({ alone: false })
  })

  test('that could not be read is never in doubt for it', () => {
    expect(decideRow({ code: 'bad-answer' }, 0, read)).toEqual({
      kind: 'again',
      afterMs: 5_000,
      readFirst: false,
      alone: false,
    })
    expect(decideRow({ code: 'offline' }, 3, read)).toMatchObject({ afterMs: 0, readFirst: false })
  })

  test('whose list is refused is asked for again, longer each time, then shown to the user', () => {
    expect(decideRow({ code: 'refused' }, 0, read)).toMatchObject({ kind: 'again', afterMs: 5_000 })
    expect(decideRow({ code: 'gone' }, 3, read)).toMatchObject({ kind: 'again', afterMs: 40_000 })
    expect(decideRow({ code: 'refused' }, 5, read)).toEqual({ kind: 'attention' })
  })
})
