import { expect, test } from 'vitest'
import { isDue, superfluous } from '../../../../../src/main/services/backup/rotation'

const day = 24 * 3600 * 1000
const start = Date.UTC(2017, 6, 3)
const fileAt = (ms: number) => ({ name: new Date(ms).toISOString(), madeAt: ms })

test('after a year of days, seven days and eight weeks are left', () => {
  let kept: { name: string; madeAt: number }[] = []
  for (let n = 0; n < 365; n++) {
    kept.push(fileAt(start + n * day))
    const gone = new Set(superfluous(kept).map(({ name }) => name))
    kept = kept.filter(({ name }) => !gone.has(name))
  }

  const ages = kept.map(({ madeAt }) => (start + 364 * day - madeAt) / day)
  expect([0, 1, 2, 3, 4, 5, 6].every((age) => ages.includes(age))).toBe(true)
  // The newest day of the eighth week back is up to six days younger than that week.
  expect(Math.max(...ages)).toBeGreaterThanOrEqual(7 * 7 - 6)
  expect(kept.length).toBeLessThanOrEqual(15)
})

test('of two backups of one day the newer one stays', () => {
  const [morning, evening] = [fileAt(start + 1), fileAt(start + day / 2)]
  expect(superfluous([morning, evening])).toEqual([morning])
})

test('the newest backup never goes', () => {
  const files = Array.from({ length: 40 }, (_, n) => fileAt(start + n * 60_000))
  expect(superfluous(files)).not.toContainEqual(files.at(-1))
})

test.each([
  ['none was made yet', [], start, true],
  ['the last one is a day old', [fileAt(start)], start + day, true],
  ['the last one is younger', [fileAt(start)], start + day - 1, false],
  ['the clock went back by a week', [fileAt(start + 7 * day)], start, true],
])('a backup when %s', (_when, files, now, due) => {
  expect(isDue(files, now)).toBe(due)
})
