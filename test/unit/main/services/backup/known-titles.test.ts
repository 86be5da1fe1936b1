import { join } from 'node:path'
import { expect, test } from 'vitest'
import { knownTitles } from '../../../../../src/main/services/backup/known-titles'
import { repositoryRoot } from '../../../../support/repository'

const file = join(repositoryRoot, 'resources/titles.json.gz')

test.each(['anilist', 'anilist-v1'] as const)(
  '%s knows thousands of anime by two ids',
  (service) => {
    const known = knownTitles(file, service)

    expect([...known.titles].length).toBeGreaterThan(7_000)
    expect(known.titleOf('anime:5114')).toMatchObject({ malId: 5114, fewNames: true })
    expect(known.titleOf('anime:1')?.key).toBe('anime:1')
    expect(known.titleOf('manga:5114')).toBeNull()
    expect(known.lookUp('anime', 'mal', 5114)).toBe('anime:5114')
    expect(known.lookUp('anime', 'mal', 35999)).toBe('anime:99636')
    expect(known.lookUp('anime', 'anilist', 99636)).toBe('anime:99636')
    expect(known.lookUp('anime', 'anilist', 35999)).not.toBe('anime:99636')
    expect(known.lookUp('manga', 'mal', 5114)).toBeNull()
    expect(known.lookUp('anime', 'kitsu', 5114)).toBeNull()
    expect(known.mediaOf('anime:99636')).toMatchObject({ malId: 35999, seasonYear: 2017 })
    expect(known.mediaOf('anime:35999')?.malId).not.toBe(35999)
  },
)

test('a service with other numbers gets none of them, and a missing index is no titles', () => {
  expect([...knownTitles(file, 'anisearch').titles]).toEqual([])
  expect(knownTitles(file, 'anisearch').lookUp('anime', 'mal', 5114)).toBeNull()
  expect([...knownTitles('/nowhere/titles.json.gz', 'anilist').titles]).toEqual([])
})
