import { fuzzyDate } from '../../shared/fuzzy-date'
import { between, pick } from '../core/random'
import type { Series } from './series'
import { madeUpFacts, randomOf } from './series-facts'

const formats = [
  'MANGA',
  'MANGA',
  'MANGA',
  'MANGA',
  'NOVEL',
  'ONE_SHOT',
  'DOUJIN',
  'MANHUA',
  'MANHWA',
] as const

/** A manga that does not exist: no free source of real ones could be bundled. */
export function madeUpManga(
  order: number,
  names: { romaji: string; native: string },
  seed: number,
): Series {
  const id = 500_001 + order
  const random = randomOf(id, seed)
  const format = pick(random, formats)
  const running = random() < 0.3
  const adult = random() < 0.03
  const year = between(random, 1990, 2025)
  const chapters = running ? null : format === 'ONE_SHOT' ? 1 : between(random, 8, 220)
  return {
    ...madeUpFacts(id, names.romaji, adult, seed),
    id,
    idMal: random() < 0.05 ? null : 300_001 + order,
    idAnisearch: 1001 + order,
    type: 'manga',
    format,
    ...names,
    english: random() < 0.3 ? `The ${names.romaji} Chronicle` : null,
    synonyms: [],
    start: fuzzyDate({ year, month: between(random, 1, 12), day: random() < 0.5 ? 0 : 15 }),
    end: running ? null : fuzzyDate({ year: Math.min(2026, year + 3), month: 0, day: 0 }),
    status: running ? pick(random, ['RELEASING', 'RELEASING', 'HIATUS']) : 'FINISHED',
    broadcast: null,
    episodes: null,
    duration: null,
    chapters,
    volumes: chapters === null ? null : Math.max(1, Math.round(chapters / 9)),
    popularity: between(random, 5, 40_000),
    country: format === 'MANHUA' ? 'CN' : format === 'MANHWA' ? 'KR' : 'JP',
  }
}
