import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { FuzzyDate } from '../../../shared/fuzzy-date'
import { useZone } from './use-zone'

const japan = 'Asia/Tokyo'

/** Moments of broadcasts in words: in the zone that one lives in, and in Japan's. */
export function useAirTimes() {
  const { t, locale } = useI18n()
  const zone = useZone()

  const formats = computed(() => {
    const of = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale.value, { timeZone: zone.value, ...options })
    const whole = {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    } as const
    return {
      whole: of(whole),
      japan: of({ ...whole, timeZone: japan }),
      clock: of({ hour: '2-digit', minute: '2-digit' }),
      // Days are numbers without a zone: they are made in UTC and shown in UTC.
      weekday: of({ weekday: 'long', timeZone: 'UTC' }),
      date: of({ day: 'numeric', month: 'short', timeZone: 'UTC' }),
    }
  })

  /** @param day YYYYMMDD */
  function utcOf(day: FuzzyDate): number {
    return Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100)
  }

  return {
    /** Hours and minutes of a moment in Unix s. */
    clock: (atS: number) => formats.value.clock.format(atS * 1000),
    /** Day and clock of a moment in Unix s. */
    moment: (atS: number) => formats.value.whole.format(atS * 1000),
    /** The same with Japan's behind it, unless one lives by that. */
    bothMoments(atS: number): string {
      const own = formats.value.whole.format(atS * 1000)
      if (zone.value === japan) return own
      return t('airing.bothTimes', { own, japan: formats.value.japan.format(atS * 1000) })
    },
    weekday: (day: FuzzyDate) => formats.value.weekday.format(utcOf(day)),
    date: (day: FuzzyDate) => formats.value.date.format(utcOf(day)),
  }
}
