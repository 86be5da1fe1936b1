import { readFileSync, statSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readTitles } from '../../../../src/sandbox/world/titles'

describe('the index of titles', () => {
  const titles = readTitles()

  it('is found from wherever the program runs, and stays small', () => {
    expect(titles.length).toBeGreaterThan(7500)
    expect(statSync('resources/titles.json.gz').size).toBeLessThanOrEqual(1024 * 1024)
  })

  it('says where it comes from and under which licence', () => {
    const text = gunzipSync(readFileSync('resources/titles.json.gz')).toString()
    const { source, licence } = JSON.parse(text) as Record<string, string>
    expect(source).toContain('bangumi-data')
    expect(licence).toContain('CC BY 4.0')
  })

  it('knows a title by both numbers, its names and its broadcasts', () => {
    const found = titles.find(({ anilist }) => anilist === 178022)
    expect(found).toMatchObject({
      mal: 59055,
      native: '花は咲く、修羅の如く',
      english: 'FLOWER AND ASURA',
      format: 'tv',
      begin: '2025-01-07T16:35Z',
      broadcast: 'R/2025-01-07T16:35Z/P7D',
    })
  })

  it('holds no number twice', () => {
    const ids = titles.map(({ anilist }) => anilist).filter((id) => id > 0)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('is empty where there is none', () => {
    expect(readTitles(null)).toEqual([])
  })
})
