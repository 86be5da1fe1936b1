import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../../../../src/main/db/database'
import { createMetaTable } from '../../../../../src/main/db/meta'
import { calendarText, type NamedEpisode } from '../../../../../src/main/services/airing/calendar'
import { calendarWords } from '../../../../../src/main/services/airing/calendar-words'
import { createCalendars } from '../../../../../src/main/services/airing/calendars'
import type { ScheduledEpisode } from '../../../../../src/shared/airing'
import { createAiringClock } from '../../../../support/airing-clock'
import { tempFolder } from '../../../../support/temp-folder'

const at = (iso: string) => Date.parse(iso) / 1000
const now = Date.parse('2026-10-24T12:00:00Z')

function named(
  name: string,
  episode: number,
  airingAt: number | null,
  change: Partial<ScheduledEpisode> = {},
): NamedEpisode {
  const known: ScheduledEpisode = {
    ref: { accountId: 1, title: 'anime:7' },
    titles: { romaji: name, english: null, native: null },
    hasCover: false,
    adult: false,
    status: 'current',
    progress: 0,
    episode,
    total: null,
    airingAt,
    wasAt: null,
    estimated: false,
    durationMinutes: 24,
    muted: false,
    ...change,
  }
  return { name, id: `anime-7-${episode}@tsuzuki`, episode: known }
}

/** Events as the parser of Thunderbird reads them. */
function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as never)
  const events = calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part))
  return { calendar, events }
}

describe('the calendar file', () => {
  test('is read by the parser of Thunderbird: titles, times, length, ids', () => {
    const text = calendarText(
      [
        named('Mushishi; Zoku, Shou: "2"\nnew line', 3, at('2026-10-24T23:30:00Z')),
        named('葬送のフリーレン', 4, at('2026-10-31T15:00:00Z'), { durationMinutes: null }),
      ],
      calendarWords('en', 'en'),
      now,
    )
    const { calendar, events } = eventsOf(text)

    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
    expect(calendar.getFirstPropertyValue('prodid')).toMatch(/Tsuzuki/)
    expect(
      events.map(({ uid, summary, startDate, duration }) => ({
        uid,
        summary,
        start: startDate.toJSDate().toISOString(),
        minutes: duration.toSeconds() / 60,
      })),
    ).toEqual([
      {
        uid: 'anime-7-3@tsuzuki',
        summary: 'Mushishi; Zoku, Shou: "2"\nnew line, episode 3',
        start: '2026-10-24T23:30:00.000Z',
        minutes: 24,
      },
      {
        uid: 'anime-7-4@tsuzuki',
        summary: '葬送のフリーレン, episode 4',
        start: '2026-10-31T15:00:00.000Z',
        minutes: 24,
      },
    ])
  })

  test('keeps to the lines of RFC 5545: CRLF, at most 75 octets each', () => {
    const long = '長い題名'.repeat(40)
    const text = calendarText(
      [named(long, 1, at('2026-10-24T23:30:00Z'))],
      calendarWords('de', ''),
      now,
    )

    const lines = text.split('\r\n')
    expect(lines.every((line) => !line.includes('\n'))).toBe(true)
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(eventsOf(text).events[0]?.summary).toBe(`${long}, Folge 1`)
  })

  test('leaves out what has no time', () => {
    const text = calendarText(
      [named('A', 1, null, { wasAt: at('2026-10-24T23:30:00Z') })],
      calendarWords('en', ''),
      now,
    )

    expect(eventsOf(text).events).toEqual([])
  })

  test('speaks the language of the settings, or the system’s', () => {
    expect(calendarWords('system', 'de-AT').episode('A', 1)).toBe('A, Folge 1')
    expect(calendarWords('system', 'fr').episode('A', 1)).toBe('A, episode 1')
    expect(calendarWords('en', 'de').episode('A', 1)).toBe('A, episode 1')
  })
})

describe('a folder with the calendar file', () => {
  function given() {
    const folder = tempFolder()
    const clock = createAiringClock(now)
    const errors: unknown[] = []
    const state = {
      episodes: [named('A', 1, at('2026-10-24T23:30:00Z'))],
      folder: folder as string | null,
      path: null as string | null,
    }
    const calendars = createCalendars({
      meta: createMetaTable(openDatabase(':memory:')),
      clock,
      desktop: {
        chooseFolder: () => Promise.resolve(state.folder),
        chooseSavePath: () => Promise.resolve(state.path),
      },
      episodes: () => state.episodes,
      words: () => calendarWords('en', ''),
      onError: (error) => errors.push(error),
    })
    const file = join(folder, 'tsuzuki.ics')
    const starts = () =>
      eventsOf(readFileSync(file, 'utf8')).events.map(({ startDate }) =>
        startDate.toJSDate().toISOString(),
      )
    return { calendars, clock, errors, file, folder, starts, state }
  }

  test('has it at once, and again whenever the schedule changed', async () => {
    const { calendars, clock, errors, folder, starts, state } = given()

    expect(await calendars.choose()).toEqual({ folder })
    expect(starts()).toEqual(['2026-10-24T23:30:00.000Z'])
    state.episodes = [named('A', 1, at('2026-10-25T23:30:00Z'))]
    calendars.changed()
    calendars.changed()
    clock.run(60_000)

    expect(starts()).toEqual(['2026-10-25T23:30:00.000Z'])
    expect(readdirSync(folder)).toEqual(['tsuzuki.ics'])
    expect(errors).toEqual([])
  })

  test('is not written to when nothing is different', async () => {
    const { calendars, clock, file, state } = given()
    await calendars.choose()
    calendars.changed()
    clock.run(60_000)
    const before = readFileSync(file, 'utf8')

    clock.run(3600_000)
    state.episodes = [...state.episodes]
    calendars.changed()
    clock.run(60_000)

    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  test('is left alone after it was let go, and when none was chosen', async () => {
    const { calendars, clock, file, state, starts } = given()
    state.folder = null
    expect(await calendars.choose()).toEqual({ folder: null })
    expect(existsSync(file)).toBe(false)

    state.folder = join(file, '..')
    await calendars.choose()
    expect(calendars.forget()).toEqual({ folder: null })
    state.episodes = []
    calendars.changed()
    clock.run(60_000)

    expect(starts()).toHaveLength(1)
  })

  test('that cannot be written to is refused with words, and the one before is kept', async () => {
    const { calendars, folder, state } = given()
    await calendars.choose()
    state.folder = join(folder, 'not', 'there')

    await expect(calendars.choose()).rejects.toMatchObject({
      failure: { code: 'storage', reason: 'cannot-write' },
    })
    expect(calendars.state()).toEqual({ folder })
  })

  test('a single file is saved where the user says, or not at all', async () => {
    const { calendars, folder, state } = given()
    expect(await calendars.export()).toBeNull()
    state.path = join(folder, 'mine.ics')

    expect(await calendars.export()).toBe(state.path)
    expect(eventsOf(readFileSync(state.path, 'utf8')).events).toHaveLength(1)
  })
})
