import type { TitleKey } from '../../../shared/media'
import type { CoverGridSize } from './look'

export interface Grid {
  readonly columns: number
  /** px */
  readonly rowHeight: number
}

const wanted: Readonly<Record<CoverGridSize, number>> = { small: 104, medium: 148, large: 212 }
const sides = 24
const gap = 4
const inset = 12
const words = 76

/**
 * How many covers stand in a row and how high that row is.
 * @param width of the view, px
 * @param scale the size of text, where 1 is usual
 */
export function gridOf(width: number, scale: number, size: CoverGridSize): Grid {
  const room = Math.max(wanted[size], width - sides)
  const columns = Math.max(2, Math.floor((room + gap) / (wanted[size] * scale + gap)))
  const cell = (room - gap * (columns - 1)) / columns
  return { columns, rowHeight: Math.ceil((cell - inset) * 1.5 + words * scale) }
}

interface DrawnLine {
  readonly slot: number
  readonly cells: readonly {
    readonly column: number
    readonly row: { readonly title: TitleKey } | undefined
  }[]
}

/** The id in the page of the cell that draws a title; `undefined` where it is out of sight. */
export function activeCell(
  lines: readonly DrawnLine[],
  title: TitleKey | null,
): string | undefined {
  for (const { slot, cells } of lines) {
    const found = cells.find(({ row }) => row && row.title === title)
    if (found) return `row-${slot}-${found.column}`
  }
  return undefined
}
