import { useI18n } from 'vue-i18n'
import { useZone } from './use-zone'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

const formats = new Map<string, Intl.DateTimeFormat>()

/** Made once for a language and a zone: to make one takes longer than to format a hundred moments. */
function formatOf(locale: string, timeZone: string, timeStyle?: 'short'): Intl.DateTimeFormat {
  const name = `${locale} ${timeZone} ${timeStyle}`
  const known = formats.get(name)
  if (known) return known
  const style = { dateStyle: 'medium', timeZone, ...(timeStyle ? { timeStyle } : {}) } as const
  const format = new Intl.DateTimeFormat(locale, style)
  formats.set(name, format)
  return format
}

/** Nobody counts that many days. */
const longAgo = 30 * day

/** Spans of time in words of the language, from 41 s to 3 d 4 h. */
export function useDurations() {
  const { t, locale } = useI18n()
  const zone = useZone()

  /** A span in ms, rounded up while it is short, so that nobody reads "0 s" and waits. */
  function span(ms: number): string {
    if (ms < minute) return t('common.seconds', { n: Math.max(1, Math.ceil(ms / second)) })
    if (ms < hour) return t('common.minutes', { n: Math.ceil(ms / minute) })
    if (ms < day) {
      return t('common.hours', { h: Math.floor(ms / hour), m: Math.floor((ms % hour) / minute) })
    }
    return t('common.days', { d: Math.floor(ms / day), h: Math.floor((ms % day) / hour) })
  }

  /** How long ago a moment was; both in Unix ms. */
  function ago(at: number, now: number): string {
    if (now - at < minute) return t('common.justNow')
    return t('common.ago', { time: span(now - at) })
  }

  /** The same, and the day of what was long ago. */
  function agoOrDay(at: number, now: number): string {
    return now - at < longAgo ? ago(at, now) : formatOf(locale.value, zone.value).format(at)
  }

  /** Day and clock of a moment in Unix ms, short. */
  function moment(at: number): string {
    return formatOf(locale.value, zone.value, 'short').format(at)
  }

  return { span, ago, agoOrDay, moment }
}
