import { type ChartLook, commonOption } from './chart-look'

export interface Column {
  readonly label: string
  readonly value: number
  /** Lines of the tooltip. */
  readonly words: string
}

/** Upright bars from zero, each with its number where there is room. */
export function columnOption(columns: readonly Column[], look: ChartLook) {
  const { colors, fontSize, fontFamily } = look
  const common = commonOption(look)
  const font = { fontFamily, fontSize }
  return {
    ...common,
    tooltip: {
      ...common.tooltip,
      trigger: 'item' as const,
      formatter: ({ dataIndex }: { dataIndex: number }) => columns[dataIndex]?.words ?? '',
    },
    grid: { left: 4, right: 4, top: fontSize * 2, bottom: fontSize * 2 },
    xAxis: {
      type: 'category' as const,
      data: columns.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colors.line } },
      axisLabel: { ...font, color: colors.third, hideOverlap: true },
    },
    yAxis: { type: 'value' as const, min: 0, show: false },
    series: [
      {
        type: 'bar' as const,
        data: columns.map(({ value }) => value),
        barCategoryGap: '18%',
        cursor: 'pointer',
        itemStyle: { color: colors.accent, borderRadius: [2, 2, 0, 0] },
        emphasis: { itemStyle: { color: colors.text } },
        label: {
          ...font,
          show: true,
          position: 'top' as const,
          color: colors.second,
          formatter: ({ value }: { value: unknown }) => (value === 0 ? '' : String(value)),
        },
        labelLayout: { hideOverlap: true },
      },
    ],
  }
}
