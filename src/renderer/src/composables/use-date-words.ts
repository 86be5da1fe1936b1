import { useI18n } from 'vue-i18n'
import { dateParts, type FuzzyDate } from '../../../shared/fuzzy-date'

/** A leap year, for days without a year. */
const anyYear = 2000

/** Dates in words, as far as they are known: birthdays often have no year. */
export function useDateWords() {
  const { locale } = useI18n()

  function dateText(date: FuzzyDate | null): string | null {
    const { year, month, day } = dateParts(date)
    if (year === null && month === null) return null
    return new Intl.DateTimeFormat(locale.value, {
      timeZone: 'UTC',
      ...(year === null ? {} : { year: 'numeric' }),
      ...(month === null ? {} : { month: 'long' }),
      ...(month === null || day === null ? {} : { day: 'numeric' }),
    }).format(Date.UTC(year ?? anyYear, (month ?? 1) - 1, day ?? 1))
  }

  return { dateText }
}
