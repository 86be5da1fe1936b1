/** Rows that are counted at a stretch: some ten milliseconds even on a slow machine. */
const sliceSize = 2500

/**
 * Does something for every index below `count`, in slices, and lets the window breathe between them.
 * Gives whether it came to the end: it stops as soon as nobody waits for it any more.
 */
export async function inSlices(
  count: number,
  act: (index: number) => void,
  { breathe, isWanted }: { breathe: () => Promise<void>; isWanted: () => boolean },
): Promise<boolean> {
  for (let from = 0; from < count; from += sliceSize) {
    if (from > 0) await breathe()
    if (!isWanted()) return false
    for (let index = from; index < Math.min(from + sliceSize, count); index += 1) act(index)
  }
  return true
}
