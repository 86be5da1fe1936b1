import { describe, expect, test } from 'vitest'
import {
  dueAtMs,
  quietUntil,
  wants,
  type Watching,
} from '../../../../../src/main/services/airing/rules'
import {
  type AiringSettings,
  defaultAiringSettings,
} from '../../../../../src/shared/airing-settings'
import { statuses } from '../../../../../src/shared/status'

const settings = (change: Partial<AiringSettings> = {}) => ({ ...defaultAiringSettings, ...change })
const entry = (change: Partial<Watching> = {}): Watching => ({
  status: 'current',
  progress: 3,
  total: 12,
  ...change,
})

describe('who wants to hear of an episode', () => {
  test('whoever watches or rewatches the title, and nobody else', () => {
    const who = statuses.filter((status) => wants(entry({ status }), 4, settings()))

    expect(who).toEqual(['current', 'repeating'])
  })

  test('of a planned title the first episode, if that is wished', () => {
    const planned = entry({ status: 'planned', progress: 0 })

    expect(wants(planned, 1, settings())).toBe(true)
    expect(wants(planned, 2, settings())).toBe(false)
    expect(wants(planned, 1, settings({ notifyPremieres: false }))).toBe(false)
  })

  test('nobody who has seen it', () => {
    expect(wants(entry({ progress: 4 }), 4, settings())).toBe(false)
    expect(wants(entry({ progress: 4 }), 5, settings())).toBe(true)
  })

  test('nobody after the finale', () => {
    expect(wants(entry({ progress: 11 }), 12, settings())).toBe(true)
    expect(wants(entry({ progress: 12 }), 13, settings())).toBe(false)
    expect(wants(entry({ total: null }), 13, settings())).toBe(true)
  })

  test('if so wished, only who is up to date', () => {
    const wish = settings({ notifyUpToDate: true })

    expect(wants(entry({ progress: 3 }), 4, wish)).toBe(true)
    expect(wants(entry({ progress: 2 }), 4, wish)).toBe(false)
  })

  test('nobody when notifications are off', () => {
    expect(wants(entry(), 4, settings({ notifyAiring: false }))).toBe(false)
  })
})

test('an episode is due when it airs, later by the delay of all or by its own', () => {
  expect(dueAtMs(1000, null, settings())).toBe(1_000_000)
  expect(dueAtMs(1000, null, settings({ notifyDelay: 60 }))).toBe(1_000_000 + 3_600_000)
  expect(dueAtMs(1000, 0, settings({ notifyDelay: 60 }))).toBe(1_000_000)
})

describe('quiet', () => {
  const zone = 'Europe/Berlin'
  const at = (text: string) => Date.parse(text)
  const night = settings({ quietHours: true, quietFrom: 23 * 60, quietTo: 8 * 60 })
  const until = (text: string, pausedUntil: string | null = null, of = night) => {
    const paused = pausedUntil === null ? null : at(pausedUntil)
    const end = quietUntil({ nowMs: at(text), zone, pausedUntil: paused, settings: of })
    return end === null ? null : new Date(end).toISOString()
  }

  test('hours over midnight', () => {
    expect(until('2026-07-01T22:59:00+02:00')).toBeNull()
    expect(until('2026-07-01T23:00:00+02:00')).toBe('2026-07-02T06:00:00.000Z')
    expect(until('2026-07-02T07:59:00+02:00')).toBe('2026-07-02T06:00:00.000Z')
    expect(until('2026-07-02T08:00:00+02:00')).toBeNull()
  })

  test('hours within a day', () => {
    const noon = settings({ quietHours: true, quietFrom: 12 * 60, quietTo: 13 * 60 })

    expect(until('2026-07-01T12:30:00+02:00', null, noon)).toBe('2026-07-01T11:00:00.000Z')
    expect(until('2026-07-01T13:00:00+02:00', null, noon)).toBeNull()
  })

  test('end by the clock also in the night in which it is changed', () => {
    expect(until('2026-03-28T23:30:00+01:00')).toBe('2026-03-29T06:00:00.000Z')
    expect(until('2026-10-24T23:30:00+02:00')).toBe('2026-10-25T07:00:00.000Z')
  })

  test('a pause holds, and what ends within quiet hours holds until their end', () => {
    expect(until('2026-07-01T12:00:00Z', '2026-07-01T13:00:00Z')).toBe('2026-07-01T13:00:00.000Z')
    expect(until('2026-07-01T20:30:00Z', '2026-07-01T21:30:00Z')).toBe('2026-07-02T06:00:00.000Z')
    expect(until('2026-07-01T12:00:00Z', '2026-07-01T11:00:00Z')).toBeNull()
  })

  test('the same minute for both ends is none', () => {
    const none = settings({ quietHours: true, quietFrom: 480, quietTo: 480 })

    expect(until('2026-07-01T08:00:00+02:00', null, none)).toBeNull()
  })
})
