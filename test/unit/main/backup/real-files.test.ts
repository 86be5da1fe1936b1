import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fileStatistics } from '../../../../src/main/backup/difference/statistics'
import { readBackup } from '../../../../src/main/backup/read'

const folder = new URL('../../../../../shared/data/', import.meta.url)
const planet = new URL('animeplanet-anime-export-v0.1a.json', folder)
const anilist = new URL('anilist-api-medialistcollection-kitsu-fixture.json', folder)
const why = 'real files are read where the folder beside the project has them'

test.skipIf(!existsSync(planet))(`reads a real export of Anime-Planet whole (${why})`, () => {
  const file = readBackup(readFileSync(planet))
  const statistics = fileStatistics(file)

  expect(file.source).toEqual({ format: 'anime-planet', version: '0.1a' })
  expect(statistics.rows).toBe(455)
  expect(statistics.byStatus.anime).toEqual({
    completed: 290,
    planned: 111,
    dropped: 27,
    paused: 17,
    current: 10,
  })
  expect(statistics.progress.anime).toBe(3437)
  expect(statistics.unrated).toBe(254)
  expect(statistics.withWarnings).toBe(0)
  expect(file.warnings).toEqual([])
  expect(file.madeAt).toBe(Date.UTC(2019, 1, 23, 15, 3))
})

test.skipIf(!existsSync(anilist))(`reads a real answer of AniList whole (${why})`, () => {
  const file = readBackup(readFileSync(anilist))

  expect(file.source.format).toBe('anilist-api')
  expect(file.rows.filter(({ kind }) => kind === 'anime')).toHaveLength(7)
  expect(file.rows.filter(({ kind }) => kind === 'manga')).toHaveLength(5)
  expect(file.rows.every(({ ids }) => ids.anilist !== undefined)).toBe(true)
  expect(file.rows.flatMap(({ warnings }) => warnings)).toEqual([])
  expect(file.warnings).toEqual([])
  expect(file.rows.find(({ ids }) => ids.anilist === 48)?.fields).toMatchObject({
    status: 'completed',
    score: 90,
    progress: 26,
    startedAt: 20200430,
    completedAt: 20120805,
    notes:
      'THESE are some cool notes man!!?\nwhatup dude?!?!\nsweeeeeeett.\nline stuff: \\n\\t\\n\ncool',
  })
})
