import { gzipSync, zipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import type { ReadLimits } from '../../../../src/main/backup/context'
import { compare } from '../../../../src/main/backup/difference'
import { fieldSchemas } from '../../../../src/main/backup/formats/tsuzuki-schema'
import { matchRows } from '../../../../src/main/backup/match'
import { catalogueTitle, createCatalogue } from '../../../../src/main/backup/match/catalogue'
import {
  type BackupFile,
  fileWarningCodes,
  rowWarningCodes,
} from '../../../../src/main/backup/model'
import { readBackup } from '../../../../src/main/backup/read'
import { writeCsv } from '../../../../src/main/backup/writers/csv'
import { writeTsuzuki } from '../../../../src/main/backup/writers/tsuzuki'
import { emptyFields } from '../../../../src/shared/entry'
import { AppError } from '../../../../src/shared/failure'
import { dateParts, fuzzyDate } from '../../../../src/shared/fuzzy-date'
import { fixture } from './support/fixtures'
import { account, exportAccount, exportOptions, media, row } from './support/library'
import { tachibk } from './support/mihon'
import { createRandom, mutateBytes, mutateJson } from './support/mutate'

// How long this takes depends on the machine and on how often it is told to try.
vi.setConfig({ testTimeout: 0 })

/** Mutations of each file: `BACKUP_FUZZ=1000` for a long run, `BACKUP_SEED=7` for another one. */
const mutations = Number(process.env.BACKUP_FUZZ ?? 150)
const seed = Number(process.env.BACKUP_SEED ?? 1)

const rows = [
  row('anime:457', { notes: 'Häh?', startedAt: 20200100, customLists: ['With Jo'] }),
  row('manga:2', { status: 'completed', progress: 3, advancedScores: { Story: 10 } }),
]
const own = writeTsuzuki([exportAccount(rows)], exportOptions).bytes
const tracking = [{ tracker: 2, mediaId: 2, progress: 4, status: 1, score: 70 }]

const files: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ...[
    'mal-anime.xml',
    'mal-manga.xml',
    'mal-kitsu.xml',
    'taiga.xml',
    'gdpr.json',
    'automail-1.02.json',
    'anilist-api-bare.json',
    'anime-planet-manga.json',
    'anisearch.json',
    'kitsu.json',
    'shikimori.json',
    'simkl.json',
    'simkl.csv',
    'yamtrack.csv',
    'shukofukurou.json',
    'shukofukurou.csv',
    'notify-moe.json',
  ].map((name) => [name, fixture(name)] as const),
  ['our own format', own],
  ['our own format, packed', gzipSync(own, { mtime: 0 })],
  ['our own table', writeCsv([exportAccount(rows)], exportOptions).bytes],
  ['a Mihon backup', tachibk([{ title: 'Berserk', tracking }, { title: 'B' }])],
  ['a zip', zipSync({ 'a.json': own }, { mtime: '2020-01-01' })],
]

test.each(files)('%s with damaged bytes ends in words or in a report by row', (name, bytes) => {
  const random = createRandom(seed)
  for (let index = 0; index < mutations; index++) {
    const damaged = mutateBytes(bytes, random)
    const twice = random() < 0.3 ? mutateBytes(damaged, random) : damaged

    expectHarmless(twice, `${name}, seed ${seed}, mutation ${index}`)
  }
})

const jsonFiles = files.filter(([name]) => name.endsWith('.json') || name === 'our own format')

test.each(jsonFiles)('%s with wrong values ends in words or in a report by row', (name, bytes) => {
  const random = createRandom(seed)
  const text = new TextDecoder().decode(bytes)
  for (let index = 0; index < mutations; index++) {
    let changed = mutateJson(text, random)
    if (random() < 0.5) changed = mutateJson(changed, random)

    expectHarmless(new TextEncoder().encode(changed), `${name}, seed ${seed}, values ${index}`)
  }
})

test('noise is never taken for a list', () => {
  const random = createRandom(seed)
  for (let index = 0; index < mutations; index++) {
    const bytes = Uint8Array.from({ length: 400 }, () => Math.floor(random() * 256))

    expectHarmless(bytes, `noise ${index}`)
  }
})

/** Reads, matches and compares; anything thrown that has no words of ours is a bug. */
function expectHarmless(bytes: Uint8Array, what: string): void {
  expectHarmlessIn(bytes, what, {})
  // Big documents are read element by element; so are these here once more.
  if (/json|own format/.test(what)) expectHarmlessIn(bytes, `${what}, in pieces`, { wholeJson: 0 })
}

function expectHarmlessIn(bytes: Uint8Array, what: string, more: Partial<ReadLimits>): void {
  let file: BackupFile
  try {
    file = readBackup(bytes, { limits: { bytes: 1_000_000, values: 100_000, ...more } })
  } catch (error) {
    if (!(error instanceof AppError)) throw new Error(`Crashed on ${what}`, { cause: error })
    expect(error.failure).toMatchObject({ code: 'invalid-input' })
    expect(error.failure.reason).toBeTypeOf('string')
    return
  }
  try {
    expectSound(file)
    planFor(file)
  } catch (error) {
    throw new Error(`Not sound: ${what}`, { cause: error })
  }
}

const days = new Set<string>(['startedAt', 'completedAt'])

function expectSound(file: BackupFile): void {
  expect(file.owners.length).toBeGreaterThan(0)
  for (const { code } of file.warnings) expect(fileWarningCodes).toContain(code)
  for (const { fields, warnings, titles, ids, owner } of file.rows) {
    for (const [field, value] of Object.entries(fields)) {
      if (days.has(field)) expectDate(value as number | null)
      else fieldSchemas[field as keyof typeof fieldSchemas].parse(value)
    }
    for (const { code } of warnings) expect(rowWarningCodes).toContain(code)
    for (const title of titles) expect(title).toBeTypeOf('string')
    for (const id of Object.values(ids)) expect(Number.isSafeInteger(id) && id > 0).toBe(true)
    expect(file.owners[owner]).toBeDefined()
  }
}

function expectDate(date: number | null): void {
  if (date !== null) expect(fuzzyDate(dateParts(date))).toBe(date)
}

const catalogue = createCatalogue(rows.map(({ media: known }) => catalogueTitle(known)))

function planFor(file: BackupFile): void {
  const matches = matchRows(file, { site: 'anilist', idsMeanTheSame: true, catalogue })
  for (const mode of ['fill-gaps', 'equal'] as const) {
    const library = {
      entry: () => ({ ...emptyFields, status: 'current' as const, progress: 2 }),
      total: () => media('anime:1').episodes,
      titles: () => rows.map(({ entry }) => entry.title),
    }
    const { plan } = compare(file, matches.rows, library, { account, mode, removeMissing: true })
    expect(structuredClone(plan)).toEqual(plan)
  }
}
