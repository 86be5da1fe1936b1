import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  choiceKey,
  type MatchOptions,
  matchRows,
  type RememberedChoice,
  type RowMatch,
} from '../../../../../src/main/backup/match'
import { createCatalogue } from '../../../../../src/main/backup/match/catalogue'
import { type BackupRow, noHints } from '../../../../../src/main/backup/model'
import { runs, text } from '../support/arbitrary'
import { backupRow, title, works } from '../support/catalogue'

function match(row: Partial<BackupRow>, options: Partial<MatchOptions> = {}): RowMatch {
  const { rows } = matchRows(
    { rows: [backupRow(row)] },
    { site: 'anilist', idsMeanTheSame: true, catalogue: works, ...options },
  )
  return rows[0]!
}

function byName(name: string, hints: Partial<BackupRow['hints']> = {}): RowMatch {
  return match({ titles: [name], hints: { ...noHints, ...hints } })
}

test('the service’s own id is the title, known or not', () => {
  expect(match({ ids: { anilist: 6 }, titles: ['Something else'] })).toEqual({
    type: 'matched',
    title: 'anime:6',
    basis: 'service-id',
    confidence: 1,
  })
  expect(match({ ids: { anilist: 999_999 } })).toMatchObject({ title: 'anime:999999' })
})

test('an id of AniList that is known as the other kind is of that kind', () => {
  const catalogue = createCatalogue([title('manga:30002', ['Berserk'])])

  expect(match({ ids: { anilist: 30002 } }, { catalogue })).toMatchObject({ title: 'manga:30002' })
  const anisearch = match({ ids: { anisearch: 30002 } }, { catalogue, site: 'anisearch' })
  expect(anisearch).toMatchObject({ title: 'anime:30002' })
})

test('MyAnimeList’s id finds the title of its kind', () => {
  expect(match({ ids: { mal: 5114 } })).toMatchObject({ title: 'anime:6', basis: 'mal-id' })
  expect(match({ ids: { mal: 2 }, kind: 'manga' })).toMatchObject({ title: 'manga:1' })
  expect(match({ ids: { mal: 2 } })).toEqual({ type: 'unmatched', reason: 'not-found' })
})

test('one id of MyAnimeList for two titles is asked', () => {
  const catalogue = createCatalogue([
    title('anime:1', ['A'], { malId: 7 }),
    title('anime:2', ['B'], { malId: 7 }),
  ])

  const found = match({ ids: { mal: 7 } }, { catalogue })

  expect(found).toMatchObject({
    type: 'doubtful',
    candidates: [{ title: 'anime:1' }, { title: 'anime:2' }],
  })
})

test('ids of other sites are translated by the index that is handed in', () => {
  const lookUp: MatchOptions['lookUp'] = (kind, site, id) =>
    kind === 'anime' && site === 'anisearch' && id === 40 ? 'anime:3' : null

  expect(match({ ids: { anisearch: 40 } }, { lookUp })).toMatchObject({
    title: 'anime:3',
    basis: 'other-id',
  })
  expect(match({ ids: { anisearch: 41 } }, { lookUp })).toMatchObject({ type: 'unmatched' })
})

test('ids of built-in services mean nothing at real ones', () => {
  const found = match({ ids: { anilist: 6 }, titles: ['Pokemon'] }, { idsMeanTheSame: false })

  expect(found).toMatchObject({ title: 'anime:11', basis: 'title' })
})

test('a choice made before comes first', () => {
  const row = { ids: { anilist: 6 }, titles: ['x'] }
  const remember = (choice: RememberedChoice) =>
    match(row, { choices: new Map([[choiceKey(backupRow(row)), choice]]) })

  expect(remember('anime:1')).toMatchObject({ title: 'anime:1', basis: 'choice' })
  expect(remember('skip')).toEqual({ type: 'unmatched', reason: 'skipped' })
})

test('a choice belongs to the id, or to the name and year', () => {
  expect(choiceKey(backupRow({ ids: { mal: 1 }, titles: ['A'] }))).toBe('anime mal 1')
  expect(choiceKey(backupRow({ ids: { mal: 1 }, titles: ['B'] }))).toBe('anime mal 1')
  const twin = (year: number) =>
    choiceKey(backupRow({ titles: ['Twin'], hints: { ...noHints, year } }))
  expect(twin(2001)).not.toBe(twin(2015))
})

test('the same name is enough if it is the only one', () => {
  expect(byName('fullmetal alchemist:  brotherhood')).toMatchObject({
    title: 'anime:6',
    basis: 'title',
  })
  expect(byName('Pokemon')).toMatchObject({ title: 'anime:11' })
  expect(byName('鋼の錬金術師')).toMatchObject({ title: 'anime:5' })
})

test('marks at the end tell seasons apart', () => {
  expect(byName('K-ON!')).toMatchObject({ title: 'anime:1' })
  expect(byName('K-ON!!')).toMatchObject({ title: 'anime:2' })
  expect(byName('Yuru Yuri ♪♪')).toMatchObject({ title: 'anime:4' })
  expect(byName('Gintama’')).toMatchObject({ title: 'anime:13' })
})

test('a season that is missing in the catalogue is not taken for its neighbour', () => {
  const catalogue = createCatalogue([title('anime:2', ['K-On!!'], { episodes: 26 })])

  const found = match({ titles: ['K-On!'] }, { catalogue })

  expect(found).toMatchObject({ type: 'doubtful', candidates: [{ title: 'anime:2' }] })
})

test('two works of one name are asked, unless the year tells', () => {
  expect(byName('Twin')).toMatchObject({
    type: 'doubtful',
    candidates: [{ confidence: 0.92 }, { confidence: 0.92 }],
  })
  expect(byName('Twin', { year: 2015 })).toMatchObject({ title: 'anime:21' })
})

test('a different year or number of episodes makes a same name doubtful', () => {
  expect(byName('HUNTER×HUNTER', { year: 2011 }).type).toBe('doubtful')
  expect(byName('HUNTER X HUNTER', { episodes: 148 }).type).toBe('doubtful')
  expect(byName('Hunter x Hunter', { year: 1999, episodes: 62 })).toMatchObject({
    title: 'anime:7',
  })
})

test('a progress beyond the last episode speaks against a title', () => {
  const found = match({ titles: ['K-On!'], fields: { progress: 26 } })

  expect(found).toMatchObject({
    type: 'doubtful',
    candidates: [
      { title: 'anime:2', evidence: ['almost-same-title'] },
      { title: 'anime:1', evidence: ['same-title', 'progress-above-total'] },
    ],
  })
})

test('seasons written in another way are asked about, or confirmed by the year', () => {
  expect(byName('Kimi ni Todoke Season 2')).toMatchObject({
    type: 'doubtful',
    candidates: [{ title: 'anime:10' }],
  })
  expect(byName('Kimi ni Todoke II', { year: 2011 }).type).toBe('doubtful')
})

test('a slip of the pen finds candidates and guesses nothing', () => {
  const found = byName('Fullmetal Alchemst: Brotherhod')

  expect(found).toMatchObject({
    type: 'doubtful',
    candidates: [
      { title: 'anime:6', evidence: ['similar-title'] },
      { title: 'anime:5', evidence: ['similar-title'] },
    ],
  })
})

test('there are never more than three candidates, the likeliest first', () => {
  const catalogue = createCatalogue(
    Array.from({ length: 8 }, (_, at) =>
      title(`anime:${at + 1}`, ['Same Name'], { year: 2000 + at }),
    ),
  )

  const found = match({ titles: ['Same Name'], hints: { ...noHints, year: 2004 } }, { catalogue })

  expect(found).toMatchObject({ type: 'doubtful' })
  const candidates = found.type === 'doubtful' ? found.candidates : []
  expect(candidates).toHaveLength(3)
  expect(candidates[0]).toMatchObject({ title: 'anime:5', evidence: ['same-title', 'year'] })
})

test('another id of MyAnimeList is another title, whatever its name', () => {
  const found = match({ ids: { mal: 99 }, titles: ['Fullmetal Alchemist: Brotherhood'] })

  expect(found).toEqual({ type: 'unmatched', reason: 'not-found' })
})

test('a title whose id is missing in the catalogue is found by name', () => {
  expect(match({ ids: { mal: 99 }, titles: ['Pokémon'] })).toMatchObject({ title: 'anime:11' })
})

test('anime and manga of one name are never mixed', () => {
  expect(match({ titles: ['Fullmetal Alchemist'], kind: 'manga' })).toMatchObject({
    title: 'manga:5',
  })
  expect(match({ titles: ['Berserk'] }).type).toBe('unmatched')
})

test('a row with nothing to go by is said to be that', () => {
  expect(match({})).toEqual({ type: 'unmatched', reason: 'nothing-to-go-by' })
})

test('ids that lead to other names throughout are of another kind or site: all are asked', () => {
  const rows = [
    backupRow({ number: 1, ids: { mal: 121 }, titles: ['Pokémon'] }),
    backupRow({ number: 2, ids: { mal: 136 }, titles: ['Gintama'] }),
    backupRow({ number: 3, ids: { mal: 5114 }, titles: ['Yuru Yuri'] }),
    backupRow({ number: 4, ids: { mal: 11061 }, titles: ['HUNTER×HUNTER (2011)'] }),
  ]

  const matches = matchRows({ rows }, { site: 'anilist', idsMeanTheSame: true, catalogue: works })

  expect(matches.disagreeing).toBe(3)
  expect(matches.rows.map(({ type }) => type)).toEqual([
    'doubtful',
    'doubtful',
    'doubtful',
    'matched',
  ])
})

test('one id that leads to another name is believed: it may be another language', () => {
  const rows = [
    backupRow({ number: 1, ids: { mal: 121 }, titles: ['Стальной алхимик'] }),
    backupRow({ number: 2, ids: { mal: 5114 }, titles: ['Fullmetal Alchemist: Brotherhood'] }),
  ]

  const matches = matchRows({ rows }, { site: 'anilist', idsMeanTheSame: true, catalogue: works })

  expect(matches.disagreeing).toBe(1)
  expect(matches.rows.every(({ type }) => type === 'matched')).toBe(true)
})

test('a title is always found by each of its own names, or asked about', () => {
  const catalogues = fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 1000 }),
      names: fc.array(text, { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 8, selector: ({ id }) => id },
  )
  fc.assert(
    fc.property(catalogues, (titles) => {
      const catalogue = createCatalogue(titles.map(({ id, names }) => title(`anime:${id}`, names)))
      for (const { id, names } of titles) {
        for (const name of names.filter((one) => one.trim() !== '')) {
          const found = match({ titles: [name] }, { catalogue })
          if (found.type === 'matched') expect(found.title).toBe(`anime:${id}`)
          else expect(found.type).toBe('doubtful')
        }
      }
    }),
    { numRuns: runs },
  )
})

test('titles of which few names are known are believed by their id, whatever the file calls them', () => {
  const catalogue = createCatalogue(
    [1, 2, 3, 4].map((id) => ({
      ...title(`anime:${id}`, [`日本${id}`], { malId: id }),
      fewNames: true as const,
    })),
  )
  const rows = [1, 2, 3, 4].map((id) =>
    backupRow({ number: id, ids: { mal: id }, titles: [`Romanised ${id}`] }),
  )

  const matches = matchRows({ rows }, { site: 'anilist', idsMeanTheSame: true, catalogue })

  expect(matches.disagreeing).toBe(0)
  expect(matches.rows.every(({ type }) => type === 'matched')).toBe(true)
})
