import { expect, test } from 'vitest'
import { retryAfterMs } from '../../../../src/main/http/retry-after'

const now = Date.parse('2026-11-23T12:00:00Z')
const day = 24 * 60 * 60 * 1000

test('seconds are taken as they are, parts of one are rounded up', () => {
  expect(retryAfterMs({ 'retry-after': '30' }, now)).toBe(30_000)
  expect(retryAfterMs({ 'retry-after': ' 0.0015 ' }, now)).toBe(2)
  expect(retryAfterMs({ 'retry-after': '0' }, now)).toBe(0)
})

test('a date is measured against the clock of the service', () => {
  const headers = {
    date: 'Mon, 23 Nov 2026 11:00:00 GMT',
    'retry-after': 'Mon, 23 Nov 2026 11:00:45 GMT',
  }

  expect(retryAfterMs(headers, now)).toBe(45_000)
})

test('a date without a clock of the service is measured against ours', () => {
  expect(retryAfterMs({ 'retry-after': 'Mon, 23 Nov 2026 12:01:00 GMT' }, now)).toBe(60_000)
})

test('a date that has passed asks for no wait', () => {
  expect(retryAfterMs({ 'retry-after': 'Mon, 23 Nov 2026 11:00:00 GMT' }, now)).toBe(0)
})

test('more than a day is kept, more than a timer can wait is not', () => {
  expect(retryAfterMs({ 'retry-after': String(3 * 86_400) }, now)).toBe(3 * day)
  expect(retryAfterMs({ 'retry-after': '99999999999' }, now)).toBe(24 * day)
  expect(24 * day).toBeLessThan(2 ** 31)
})

test('the time of the next window serves where no wait is told', () => {
  expect(retryAfterMs({ 'x-ratelimit-reset': String(now / 1000 + 12) }, now)).toBe(12_000)
})

test('Retry-After counts before the time of the next window', () => {
  const headers = { 'retry-after': '5', 'x-ratelimit-reset': String(now / 1000 + 12) }

  expect(retryAfterMs(headers, now)).toBe(5_000)
})

test.each([{}, { 'retry-after': '' }, { 'retry-after': 'soon' }, { 'x-ratelimit-reset': 'x' }])(
  'headers that do not say give nothing: %j',
  (headers) => {
    expect(retryAfterMs(headers, now)).toBeUndefined()
  },
)

test('a negative wait is none', () => {
  expect(retryAfterMs({ 'retry-after': '-5' }, now)).toBe(0)
})
