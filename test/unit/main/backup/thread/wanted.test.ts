import { expect, test } from 'vitest'
import type { RowMatch } from '../../../../../src/main/backup/match'
import type { BackupRow } from '../../../../../src/main/backup/model'
import { wantedOf } from '../../../../../src/main/backup/thread/wanted'
import { newTitles } from '../../../../../src/main/backup/thread/new-titles'
import { openPlainLibrary } from '../../../../../src/main/backup/thread/library'
import { readText } from '../support/fixtures'

const missing: RowMatch = { type: 'unmatched', reason: 'not-found' }
const doubtful: RowMatch = { type: 'doubtful', candidates: [] }
const found: RowMatch = { type: 'matched', title: 'anime:1', basis: 'mal-id', confidence: 1 }

const template = readText('{"anime":{"Completed":[{"title":"A"}]}}').rows[0]!
const row = (change: Partial<BackupRow>): BackupRow => ({ ...template, ids: {}, ...change })

test('rows are asked for by their id of MyAnimeList, else by their first name, each once', () => {
  const rows = [
    row({ ids: { mal: 5 }, titles: ['Five'] }),
    row({ ids: { mal: 5 }, titles: ['Five again'] }),
    row({ titles: ['Name', 'Other name'] }),
    row({ kind: 'manga', titles: ['Name'] }),
    row({ ids: { mal: 6 }, titles: ['Found'] }),
    row({ ids: { mal: 7 }, titles: ['Doubtful'] }),
    row({ titles: ['Left out'] }),
    row({ titles: [] }),
    row({ titles: ['x'.repeat(201)] }),
  ]
  const skipped: RowMatch = { type: 'unmatched', reason: 'skipped' }
  const matches = [missing, missing, missing, missing, found, doubtful, skipped, missing, missing]

  expect(wantedOf({ rows }, { rows: matches, disagreeing: 0 })).toEqual({
    malIds: { anime: [5], manga: [] },
    names: { anime: ['Name', 'Doubtful'], manga: ['Name'] },
    rows: 5,
  })
})

test('titles that the list does not know yet come with what the file says of them', () => {
  const library = openPlainLibrary({ titles: [], entries: [], ids: [], accounts: [] })
  const rows = [
    row({
      number: 1,
      titles: ['Mushishi'],
      ids: { mal: 457 },
      hints: { ...template.hints, year: 2005 },
    }),
    row({ number: 2, titles: ['Known'] }),
    row({ number: 3, titles: ['Changed only'] }),
  ]
  const plan = [
    { number: 1, type: 'add' as const },
    { number: 2, type: 'add' as const },
    { number: 3, type: 'change' as const },
  ].map(({ number, type }) => ({
    ref: { accountId: 1, title: `anime:${number}` as const },
    type,
    patch: {},
    keptHere: [],
    row: number,
  }))
  const knowing = { ...library, hasMedia: (title: string) => title === 'anime:2' }

  expect(newTitles({ rows }, plan, knowing, 'anilist')).toMatchObject([
    {
      title: 'anime:1',
      media: { titles: { romaji: 'Mushishi' }, malId: 457, seasonYear: 2005 },
    },
  ])
})
