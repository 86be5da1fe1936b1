import type { ChartColors } from './colors'

/** How a chart is drawn, beside what it says. */
export interface ChartLook {
  readonly colors: ChartColors
  /** px */
  readonly fontSize: number
  readonly fontFamily: string
  /** ms */
  readonly motion: number
}

/** What all charts have in common. Tooltips are drawn into the canvas: the page allows no styles. */
export function commonOption({ colors, fontSize, fontFamily, motion }: ChartLook) {
  return {
    animation: motion > 0,
    animationDuration: motion,
    textStyle: { fontFamily, fontSize, color: colors.second },
    tooltip: {
      renderMode: 'richText' as const,
      confine: true,
      backgroundColor: colors.raised,
      borderColor: colors.line,
      borderWidth: 1,
      padding: [6, 10],
      textStyle: { fontFamily, fontSize, color: colors.text },
    },
  }
}
