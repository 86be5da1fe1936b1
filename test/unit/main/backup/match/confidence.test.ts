import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CatalogueTitle } from '../../../../../src/main/backup/match/catalogue'
import { rate } from '../../../../../src/main/backup/match/confidence'
import { bestLikeness, createNames, shareOne } from '../../../../../src/main/backup/match/names'
import { type BackupRow, noHints, type RowHints } from '../../../../../src/main/backup/model'
import type { MediaKind } from '../../../../../src/shared/media'
import { runs, text } from '../support/arbitrary'
import { backupRow, title } from '../support/catalogue'

function rated(
  names: readonly [ours: string, theirs: string],
  hints: Partial<RowHints> = {},
  about: Partial<CatalogueTitle> = {},
  more: Partial<BackupRow> = {},
) {
  const kind: MediaKind = more.kind ?? 'anime'
  const row = backupRow({ kind, titles: [names[0]], hints: { ...noHints, ...hints }, ...more })
  const known = title(`${kind}:1`, [names[1]], about)
  return rate(row, known, { ours: createNames(row.titles), theirs: createNames(known.names) })
}

const same = ['Mushishi', 'Mushishi'] as const

test('the closer the name, the surer', () => {
  const names = ['K-On!', 'K On!', 'K-On', 'K-On! 2'].map(
    (name) => rated(['K-On!', name]).confidence,
  )

  expect(names).toEqual([...names].sort((a, b) => b - a))
  expect(names[0]).toBe(0.92)
  expect(names[1]).toBe(0.9)
  expect(names[2]).toBe(0.8)
})

test('seasons written in another way are almost the same', () => {
  expect(rated(['Show Season 2', 'Show II'])).toEqual({
    confidence: 0.77,
    evidence: ['almost-same-title'],
  })
})

test('a name that is only like it never reaches what is taken without asking', () => {
  fc.assert(
    fc.property(text, text, (ours, theirs) => {
      const all = { year: 2000, format: 'tv', episodes: 12 } as const
      const { confidence, evidence } = rated([ours, theirs], all, all)

      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThan(1)
      if (evidence.includes('similar-title')) expect(confidence).toBeLessThan(0.85)
    }),
    { numRuns: runs * 2 },
  )
})

test('the same year speaks for it, the next says nothing, others speak against', () => {
  const year = (ours: number) => rated(same, { year: ours }, { year: 2005 })

  expect(year(2005).evidence).toEqual(['same-title', 'year'])
  expect(year(2005).confidence).toBeCloseTo(0.97)
  expect(year(2006).evidence).toEqual(['same-title'])
  expect(year(2010)).toMatchObject({ evidence: ['same-title', 'other-year'] })
  expect(year(2010).confidence).toBeCloseTo(0.67)
})

test('formats that sites sort differently weigh little', () => {
  const format = (ours: 'tv' | 'tv-short' | 'ova' | 'ona' | 'movie', theirs: typeof ours) =>
    rated(same, { format: ours }, { format: theirs })

  expect(format('tv', 'tv').evidence).toEqual(['same-title', 'format'])
  expect(format('tv', 'tv-short').confidence).toBeCloseTo(0.89)
  expect(format('ova', 'ona').confidence).toBeCloseTo(0.89)
  expect(format('tv', 'movie').confidence).toBeCloseTo(0.8)
})

test('the number of episodes speaks for it or against', () => {
  expect(rated(same, { episodes: 26 }, { episodes: 26 }).evidence).toContain('count')
  expect(rated(same, { episodes: 26 }, { episodes: 12 }).evidence).toContain('other-count')
  expect(rated(same, { episodes: 26 }).evidence).toEqual(['same-title'])
})

test('manga grow, so their chapters only ever speak for a title', () => {
  const manga = { kind: 'manga' as const }

  expect(rated(same, { chapters: 10 }, { chapters: 20 }, manga).evidence).toEqual(['same-title'])
  expect(rated(same, { chapters: 20 }, { chapters: 20 }, manga).evidence).toContain('count')
  expect(rated(same, { volumes: 3 }, { volumes: 3 }, manga).evidence).toContain('count')
})

test('what is unknown on either side says nothing', () => {
  expect(rated(same, { year: 2005, format: 'tv', episodes: 26 })).toEqual({
    confidence: 0.92,
    evidence: ['same-title'],
  })
})

test('any two names that are the same make two titles share one', () => {
  const ours = createNames(['Attack on Titan', '進撃の巨人'])
  const theirs = createNames(['Shingeki no Kyojin', '進撃の巨人'])

  expect(shareOne(ours.exact, theirs.exact)).toBe(true)
  expect(bestLikeness(ours, theirs)).toBe(1)
  expect(bestLikeness(createNames(['Frieren']), createNames(['Frieran', 'x']))).toBeGreaterThan(0.6)
  expect(bestLikeness(createNames([]), theirs)).toBe(0)
})

test('likeness is the same in both directions', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), fc.array(text, { maxLength: 4 }), (a, b) => {
      const [ours, theirs] = [createNames(a), createNames(b)]

      expect(bestLikeness(ours, theirs)).toBeCloseTo(bestLikeness(theirs, ours))
    }),
    { numRuns: runs },
  )
})
