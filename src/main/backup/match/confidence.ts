import type { MediaFormat } from '../../../shared/media'
import type { BackupRow } from '../model'
import type { CatalogueTitle } from './catalogue'
import { bestLikeness, type Names, shareOne } from './names'

/** What speaks for or against a title; shown beside the confidence. */
export const evidences = [
  'same-title',
  'almost-same-title',
  'similar-title',
  'year',
  'format',
  'count',
  'other-year',
  'other-format',
  'other-count',
  'progress-above-total',
] as const
export type Evidence = (typeof evidences)[number]

export interface Rating {
  /** 0–1. */
  readonly confidence: number
  readonly evidence: readonly Evidence[]
}

export interface ComparedNames {
  readonly ours: Names
  readonly theirs: Names
}

/** How sure it is that a row means this title: by name, year, format and number of parts. */
export function rate(row: BackupRow, title: CatalogueTitle, names: ComparedNames): Rating {
  const evidence: Evidence[] = []
  let confidence = nameRating(names.ours, names.theirs, evidence)
  const say = (item: Evidence, change: number) => {
    evidence.push(item)
    confidence += change
  }

  const { year, format } = row.hints
  if (year !== null && title.year !== null) {
    if (year === title.year) say('year', 0.05)
    else if (Math.abs(year - title.year) > 1) say('other-year', -0.25)
  }
  if (format !== null && title.format !== null) {
    if (format === title.format) say('format', 0.03)
    else say('other-format', family(format) === family(title.format) ? -0.03 : -0.12)
  }
  const counts = countsOf(row, title)
  if (counts === 'same') say('count', 0.05)
  if (counts === 'other') say('other-count', -0.12)
  const total = row.kind === 'anime' ? title.episodes : title.chapters
  if (total !== null && (row.fields.progress ?? 0) > total) say('progress-above-total', -0.2)
  return { confidence: Math.min(0.99, Math.max(0, confidence)), evidence }
}

function nameRating(ours: Names, theirs: Names, evidence: Evidence[]): number {
  const say = (item: Evidence, rating: number) => {
    evidence.push(item)
    return rating
  }
  if (shareOne(ours.exact, theirs.exact)) return say('same-title', 0.92)
  if (shareOne(ours.benign, theirs.benign)) return say('same-title', 0.9)
  if (shareOne(ours.folded, theirs.folded)) return say('almost-same-title', 0.8)
  if (shareOne(ours.loose, theirs.loose)) return say('almost-same-title', 0.77)
  return say('similar-title', 0.3 + 0.42 * bestLikeness(ours, theirs))
}

/** Formats that sites sort differently without meaning another work. */
function family(format: MediaFormat): string {
  if (format === 'tv-short' || format === 'tv') return 'tv'
  if (format === 'ova' || format === 'ona' || format === 'special') return 'extra'
  return ['manga', 'manhua', 'manhwa', 'one-shot', 'doujin'].includes(format) ? 'manga' : format
}

/** Totals of manga change from week to week, so chapters that differ say little. */
function countsOf(row: BackupRow, title: CatalogueTitle): 'same' | 'other' | null {
  if (row.kind === 'anime') {
    if (row.hints.episodes === null || title.episodes === null) return null
    return row.hints.episodes === title.episodes ? 'same' : 'other'
  }
  const sameChapters = row.hints.chapters !== null && row.hints.chapters === title.chapters
  const sameVolumes = row.hints.volumes !== null && row.hints.volumes === title.volumes
  return sameChapters || sameVolumes ? 'same' : null
}
