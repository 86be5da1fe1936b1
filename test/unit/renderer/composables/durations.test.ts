import { expect, test } from 'vitest'
import { useDurations } from '../../../../src/renderer/src/composables/use-durations'
import { run } from '../support/mounting'

const day = 24 * 60 * 60_000
const at = Date.UTC(2026, 1, 3, 12)

test('what was said lately is told by how long ago that was', () => {
  const { agoOrDay } = run(useDurations)

  expect(agoOrDay(at, at + 20_000)).toBe('just now')
  expect(agoOrDay(at, at + 3 * day)).toBe('3 d 0 h ago')
})

test('what was said long ago is told by its day', () => {
  expect(run(useDurations).agoOrDay(at, at + 389 * day)).toBe('Feb 3, 2026')
  expect(run(useDurations, 'de').agoOrDay(at, at + 389 * day)).toBe('03.02.2026')
})

test('a moment has its clock, in each language', () => {
  expect(run(useDurations).moment(at)).toMatch(/^Feb 3, 2026, /)
  expect(run(useDurations, 'de').moment(at)).toMatch(/^03\.02\.2026, /)
})
