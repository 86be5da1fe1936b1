import ical, { ICalCalendarMethod, ICalEventBusyStatus } from 'ical-generator'
import type { ScheduledEpisode } from '../../../shared/airing'

/** What a calendar file is made of, in words of the user's language. */
export interface CalendarWords {
  readonly name: string
  readonly episode: (title: string, episode: number) => string
}

export interface NamedEpisode {
  readonly name: string
  readonly episode: ScheduledEpisode
  /** Names the event for good, so that a calendar that reads the file again moves it. */
  readonly id: string
}

/** How long an episode is taken to be when nobody tells, in minutes. */
const usualMinutes = 24

/** A calendar file (RFC 5545), with absolute times, so that it is right in every zone. */
export function calendarText(
  episodes: readonly NamedEpisode[],
  words: CalendarWords,
  nowMs: number,
): string {
  const calendar = ical({ name: words.name, method: ICalCalendarMethod.PUBLISH })
  calendar.prodId({ company: 'Tsuzuki', product: 'Tsuzuki' })
  for (const { name, episode, id } of episodes) {
    const { airingAt, durationMinutes } = episode
    if (airingAt === null) continue
    calendar.createEvent({
      id,
      stamp: new Date(nowMs),
      start: new Date(airingAt * 1000),
      end: new Date((airingAt + (durationMinutes ?? usualMinutes) * 60) * 1000),
      summary: words.episode(name, episode.episode),
      busystatus: ICalEventBusyStatus.FREE,
    })
  }
  return calendar.toString()
}
