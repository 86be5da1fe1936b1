import type { Result } from './failure'
import { hasValue, type ScoreFormat, type ScoreTable, scoreScales, toShown } from './score'

/** What stands where there is no score. */
export const noScore = '–'

const faces = [':(', ':|', ':)']
const wordsForNone = ['', '-', noScore]

/** A raw score in words of its format: '85', '8.5' ('8,5' in German), '8', '4' stars, ':)'. */
export function formatScore(
  raw: number | null,
  format: ScoreFormat,
  table: ScoreTable,
  locale = 'en',
): string {
  const shown = toShown(raw, format, table)
  if (shown === null) return noScore
  if (format === 'point-3') return faces[shown - 1] ?? noScore
  if (format === 'point-10-decimal') return shown.toFixed(1).replace('.', decimalSign(locale))
  return String(shown)
}

/**
 * Reads what somebody typed into a score field: '85', '8,5', '★★★', ':)', full-width digits. Gives
 * the shown value, `null` for none. Leaves as `invalid-input` with the reason `score-not-a-number`,
 * `score-range` (beyond the format's highest) or `score-step` (finer than the format can say).
 */
export function parseScore(text: string, format: ScoreFormat): Result<number | null> {
  const typed = text.normalize('NFKC').trim()
  if (wordsForNone.includes(typed)) return { ok: true, value: null }
  const value = readDrawn(typed, format) ?? readNumber(typed)
  if (value === null) return rejected('score-not-a-number', text)
  if (value > scoreScales[format].max) return rejected('score-range', text)
  if (!hasValue(format, value)) return rejected('score-step', text)
  return { ok: true, value: value === 0 ? null : value }
}

function readDrawn(typed: string, format: ScoreFormat): number | null {
  if (format === 'point-3' && faces.includes(typed)) return faces.indexOf(typed) + 1
  if (format === 'point-5' && /^[★*]+$/.test(typed)) return typed.length
  return null
}

function readNumber(typed: string): number | null {
  return /^\d+(?:[.,]\d*)?$|^[.,]\d+$/.test(typed) ? Number(typed.replace(',', '.')) : null
}

function rejected(reason: string, text: string): Result<never> {
  return { ok: false, failure: { code: 'invalid-input', reason, detail: text } }
}

const decimalSigns = new Map<string, string>()

/** Kept by locale: a list of 20,000 rows asks for each of them. */
function decimalSign(locale: string): string {
  const known = decimalSigns.get(locale)
  if (known !== undefined) return known
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5)
  const sign = parts.find((part) => part.type === 'decimal')?.value ?? '.'
  decimalSigns.set(locale, sign)
  return sign
}
