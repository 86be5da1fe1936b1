import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Account } from '../../../shared/account'
import type { MediaKind } from '../../../shared/media'
import { scoreScales } from '../../../shared/score'
import { searchPathOf } from '../library/place'
import type { Bar } from '../statistics/charts'
import type { ChartRow } from '../statistics/chart-row'
import type { ScoreBin } from '../statistics/score-bins'

const dayMinutes = 24 * 60

/** Numbers of the statistics as they are written, and bars with the lists behind them. */
export function useStatisticsWords(
  account: Readonly<Ref<Account | null>>,
  kind: Readonly<Ref<MediaKind>>,
) {
  const { t, locale } = useI18n()
  const format = computed(() => account.value?.options.scoreFormat ?? 'point-100')
  const whole = computed(() => new Intl.NumberFormat(locale.value))
  const fine = computed(() => {
    const digits = format.value === 'point-100' ? 1 : 2
    return new Intl.NumberFormat(locale.value, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
  })

  const number = (value: number) => whole.value.format(value)
  const mean = (value: number | null) => (value === null ? '–' : fine.value.format(value))

  /** `34 d 5 h`, or hours and minutes below a day. */
  function time(minutes: number): string {
    if (minutes < dayMinutes) {
      return t('common.hours', { h: Math.floor(minutes / 60), m: Math.round(minutes % 60) })
    }
    const days = Math.floor(minutes / dayMinutes)
    return t('common.days', { d: number(days), h: Math.floor((minutes % dayMinutes) / 60) })
  }

  /** A bin of scores as the account writes them: `81–90`, `8`, `★ 4`, a face by its name. */
  function binName({ from, to }: ScoreBin): string {
    if (format.value === 'point-3') {
      return from < 1 ? '0' : t(`library.faces.${from as 1 | 2 | 3}`)
    }
    if (format.value === 'point-5') return `★ ${from}`
    if (format.value === 'point-100') return `${from}–${to}`
    return number(from)
  }

  function row<K>(bar: Bar<K>, name: string, value: number = bar.count): ChartRow {
    return {
      name,
      value,
      count: number(bar.count),
      mean: mean(bar.mean),
      time: time(bar.minutes),
      to: searchPathOf({ kind: kind.value, tab: { type: 'all' } }, bar.query),
    }
  }

  /** What the tip over a bar says. */
  function tip({ name, value, mean: liked }: ChartRow): string {
    const count = t('statistics.count', { n: number(value) }, value)
    const score = liked === '–' ? '' : ` · ${t('statistics.meanOf', { mean: liked })}`
    return `${name}: ${count}${score}`
  }

  /** A chart in one sentence, for who cannot see it. */
  function sentence(title: string, rows: readonly ChartRow[]): string {
    const highest = rows.reduce<ChartRow | null>(
      (most, each) => (most && most.value >= each.value ? most : each),
      null,
    )
    const words = { title, n: rows.length, name: highest?.name ?? '', count: highest?.count ?? '' }
    return t('statistics.chart', words, rows.length)
  }

  return {
    number,
    mean,
    time,
    binName,
    row,
    tip,
    sentence,
    /** The highest score there is, for who reads a mean. */
    highest: computed(() => scoreScales[format.value].max),
  }
}

export type StatisticsWords = ReturnType<typeof useStatisticsWords>
