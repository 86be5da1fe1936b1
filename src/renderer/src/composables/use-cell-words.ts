import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { episodesBehind } from '../../../shared/episodes-out'
import { dateParts } from '../../../shared/fuzzy-date'
import {
  kindOf,
  type Media,
  mediaFormats,
  mediaStatuses,
  seasons,
  totalOf,
} from '../../../shared/media'
import { statuses } from '../../../shared/status'
import { nextOf } from '../library/next'
import type { RowWords } from '../library/row-words'
import { shownScore } from '../library/shown-score'
import { useDurations } from './use-durations'

const nothing = '–'

/** What each column says of a row. Words and formats are looked up once and not for each row. */
export function useCellWords() {
  const { t, locale } = useI18n()
  const { span } = useDurations()

  function names<K extends string>(keys: readonly K[], path: string) {
    return Object.fromEntries(keys.map((key) => [key, t(`${path}.${key}`)])) as Record<K, string>
  }

  return computed<RowWords['cells']>(() => {
    const format = { ...names(mediaFormats, 'media.format'), unknown: nothing }
    const airing = { ...names(mediaStatuses, 'media.status'), unknown: nothing }
    const status = {
      anime: names(statuses, 'status.anime'),
      manga: names(statuses, 'status.manga'),
    }
    const season = names(seasons, 'library.seasons')
    const day = datesIn(locale.value)
    const count = new Intl.NumberFormat(locale.value, { notation: 'compact' })

    function seasonOf(media: Media): string {
      const year = media.seasonYear ?? dateParts(media.startDate).year
      if (year === null) return nothing
      return media.season ? `${season[media.season]} ${year}` : String(year)
    }

    return {
      format: ({ media }) => format[media.format],
      status: ({ title, entry }) => status[kindOf(title)][entry.status],
      progress: ({ entry, media }) => outOf(entry.progress, totalOf(media)),
      volumes: ({ entry, media }) => outOf(entry.progressVolumes, media.volumes),
      score: ({ entry }, look) => shownScore(entry.score, look),
      next(row, look) {
        const next = nextOf(row, look.nowS)
        if (next.type === 'status') return airing[next.status]
        if (next.type === 'ready') return t('media.ready', { n: next.episodes }, next.episodes)
        return t('media.next', { episode: next.episode, time: span(next.inMs) })
      },
      behind: ({ entry, media }, look) =>
        String(episodesBehind(media, entry.progress, look.nowS) ?? nothing),
      season: ({ media }) => seasonOf(media),
      started: ({ entry }) => day.fuzzy(entry.startedAt),
      finished: ({ entry }) => day.fuzzy(entry.completedAt),
      updated: ({ entry }) => day.moment(entry.updatedAt),
      added: ({ entry }) => day.moment(entry.createdAt),
      repeats: ({ entry }) => (entry.repeats > 0 ? String(entry.repeats) : nothing),
      length: ({ media }) =>
        media.durationMinutes === null
          ? nothing
          : t('common.minutes', { n: media.durationMinutes }),
      average: ({ media }, look) => shownScore(media.averageScore, look),
      popularity: ({ media }) =>
        media.popularity === null ? nothing : count.format(media.popularity),
      studio: ({ media }) => joined(media.studios),
      genres: ({ media }) => joined(media.genres),
      lists: ({ entry }) => joined(entry.customLists),
      notes: ({ entry }) => entry.notes.replaceAll('\n', ' ') || nothing,
    }
  })
}

function outOf(done: number, total: number | null): string {
  return total === null ? `${done}` : `${done} / ${total}`
}

function joined(names: readonly string[]): string {
  return names.join(', ') || nothing
}

/** Days in words of a language; of a date only what is known of it. */
function datesIn(locale: string) {
  const parts = { year: 'numeric', timeZone: 'UTC' } as const
  const year = new Intl.DateTimeFormat(locale, parts)
  const month = new Intl.DateTimeFormat(locale, { ...parts, month: 'short' })
  const day = new Intl.DateTimeFormat(locale, { ...parts, month: 'short', day: 'numeric' })
  const here = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })

  return {
    fuzzy(date: number | null): string {
      const known = dateParts(date)
      if (known.year === null) return nothing
      const at = Date.UTC(known.year, (known.month ?? 1) - 1, known.day ?? 1)
      if (known.month === null) return year.format(at)
      return (known.day === null ? month : day).format(at)
    },
    /** @param at Unix s */
    moment: (at: number | null) => (at === null ? nothing : here.format(at * 1000)),
  }
}
