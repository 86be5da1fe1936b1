import type { Figure } from './figure'

type Measure = 'p95' | 'max' | 'value' | 'ratio' | 'requests' | 'violations'

/** What a figure must keep to. */
export interface Budget {
  readonly figure: string
  /** Only for these sizes; all when absent. */
  readonly n?: readonly number[]
  readonly most: { readonly [M in Measure]?: number }
}

export const budgets: readonly Budget[] = [
  { figure: 'start.painted', n: [5_000, 20_000], most: { ratio: 1.3 } },
  { figure: 'filter.work', n: [5_000], most: { p95: 8 } },
  { figure: 'filter.work', n: [50_000], most: { p95: 30 } },
  { figure: 'filter.painted', n: [5_000, 50_000], most: { ratio: 1.5, p95: 50 } },
  { figure: 'library.sort', n: [50_000], most: { p95: 50 } },
  { figure: 'library.switch', n: [50_000], most: { p95: 100 } },
  { figure: 'library.scroll', n: [50_000], most: { p95: 17.5 } },
  { figure: 'library.increment', n: [20_000], most: { p95: 50 } },
  { figure: 'edit.durable', most: { p95: 5 } },
  { figure: 'edit.bytes', most: { p95: 65_536, ratio: 1.2 } },
  { figure: 'queue.anilist.single', most: { ratio: 1.05, requests: 200, violations: 0 } },
  { figure: 'queue.anilist.batched', most: { requests: 10, value: 25_000, violations: 0 } },
  { figure: 'queue.anisearch', most: { ratio: 1.05, violations: 0 } },
  { figure: 'queue.same-entry', most: { requests: 1 } },
  { figure: 'queue.bulk', most: { requests: 8 } },
  { figure: 'sync.first', n: [5_000], most: { value: 150 } },
  { figure: 'sync.first', n: [10_000], most: { value: 300 } },
  { figure: 'import.difference', n: [10_000], most: { value: 1_500 } },
  { figure: 'import.difference', n: [50_000], most: { value: 7_000 } },
  { figure: 'import.block', most: { max: 50 } },
  { figure: 'import.memory', most: { value: 200 } },
  { figure: 'import.requests', most: { ratio: 1.15 } },
  { figure: 'pages.series', most: { p95: 100 } },
  { figure: 'pages.thread', n: [2_000], most: { p95: 17 } },
  { figure: 'memory.main', n: [20_000], most: { value: 120 } },
]

/**
 * The bounds of a figure as text, and whether it keeps to them: `null` where it has none. A measure
 * that a bound asks for and the bench did not take breaks it; only a ratio may be missing.
 */
export function judge(figure: Figure): { bound: string; kept: boolean } | null {
  const limits = budgets
    .filter((budget) => budget.figure === figure.figure && (budget.n?.includes(figure.n) ?? true))
    .flatMap(({ most }) => Object.entries(most) as [Measure, number][])
  if (limits.length === 0) return null
  const kept = limits.every(([measure, most]) => {
    const measured = figure[measure]
    return measured === undefined ? measure === 'ratio' && 'p95' in figure : measured <= most
  })
  return { bound: limits.map(([measure, most]) => `${measure} ≤ ${most}`).join(', '), kept }
}
