/** Where something lies on the page, in px. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const directions = ['left', 'right', 'up', 'down'] as const
export type Direction = (typeof directions)[number]

/** How much more it counts to lie aside than to lie further on. */
const asideWeight = 8

/**
 * Which of the boxes an arrow key leads to from one of them: the nearest in that direction, rather
 * ahead than aside; `null` when there is none.
 */
export function nearest(boxes: readonly Box[], from: number, direction: Direction): number | null {
  const start = boxes[from]
  if (!start) return null
  let best: { index: number; cost: number } | null = null
  for (const [index, box] of boxes.entries()) {
    const ahead = aheadOf(start, box, direction)
    if (index === from || ahead <= 0) continue
    const cost = ahead + asideWeight * gapBeside(start, box, direction)
    if (!best || cost < best.cost) best = { index, cost }
  }
  return best?.index ?? null
}

/** How much further the middle of a box lies in a direction. */
function aheadOf(from: Box, to: Box, direction: Direction): number {
  const x = (to.left + to.right - from.left - from.right) / 2
  const y = (to.top + to.bottom - from.top - from.bottom) / 2
  if (direction === 'left') return reaches(from, to, 'x') ? 0 : -x
  if (direction === 'right') return reaches(from, to, 'x') ? 0 : x
  return direction === 'up' ? -y : y
}

/** True when two boxes stand one over the other, so that neither is beside the other. */
function reaches(one: Box, other: Box, axis: 'x' | 'y'): boolean {
  const [start, end] = axis === 'x' ? (['left', 'right'] as const) : (['top', 'bottom'] as const)
  return one[start] < other[end] && other[start] < one[end]
}

/** How far apart two boxes are across the direction; 0 when they overlap there. */
function gapBeside(from: Box, to: Box, direction: Direction): number {
  const isAcross = direction === 'left' || direction === 'right'
  if (reaches(from, to, isAcross ? 'y' : 'x')) return 0
  return isAcross
    ? Math.min(Math.abs(to.top - from.bottom), Math.abs(from.top - to.bottom)) + 1
    : Math.min(Math.abs(to.left - from.right), Math.abs(from.left - to.right)) + 1
}
