import { type ChartLook, commonOption } from './chart-look'

export interface CalendarDay {
  /** `2024-03-05` */
  readonly day: string
  readonly count: number
  readonly words: string
}

export interface CalendarWords {
  /** Monday to Sunday or Sunday to Saturday, as `firstDay` says; begins with Sunday. */
  readonly weekdays: readonly string[]
  /** January to December. */
  readonly months: readonly string[]
  /** 0 is Sunday. */
  readonly firstDay: number
}

/** A year of days, each the darker the more happened on it. */
export function calendarOption(
  days: readonly CalendarDay[],
  range: readonly [first: string, last: string],
  words: CalendarWords,
  look: ChartLook,
) {
  const { colors, fontSize, fontFamily } = look
  const common = commonOption(look)
  const most = Math.max(1, ...days.map(({ count }) => count))
  const font = { fontFamily, fontSize, color: colors.third }
  return {
    ...common,
    tooltip: {
      ...common.tooltip,
      formatter: ({ dataIndex }: { dataIndex: number }) => days[dataIndex]?.words ?? '',
    },
    visualMap: { show: false, min: 0, max: most, inRange: { color: colors.tones } },
    calendar: {
      range: [...range],
      left: fontSize * 2.6,
      right: 4,
      top: fontSize * 2,
      bottom: 4,
      cellSize: ['auto', 'auto'],
      splitLine: { show: false },
      itemStyle: { color: 'transparent', borderColor: colors.line, borderWidth: 1 },
      yearLabel: { show: false },
      dayLabel: { ...font, firstDay: words.firstDay, nameMap: [...words.weekdays] },
      monthLabel: { ...font, nameMap: [...words.months] },
    },
    series: [
      {
        type: 'heatmap' as const,
        coordinateSystem: 'calendar' as const,
        cursor: 'pointer',
        data: days.map(({ day, count }) => [day, count]),
        itemStyle: { borderColor: colors.raised, borderWidth: 1, borderRadius: 2 },
      },
    ],
  }
}
