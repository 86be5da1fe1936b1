import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { compare, type Difference } from '../../../../../src/main/backup/difference'
import { cellKey, type Picks } from '../../../../../src/main/backup/difference/picks'
import { differenceStatistics } from '../../../../../src/main/backup/difference/statistics'
import { importModes, rowClasses } from '../../../../../src/main/backup/difference/types'
import type { RowMatch } from '../../../../../src/main/backup/match'
import type { BackupRow } from '../../../../../src/main/backup/model'
import type { Capabilities } from '../../../../../src/shared/account'
import { type EntryFields, entryFields, sameValue } from '../../../../../src/shared/entry'
import { mediaKinds, titleKey } from '../../../../../src/shared/media'
import { statuses } from '../../../../../src/shared/status'
import { fields, runs } from '../support/arbitrary'
import { backupRow } from '../support/catalogue'
import { file } from '../support/compare'
import { account, allCapabilities } from '../support/library'

// How long this takes depends on the machine and on how often it is told to try.
vi.setConfig({ testTimeout: 0 })

const capabilities: fc.Arbitrary<Capabilities> = fc
  .record({
    writable: fc
      .subarray([...entryFields])
      .map((some) => [...new Set([...some, 'status' as const])]),
    statuses: fc.subarray([...statuses], { minLength: 1 }),
    partialDates: fc.boolean(),
    notesLength: fc.option(fc.nat({ max: 20 }), { nil: null }),
    priorityMax: fc.nat({ max: 5 }),
    repeatsMax: fc.option(fc.nat({ max: 300 }), { nil: null }),
  })
  .map((some) => ({ ...allCapabilities, ...some }))

const place = fc.record({
  kind: fc.constantFrom(...mediaKinds),
  // Few numbers, so that titles come twice.
  id: fc.integer({ min: 1, max: 6 }),
  said: fields,
  silent: fc.subarray([...entryFields]),
  onList: fc.option(fields, { nil: null }),
  found: fc.constantFrom('matched', 'matched', 'matched', 'doubtful', 'unmatched'),
})

const picks: fc.Arbitrary<Picks> = fc.record({
  rowsOff: fc
    .uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 3 })
    .map((all) => new Set(all)),
  fieldsOff: fc.subarray([...entryFields], { maxLength: 4 }).map((all) => new Set(all)),
  kindsOff: fc.subarray([...mediaKinds], { maxLength: 1 }).map((all) => new Set(all)),
  cellsOff: fc
    .array(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.constantFrom(...entryFields)), {
      maxLength: 4,
    })
    .map((all) => new Set(all.map(([row, field]) => cellKey(row, field)))),
})

interface Case {
  readonly rows: readonly BackupRow[]
  readonly list: ReadonlyMap<string, EntryFields>
  readonly picks: Picks
  readonly capabilities: Capabilities
  readonly result: Difference
}

function forAll(check: (given: Case) => void): void {
  const all = fc.tuple(
    fc.array(place, { maxLength: 8 }),
    picks,
    capabilities,
    fc.constantFrom(...importModes),
  )
  fc.assert(
    fc.property(all, ([places, picked, able, mode]) => {
      const rows = places.map(({ kind, said, silent }, at) =>
        backupRow({
          number: at + 1,
          kind,
          titles: ['A'],
          fields: Object.fromEntries(
            Object.entries(said).filter(([name]) => !silent.some((field) => field === name)),
          ),
        }),
      )
      const matches = places.map(({ kind, id, found }): RowMatch => {
        if (found === 'unmatched') return { type: 'unmatched', reason: 'not-found' }
        if (found === 'doubtful') return { type: 'doubtful', candidates: [] }
        return { type: 'matched', title: titleKey(kind, id), basis: 'title', confidence: 1 }
      })
      const list = new Map(
        places.flatMap(({ kind, id, onList }) =>
          onList === null ? [] : [[titleKey(kind, id), onList]],
        ),
      )
      const library = {
        entry: (title: string) => list.get(title as never) ?? null,
        total: () => 12,
        titles: () => list.keys(),
      }
      const options = { account: { ...account, capabilities: able }, mode, picks: picked }
      const result = compare(file(rows), matches, library, options)
      check({ rows, list, picks: picked, capabilities: able, result })
    }),
    { numRuns: runs * 2 },
  )
}

test('each row has one class, and the counts add up', () => {
  forAll(({ rows, result }) => {
    expect(result.rows.map(({ row }) => row)).toEqual(rows.map(({ number }) => number))
    const { byClass, planned } = differenceStatistics(result.rows, result.plan, account)
    expect(rowClasses.reduce((sum, name) => sum + byClass[name], 0)).toBe(rows.length)
    expect(planned.add + planned.change + planned.remove).toBe(result.plan.length)
  })
})

test('each title is planned once at most, and never what is unticked', () => {
  forAll(({ rows, result, picks: { rowsOff, kindsOff, fieldsOff, cellsOff } }) => {
    const titles = result.plan.map(({ ref }) => ref.title)
    expect(new Set(titles).size).toBe(titles.length)
    for (const { row, type, patch } of result.plan) {
      expect(rowsOff.has(row)).toBe(false)
      expect(kindsOff.has(rows[row - 1]!.kind)).toBe(false)
      for (const field of Object.keys(patch) as (keyof EntryFields)[]) {
        if (type === 'add' && field === 'status') continue
        expect(fieldsOff.has(field)).toBe(false)
        expect(cellsOff.has(cellKey(row, field))).toBe(false)
      }
    }
  })
})

test('only what is there is changed, only what is not is added, and nothing to the same', () => {
  forAll(({ list, result }) => {
    for (const { ref, type, patch } of result.plan) {
      const current = list.get(ref.title)
      expect(type).toBe(current === undefined ? 'add' : 'change')
      if (current === undefined) continue
      for (const field of Object.keys(patch) as (keyof EntryFields)[]) {
        expect(sameValue(field, current[field], patch[field] as never)).toBe(false)
      }
    }
  })
})

test('nothing is planned to be sent that the service cannot hold', () => {
  forAll(({ result, capabilities: able }) => {
    for (const { patch, keptHere } of result.plan) {
      if (patch.status !== undefined) expect(able.statuses).toContain(patch.status)
      for (const field of Object.keys(patch) as (keyof EntryFields)[]) {
        expect(able.writable.includes(field) || keptHere.includes(field)).toBe(true)
      }
      for (const field of keptHere) expect(Object.keys(patch)).toContain(field)
    }
  })
})

test('what was changed is as the preview said', () => {
  forAll(({ result }) => {
    for (const { row, patch } of result.plan) {
      const shown = result.rows[row - 1]?.changes ?? []
      for (const [field, value] of Object.entries(patch)) {
        expect(shown.find((change) => change.field === field)?.to).toEqual(value)
      }
    }
  })
})
