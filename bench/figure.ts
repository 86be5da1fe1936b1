/** One measured number, or the spread of many: one line of a bench. */
export interface Figure {
  /** `edit.durable`: the names of bench/budgets.ts. */
  readonly figure: string
  /** How many entries, requests or rows it was measured with. */
  readonly n: number
  readonly unit: 'ms' | 's' | 'bytes' | 'MiB' | 'requests' | 'count' | 'ratio'
  readonly p50?: number
  readonly p95?: number
  readonly max?: number
  readonly value?: number
  /** To what the bench compares with, which it says itself. */
  readonly ratio?: number
  /** The same by somebody else, in the same run. */
  readonly peer?: number
  /** What a service's limit itself asks for, or the like. */
  readonly limit?: number
  readonly requests?: number
  /** Reads beside them. */
  readonly reads?: number
  readonly violations?: number
}

export type Report = (figure: Figure) => void

/** A module bench/<name>.bench.ts. */
export interface Bench {
  run(report: Report): Promise<void>
}

/** The spread of samples; the p-th percentile is the smallest sample that p % do not exceed. */
export function spread(samples: readonly number[]): { p50: number; p95: number; max: number } {
  const sorted = samples.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.max(Math.ceil(sorted.length * share) - 1, 0)] ?? NaN
  return { p50: at(0.5), p95: at(0.95), max: at(1) }
}
