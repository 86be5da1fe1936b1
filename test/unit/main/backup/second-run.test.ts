import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { compare } from '../../../../src/main/backup/difference'
import { type ImportMode, importModes } from '../../../../src/main/backup/difference/types'
import { matchRows } from '../../../../src/main/backup/match'
import { createCatalogue } from '../../../../src/main/backup/match/catalogue'
import { readBackup } from '../../../../src/main/backup/read'
import { writeAnilistJson } from '../../../../src/main/backup/writers/anilist-json'
import { writeCsv } from '../../../../src/main/backup/writers/csv'
import type { Exported, ExportRow } from '../../../../src/main/backup/writers/export'
import { writeMalXml } from '../../../../src/main/backup/writers/mal-xml'
import { writeTsuzuki } from '../../../../src/main/backup/writers/tsuzuki'
import type { Capabilities } from '../../../../src/shared/account'
import { emptyFields, type EntryFields, fieldsOf } from '../../../../src/shared/entry'
import type { TitleKey } from '../../../../src/shared/media'
import { fields, library, roundTrips, runs } from './support/arbitrary'
import { account, allCapabilities, exportAccount, exportOptions } from './support/library'
import { differing } from './support/round-trip'

// How long this takes depends on the machine and on how often it is told to try.
vi.setConfig({ testTimeout: 0 })

type List = Map<TitleKey, EntryFields>

const withPrivate = { ...exportOptions, includePrivate: true }
const writers: readonly (readonly [
  name: string,
  write: (rows: readonly ExportRow[]) => Exported,
])[] = [
  ['our own format', (rows) => writeTsuzuki([exportAccount(rows)], exportOptions)],
  ['our own table', (rows) => writeCsv([exportAccount(rows)], withPrivate)],
  ['MyAnimeList XML', (rows) => writeMalXml(exportAccount(rows), 'anime', withPrivate)],
  ['AniList JSON', (rows) => writeAnilistJson(exportAccount(rows), withPrivate)],
]

/** No status "not interested", no partial dates, no notes: what has to be refused or stay here. */
const weak: Capabilities = {
  ...allCapabilities,
  writable: ['status', 'score', 'progress', 'startedAt', 'customLists'],
  statuses: ['current', 'planned', 'completed', 'paused', 'dropped', 'repeating'],
  partialDates: false,
}

/** Applies the plan of a file to a list; says how many titles it touched. */
function importInto(list: List, bytes: Uint8Array, mode: ImportMode, capabilities: Capabilities) {
  const file = readBackup(bytes)
  const { rows } = matchRows(file, {
    site: 'anilist',
    idsMeanTheSame: true,
    catalogue: createCatalogue([]),
  })
  const compared = { entry: (title: TitleKey) => list.get(title) ?? null, total: () => null }
  const { plan } = compare(
    file,
    rows,
    { ...compared, titles: () => list.keys() },
    { account: { ...account, capabilities }, mode, removeMissing: true },
  )
  for (const { ref, type, patch } of plan) {
    if (type === 'remove') list.delete(ref.title)
    else list.set(ref.title, { ...(list.get(ref.title) ?? emptyFields), ...patch })
  }
  return plan.length
}

const lists = fc.tuple(library, fc.array(fields, { maxLength: 12 }))

test.each(writers)('%s a second time changes nothing, in either mode', (_name, write) => {
  fc.assert(
    fc.property(
      lists,
      fc.constantFrom(...importModes),
      fc.boolean(),
      ([rows, others], mode, all) => {
        const { bytes, count } = write(rows)
        if (count === 0) return
        const list: List = new Map(
          rows.slice(0, others.length).map(({ entry }, at) => [entry.title, others[at]!]),
        )
        const capabilities = all ? allCapabilities : weak

        importInto(list, bytes, mode, capabilities)

        expect(importInto(list, bytes, mode, capabilities)).toBe(0)
      },
    ),
    { numRuns: runs },
  )
})

test('our own format into an empty account is the same list again', () => {
  fc.assert(
    fc.property(library, fc.constantFrom(...importModes), (rows, mode) => {
      const list: List = new Map()

      importInto(
        list,
        writeTsuzuki([exportAccount(rows)], exportOptions).bytes,
        mode,
        allCapabilities,
      )

      expect(list.size).toBe(rows.length)
      for (const { entry } of rows) {
        expect(differing(fieldsOf(entry), list.get(entry.title) ?? emptyFields)).toEqual([])
      }
    }),
    { numRuns: roundTrips },
  )
})

test('our own format made equal brings any other list back to what it was', () => {
  fc.assert(
    fc.property(lists, ([rows, others]) => {
      const list: List = new Map(
        rows.slice(0, others.length).map(({ entry }, at) => [entry.title, others[at]!]),
      )
      list.set('anime:99999999', emptyFields)
      const hasAnime = rows.some(({ entry }) => entry.title.startsWith('anime'))

      importInto(
        list,
        writeTsuzuki([exportAccount(rows)], exportOptions).bytes,
        'equal',
        allCapabilities,
      )

      expect(list.has('anime:99999999')).toBe(!hasAnime)
      for (const { entry } of rows) {
        expect(differing(fieldsOf(entry), list.get(entry.title) ?? emptyFields)).toEqual([])
      }
    }),
    { numRuns: roundTrips },
  )
})
