import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { repositoryRoot } from '../../support/repository'

interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** Plain scripts without types of their own. */
let counts: {
  readonly add: (a: Counts, b: Counts) => Counts
  readonly closingLine: (counts: Counts) => string
  readonly countPlaywright: (report: object) => Counts
  readonly countVitest: (report: object) => Counts
  readonly readCounts: (path: string, count: (report: object) => Counts) => Counts
}

beforeAll(async () => {
  const address = pathToFileURL(join(repositoryRoot, 'scripts/lib/counts.mjs')).href
  counts = (await import(address)) as typeof counts
})

describe('the closing line of npm test', () => {
  test('sums both test runners', () => {
    const units = counts.countVitest({
      numPassedTests: 400,
      numFailedTests: 0,
      numPendingTests: 1,
      numTodoTests: 1,
    })
    const endToEnd = counts.countPlaywright({
      stats: { expected: 12, unexpected: 0, flaky: 0, skipped: 3 },
    })

    expect(counts.closingLine(counts.add(units, endToEnd))).toBe('412 passed, 0 failed, 5 skipped')
  })

  test('says nothing of skipped tests where there are none', () => {
    expect(counts.closingLine({ passed: 1, failed: 0, skipped: 0 })).toBe('1 passed, 0 failed')
  })

  test('a test that passed only at the second try has failed', () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 0 }

    expect(counts.countPlaywright({ stats })).toEqual({ passed: 3, failed: 2, skipped: 0 })
  })

  test('a report that was never written counts nothing', () => {
    const none = counts.readCounts('/nowhere/report.json', counts.countVitest)

    expect(none).toEqual({ passed: 0, failed: 0, skipped: 0 })
  })
})
