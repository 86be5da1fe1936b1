import { judge } from './budgets'
import type { Figure } from './figure'

const columns = [
  'figure',
  'n',
  'unit',
  'p50',
  'p95',
  'max',
  'value',
  'ratio',
  'peer',
  'limit',
] as const
const widths = [26, 8, 9, 10, 10, 10, 10, 8, 10, 10]

/** One JSON object, for machines. */
export function asJson(figure: Figure): string {
  const judged = judge(figure)
  const rounded = Object.entries(figure).map(([key, value]) => [key, round(value as never)])
  return JSON.stringify({ ...Object.fromEntries(rounded), ...(judged ?? {}) })
}

export function heading(): string {
  return row(columns)
}

/** One line of the table, with its bound and whether it is kept. */
export function asLine(figure: Figure): string {
  const judged = judge(figure)
  const counts = [
    figure.requests === undefined ? '' : `${figure.requests} requests`,
    figure.reads === undefined ? '' : `${figure.reads} reads`,
    figure.violations === undefined ? '' : `${figure.violations} violations`,
  ].filter(Boolean)
  const verdict = judged ? `${judged.kept ? 'kept' : 'BROKEN'}: ${judged.bound}` : ''
  const cells = columns.map((column) => text(figure[column]))
  return `${row(cells)}  ${[...counts, verdict].join('  ')}`.trimEnd()
}

function row(cells: readonly string[]): string {
  return cells
    .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
    .join(' ')
}

function text(value: string | number | undefined): string {
  if (typeof value !== 'number') return value ?? ''
  return round(value).toLocaleString('en', { maximumFractionDigits: 3 })
}

/** Three decimals are more than a machine can promise. */
function round<T>(value: T): T {
  return typeof value === 'number' ? ((Math.round(value * 1000) / 1000) as T) : value
}
