import fc from 'fast-check'
import { expect } from 'vitest'
import type { BackupFile } from '../../../../../src/main/backup/model'
import type { EntryPatch } from '../../../../../src/shared/entry'
import type { Status } from '../../../../../src/shared/status'
import { mediaKinds } from '../../../../../src/shared/media'
import { runs } from './arbitrary'

/**
 * One entry as the programs of others know it: what most of them can write. Each test turns it into a
 * file as that program would, and expects the reader to find the same again.
 */
export const simpleEntry = fc.record({
  id: fc.integer({ min: 1, max: 200_000 }),
  kind: fc.constantFrom(...mediaKinds),
  name: fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((name) => name.trim() !== ''),
  status: fc.constantFrom<Status>(
    'current',
    'completed',
    'paused',
    'dropped',
    'planned',
    'repeating',
  ),
  progress: fc.integer({ min: 0, max: 2000 }),
  volumes: fc.integer({ min: 0, max: 200 }),
  repeats: fc.integer({ min: 0, max: 254 }),
  /** Half tenths: 0–20, so that it fits every scale. */
  halves: fc.integer({ min: 0, max: 20 }),
  notes: fc.string({ unit: 'grapheme', maxLength: 40 }),
  private: fc.boolean(),
  started: fc.option(
    fc.date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
    { nil: null },
  ),
  finished: fc.option(
    fc.date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
    { nil: null },
  ),
})
export type SimpleEntry = typeof simpleEntry extends fc.Arbitrary<infer T> ? T : never

export const simpleEntries = fc.uniqueArray(simpleEntry, {
  minLength: 1,
  maxLength: 8,
  selector: ({ kind, id }) => `${kind}:${id}`,
})

/** `2017-07-15`. */
export function iso(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** 20170715. */
export function fuzzy(date: Date | null): number | null {
  return date === null ? null : Number(iso(date).replaceAll('-', ''))
}

/** Raw 0–100 of half tenths; `null` for none. */
export function rawOf(halves: number): number | null {
  return halves === 0 ? null : halves * 5
}

/** Expects a file written from entries to be read as those entries. */
export function expectRead(
  write: (entries: readonly SimpleEntry[]) => BackupFile,
  expected: (entry: SimpleEntry) => EntryPatch,
  fits: (entry: SimpleEntry) => boolean = () => true,
): void {
  fc.assert(
    fc.property(simpleEntries, (all) => {
      const entries = all.filter(fits)
      if (entries.length === 0) return

      const file = write(entries)

      expect(file.rows.map(({ fields }) => fields)).toEqual(entries.map(expected))
      expect(file.rows.flatMap(({ warnings }) => warnings)).toEqual([])
    }),
    { numRuns: runs },
  )
}
