import { type ScoreFormat, type ScoreTable, toShown } from '../../../shared/score'

/** Scores that are counted together, as the account shows them. */
export interface ScoreBin {
  readonly from: number
  readonly to: number
  /** What the list has to be asked for to show them. */
  readonly query: string
}

const sizes: Readonly<Record<ScoreFormat, { width: number; last: number; step: number }>> = {
  'point-100': { width: 10, last: 100, step: 1 },
  'point-10-decimal': { width: 1, last: 10, step: 0.1 },
  'point-10': { width: 1, last: 10, step: 1 },
  'point-5': { width: 1, last: 5, step: 1 },
  'point-3': { width: 1, last: 3, step: 1 },
}

/** The bins of a format, from the lowest; the first is for scores that it shows as less than one. */
export function scoreBins(format: ScoreFormat): readonly ScoreBin[] {
  const { width, last, step } = sizes[format]
  const bins: ScoreBin[] = format === 'point-100' ? [] : [{ from: 0, to: 0.9, query: 'score<1' }]
  for (let from = 1; from <= last; from += width) {
    const to = step < 1 ? Math.min(last, from + 0.9) : from + width - 1
    bins.push({ from, to, query: to > from ? `score:${from}..${to}` : `score:${from}` })
  }
  return bins
}

/** The bin of a raw score; -1 for none. */
export function binOf(raw: number | null, format: ScoreFormat, table: ScoreTable): number {
  const shown = toShown(raw, format, table)
  if (shown === null) return -1
  if (format === 'point-100') return Math.ceil(shown / 10) - 1
  return Math.floor(shown)
}
