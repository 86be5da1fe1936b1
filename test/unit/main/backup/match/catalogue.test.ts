import { expect, test } from 'vitest'
import { matchRows } from '../../../../../src/main/backup/match'
import { catalogueTitle, createCatalogue } from '../../../../../src/main/backup/match/catalogue'
import { backupRow, title } from '../support/catalogue'
import { media } from '../support/library'

test('matches ten thousand rows against twenty thousand titles, and tells how far it is', () => {
  const catalogue = createCatalogue(
    Array.from({ length: 20_000 }, (_, at) =>
      title(`anime:${at + 1}`, [`Work ${at.toString(36)} of ${at % 97}`, `作品${at}`], {
        malId: at + 1,
      }),
    ),
  )
  const rows = Array.from({ length: 10_000 }, (_, at) =>
    backupRow({ number: at + 1, titles: [`work ${at.toString(36)} of ${at % 97}`] }),
  )
  const told: number[] = []

  const matches = matchRows(
    { rows },
    { site: 'anilist', idsMeanTheSame: true, catalogue, tick: (done) => void told.push(done) },
  )

  expect(
    matches.rows.every((row, at) => row.type === 'matched' && row.title === `anime:${at + 1}`),
  ).toBe(true)
  expect(told).toHaveLength(20)
})

test('takes all names of a title of the database, and its year from where there is one', () => {
  const known = media('anime:1', {
    titles: { romaji: 'A', english: null, native: 'あ' },
    synonyms: ['B'],
    startDate: 20130407,
    episodes: 25,
    format: 'tv',
  })

  expect(catalogueTitle(known)).toEqual({
    key: 'anime:1',
    malId: null,
    names: ['A', 'あ', 'B'],
    format: 'tv',
    year: 2013,
    episodes: 25,
    chapters: null,
    volumes: null,
  })
})

test('keeps the first of two titles with one key', () => {
  const catalogue = createCatalogue([
    title('anime:1', ['A'], { malId: 5 }),
    title('anime:1', ['B'], { malId: 5 }),
  ])

  expect(catalogue.byMalId('anime', 5)).toHaveLength(1)
  expect(catalogue.get('anime:1')?.names).toEqual(['A'])
  expect(catalogue.get('anime:2')).toBeNull()
})

test('finds names that share rare words, the nearest first', () => {
  const catalogue = createCatalogue([
    title('anime:1', ['Night of the Raven']),
    title('anime:2', ['Raven Night Songs']),
    title('anime:3', ['Day of the Dove']),
  ])

  const near = catalogue.nearNames('anime', 'Raven Nights Songs', 2)

  expect(near.map(({ key }) => key)).toEqual(['anime:2', 'anime:1'])
  expect(catalogue.nearNames('manga', 'Raven', 2)).toEqual([])
})
