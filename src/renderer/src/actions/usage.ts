/** How often each action was used; of late counts for more. */
export type Usage = Readonly<Record<string, number>>

/** Under which name it is kept among what the window remembers. */
export const usageName = 'palette'

const most = 60
const fading = 0.95

export function readUsage(kept: unknown): Usage {
  if (typeof kept !== 'object' || kept === null) return {}
  const good = Object.entries(kept).filter(
    (pair): pair is [string, number] => typeof pair[1] === 'number' && pair[1] > 0,
  )
  return Object.fromEntries(good)
}

/** One use more of an action; all others fade a little, and those that hardly count are forgotten. */
export function usedNow(usage: Usage, id: string): Usage {
  const faded = Object.entries(usage).map(([each, count]) => [each, count * fading] as const)
  const counts = new Map(faded)
  counts.set(id, (counts.get(id) ?? 0) + 1)
  const first = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, most)
  return Object.fromEntries(first.map(([each, count]) => [each, Math.round(count * 1000) / 1000]))
}
