import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useAirTimes } from '../../../../src/renderer/src/composables/use-air-times'
import { useDurations } from '../../../../src/renderer/src/composables/use-durations'
import { followZone, useZone } from '../../../../src/renderer/src/composables/use-zone'
import { at } from '../support/airing'
import { freshStores, run } from '../support/mounting'

let stop = () => {}
beforeEach(() => {
  freshStores()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => {
  stop()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** The system is moved to a zone, of which nobody tells the page. */
function move(timeZone: string) {
  const options = { ...new Intl.DateTimeFormat().resolvedOptions(), timeZone }
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue(options)
}

function follow() {
  const told: string[] = []
  stop = followZone((zone) => told.push(zone))
  return told
}

test('main is told the zone at the start, and again only when it is another one', () => {
  move('Europe/Berlin')
  const told = follow()
  vi.advanceTimersByTime(10 * 60_000)
  expect(told).toEqual(['Europe/Berlin'])

  move('Asia/Tokyo')
  vi.advanceTimersByTime(60_000)

  expect(told).toEqual(['Europe/Berlin', 'Asia/Tokyo'])
  expect(useZone().value).toBe('Asia/Tokyo')
})

test.each([
  ['the window comes forward', () => window.dispatchEvent(new Event('focus'))],
  ['it is seen again', () => document.dispatchEvent(new Event('visibilitychange'))],
])('another zone is noticed at once when %s', (_what, happens) => {
  move('Europe/Berlin')
  const told = follow()
  move('America/New_York')

  happens()

  expect(told.at(-1)).toBe('America/New_York')
})

test('who has stopped hears no more', () => {
  move('Europe/Berlin')
  const told = follow()
  stop()
  move('Asia/Tokyo')
  window.dispatchEvent(new Event('focus'))
  vi.advanceTimersByTime(10 * 60_000)

  expect(told).toEqual(['Europe/Berlin'])
})

test('clocks of broadcasts go by the new zone without a new start', () => {
  move('Europe/Berlin')
  follow()
  const { clock, bothMoments } = run(useAirTimes, 'de')
  const night = at('2026-01-15T16:30:00Z')
  expect(clock(night)).toBe('17:30')

  move('Asia/Tokyo')
  window.dispatchEvent(new Event('focus'))

  expect(clock(night)).toBe('01:30')
  expect(bothMoments(night)).not.toContain('(')
})

test('moments that were told in one zone are told anew in another', () => {
  move('Europe/Berlin')
  follow()
  const { moment } = run(useDurations, 'de')
  const noon = Date.UTC(2026, 1, 3, 12)
  expect(moment(noon)).toBe('03.02.2026, 13:00')

  move('Asia/Tokyo')
  window.dispatchEvent(new Event('focus'))
  expect(moment(noon)).toBe('03.02.2026, 21:00')
})
