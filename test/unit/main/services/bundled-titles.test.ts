import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createBundledTitles } from '../../../../src/main/services/bundled-titles'

let dir: string
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'titles-'))))
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function write(rows: (string | number)[][]) {
  const columns = ['anilist', 'mal', 'native', 'english', 'format', 'begin', 'end']
  const index = { formats: ['tv', 'movie', 'ova', 'web'], columns, rows }
  writeFileSync(join(dir, 'titles.json.gz'), gzipSync(JSON.stringify(index)))
}

describe('titles that ship with the program', () => {
  test('an anime is found by its MyAnimeList id and named for the asked title', () => {
    write([[1, 457, '蟲師', 'Mushishi', 0, '2005-10-22T17:00Z', '2006-06-18T17:00Z']])

    const found = createBundledTitles(dir).find('anime:2893', 457)

    expect(found).toMatchObject({
      key: 'anime:2893',
      malId: 457,
      titles: { romaji: null, english: 'Mushishi', native: '蟲師' },
      format: 'tv',
      startDate: 20051022,
      endDate: 20060618,
      season: 'fall',
      seasonYear: 2005,
      coverUrl: null,
    })
  })

  test('manga, and ids that are not in the index, are not known', () => {
    write([[1, 457, '蟲師', '', 0, '', '']])
    const titles = createBundledTitles(dir)

    expect(titles.find('manga:1', 457)).toBeNull()
    expect(titles.find('anime:1', 458)).toBeNull()
  })

  test('an unknown begin gives no date and no season', () => {
    write([[1, 457, '蟲師', '', 3, '', '']])

    expect(createBundledTitles(dir).find('anime:1', 457)).toMatchObject({
      format: 'ona',
      startDate: null,
      season: null,
      seasonYear: null,
    })
  })

  test('a missing or damaged file is no titles', () => {
    expect(createBundledTitles(dir).find('anime:1', 457)).toBeNull()
    writeFileSync(join(dir, 'titles.json.gz'), 'no gzip')
    expect(createBundledTitles(dir).find('anime:1', 457)).toBeNull()
  })
})
