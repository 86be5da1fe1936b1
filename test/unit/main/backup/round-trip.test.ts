import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { lossesFor } from '../../../../src/main/backup/losses'
import { readBackup } from '../../../../src/main/backup/read'
import { writeAnilistJson } from '../../../../src/main/backup/writers/anilist-json'
import { writeCsv } from '../../../../src/main/backup/writers/csv'
import type { ExportRow } from '../../../../src/main/backup/writers/export'
import { writeMalXml } from '../../../../src/main/backup/writers/mal-xml'
import { writeTsuzuki } from '../../../../src/main/backup/writers/tsuzuki'
import type { Capabilities } from '../../../../src/shared/account'
import { emptyFields, type EntryField, fieldsOf, sameValue } from '../../../../src/shared/entry'
import { isFullDate } from '../../../../src/shared/fuzzy-date'
import { kindOf, mediaKinds } from '../../../../src/shared/media'
import { fitPatch } from '../../../../src/main/backup/losses'
import { createAnilist } from '../../../../src/main/providers/anilist/anilist'
import { createAnilistV1 } from '../../../../src/main/providers/anilist-v1/anilist-v1'
import { createAnisearch } from '../../../../src/main/providers/anisearch/anisearch'
import { createVirtualClock } from '../../../support/virtual-clock'
import { library, roundTrips } from './support/arbitrary'
import { allCapabilities, exportAccount, exportOptions } from './support/library'
import { differing, expectExactLosses, restored } from './support/round-trip'

// How long this takes depends on the machine and on how often it is told to try.
vi.setConfig({ testTimeout: 0 })

const withPrivate = { ...exportOptions, includePrivate: true }
const parameters = { numRuns: roundTrips }

test('our own format gives back every field of every entry, packed or not', () => {
  fc.assert(
    fc.property(library, fc.boolean(), (rows, gzip) => {
      const { bytes, losses, count } = writeTsuzuki([exportAccount(rows)], {
        ...exportOptions,
        gzip,
      })

      const file = readBackup(bytes)

      expect(losses).toEqual([])
      expect(count).toBe(rows.length)
      expect(file.warnings).toEqual([])
      expect(file.rows.map(({ fields }) => fields)).toEqual(
        rows.map(({ entry }) => fieldsOf(entry)),
      )
    }),
    parameters,
  )
})

test('our own format gives back who each title and each entry is', () => {
  fc.assert(
    fc.property(library, (rows) => {
      const file = readBackup(writeTsuzuki([exportAccount(rows)], exportOptions).bytes)

      for (const [index, { entry, media, ids }] of rows.entries()) {
        const row = file.rows[index]
        expect(row).toMatchObject({
          kind: kindOf(entry.title),
          entryId: entry.entryId,
          createdAt: entry.createdAt,
          updatedAt: entry.updatedAt,
        })
        expect(`${row?.kind}:${row?.ids.anilist}`).toBe(entry.title)
        expect(row?.ids.mal ?? null).toBe(media.malId)
        expect(row?.ids.anisearch).toBe(ids?.anisearch)
        for (const [name, value] of Object.entries(row?.media ?? {})) {
          expect(value).toEqual(media[name as keyof typeof media])
        }
        expect(Object.keys(row?.media ?? {})).toHaveLength(10)
      }
    }),
    parameters,
  )
})

test('MyAnimeList XML gives back what it holds, and its losses name exactly the rest', () => {
  fc.assert(
    fc.property(library, (rows) => {
      for (const kind of mediaKinds) {
        const ofKind = rows.filter(({ entry }) => kindOf(entry.title) === kind)
        const { bytes, losses } = writeMalXml(exportAccount(rows), kind, withPrivate)

        const file = readBackup(bytes)

        expect(file.warnings).toEqual([])
        expectExactLosses(ofKind, losses, file.rows)
      }
    }),
    parameters,
  )
})

test('the table gives back every field but what is no text, and says so', () => {
  fc.assert(
    fc.property(library, (rows) => {
      const { bytes, losses } = writeCsv([exportAccount(rows)], withPrivate)

      const file = readBackup(bytes)

      expectExactLosses(rows, losses, file.rows)
    }),
    parameters,
  )
})

test('AniList JSON gives back what AniList has, and its losses name exactly the rest', () => {
  fc.assert(
    fc.property(library, (rows) => {
      const { bytes, losses, count } = writeAnilistJson(exportAccount(rows), withPrivate)

      const text = new TextDecoder().decode(bytes)

      expect(count === 0 || text.includes('mediaId')).toBe(true)
      const read = count === 0 ? [] : readBackup(bytes).rows
      const inOrder = rows.flatMap(({ entry }) => {
        const id = Number(entry.title.split(':')[1])
        return read.find((row) => row.ids.anilist === id && row.kind === kindOf(entry.title)) ?? []
      })
      expectExactLosses(rows, losses, inOrder)
    }),
    parameters,
  )
})

test('private entries leave in our own format only, unless they are ticked', () => {
  fc.assert(
    fc.property(library, (rows) => {
      const shown = rows.filter(({ entry }) => !entry.private).length
      const hidden = rows.length - shown
      const account = exportAccount(rows)
      const csv = writeCsv([account], exportOptions)
      const anilist = writeAnilistJson(account, exportOptions)
      const mal = mediaKinds.map((kind) => writeMalXml(account, kind, exportOptions))

      expect(csv.count).toBe(shown)
      expect(anilist.count).toBeLessThanOrEqual(shown)
      for (const losses of [csv.losses, anilist.losses, mal.flatMap((file) => file.losses)]) {
        expect(losses.filter(({ reason }) => reason === 'private')).toHaveLength(hidden)
      }
      expect(writeTsuzuki([account], exportOptions).count).toBe(rows.length)
    }),
    parameters,
  )
})

/** What no service of ours is, but each in some way. */
const weak: Capabilities = {
  ...allCapabilities,
  writable: ['status', 'score', 'progress', 'notes', 'startedAt', 'priority', 'repeats'],
  statuses: ['current', 'planned', 'completed', 'paused', 'dropped', 'repeating'],
  partialDates: false,
  notesLength: 10,
  priorityMax: 3,
  repeatsMax: 255,
}

const clock = createVirtualClock()

test.each([
  ['a weak service', weak],
  ['AniList', createAnilist({ clock }).capabilities],
  ['AniList v1', createAnilistV1({ clock }).capabilities],
  ['aniSearch', createAnisearch({ clock }).capabilities],
] as const)(
  'an empty account at %s takes back what it can write, its losses name exactly the rest',
  (_name, capabilities) => {
    fc.assert(
      fc.property(library, (rows) => {
        const file = readBackup(writeTsuzuki([exportAccount(rows)], exportOptions).bytes)
        const losses = lossesFor(rows, capabilities)

        for (const [index, exported] of rows.entries()) {
          const named = losses.filter(({ title }) => title === exported.entry.title)
          if (named.some(({ field }) => field === 'entry')) {
            expect(capabilities.statuses).not.toContain(exported.entry.status)
            continue
          }
          const { sent } = fitPatch(restored(file.rows[index]!), emptyFields, capabilities)
          const there = { ...emptyFields, ...sent }
          expect(differing(exported.entry, there)).toEqual(named.map(({ field }) => field))
          for (const { field } of named) {
            expect(isBeyond(field as EntryField, exported, capabilities)).toBe(true)
          }
        }
      }),
      parameters,
    )
  },
)

function isBeyond(field: EntryField, { entry }: ExportRow, capabilities: Capabilities): boolean {
  const { writable, partialDates, notesLength, priorityMax, repeatsMax } = capabilities
  if (sameValue(field, entry[field], emptyFields[field] as never)) return false
  if (!writable.includes(field)) return true
  if (field === 'startedAt' || field === 'completedAt') {
    const date = entry[field]
    return !partialDates && date !== null && !isFullDate(date)
  }
  if (field === 'notes') return entry.notes.length > (notesLength ?? Infinity)
  if (field === 'priority') return entry.priority > priorityMax
  return field === 'repeats' && entry.repeats > (repeatsMax ?? Infinity)
}
