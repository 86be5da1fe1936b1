import { expect, test } from 'vitest'
import { packKey } from '../../../../src/main/db/keys'
import { planRow, type OutboxRow } from '../../../../src/main/db/outbox'
import { createTables } from '../../../../src/main/db/tables'
import { entryOf } from '../../../support/entries'
import { memoryTables } from '../../../support/tables'
import { outboxRow } from '../queue/rows'

const key = packKey(1, 'anime:5')

function rowOf(more: Partial<OutboxRow> = {}): OutboxRow {
  return outboxRow({ key, base: entryOf('anime:5', { progress: 3 }), touchedAt: 5, ...more })
}

test.each<[string, Partial<OutboxRow>]>([
  ['a change', {}],
  ['an addition', { base: null }],
  ['a removal', { wanted: null }],
  ['an addition that was taken back', { base: null, wanted: null }],
  ['one that has left', { sent: { revision: 1, patch: { progress: 4 } } }],
  ['a removal that has left', { sent: { revision: 2, patch: null } }],
  ['one that needs attention', { state: 'attention', failure: { code: 'refused', detail: 'No.' } }],
  [
    'a conflict',
    { state: 'conflict', conflicts: [{ field: 'progress', was: 3, mine: 4, theirs: 5 }] },
  ],
  ['one of an import', { origin: 'import', corrected: true, attempts: 7, revision: 9 }],
  [
    'a base with everything in it',
    {
      base: entryOf('anime:5', {
        score: 87,
        startedAt: 20_170_700,
        notes: '続き',
        customLists: ['a', 'b'],
        advancedScores: { Story: 70 },
        private: true,
        personalScore: 3,
        entryId: null,
        createdAt: null,
        updatedAt: 1_700_000_000,
      }),
    },
  ],
])('%s comes back as it was put', (_name, more) => {
  const { outbox } = memoryTables()
  outbox.put(rowOf(more))
  expect(outbox.get(key)).toEqual(rowOf(more))
})

test('there is one row for a title, the latest', () => {
  const { outbox } = memoryTables()
  outbox.put(rowOf())
  outbox.put(rowOf({ revision: 2, wanted: { progress: 5 } }))
  expect(outbox.index()).toHaveLength(1)
  expect(outbox.get(key)?.revision).toBe(2)
  outbox.remove(key)
  outbox.remove(key)
  expect(outbox.get(key)).toBeNull()
  expect(outbox.index()).toEqual([])
})

test('the plan learns of each row what it needs, in the order of their coming', () => {
  const { outbox } = memoryTables()
  const other = packKey(1, 'anime:1')
  outbox.put(rowOf({ wanted: null, attempts: 2 }))
  outbox.put(rowOf({ key: other, sent: { revision: 1, patch: {} }, origin: 'import' }))
  expect(outbox.index()).toEqual([
    { key, state: 'waiting', origin: 'user', attempts: 2, removal: true, unsure: false },
    { key: other, state: 'waiting', origin: 'import', attempts: 0, removal: false, unsure: true },
  ])
  const row = outbox.get(other)!
  expect({ key: other, ...planRow(row) }).toEqual(outbox.index()[1])
})

test('rows belong to their account', () => {
  const { outbox } = memoryTables()
  outbox.put(rowOf())
  outbox.put(rowOf({ key: packKey(1, 'manga:9') }))
  outbox.put(rowOf({ key: packKey(2, 'anime:5') }))
  expect(outbox.ofAccount(1).map((row) => row.key)).toEqual([key, packKey(1, 'manga:9')])
  expect(outbox.ofAccount(3)).toEqual([])
})

test('what is taken back on the disk is forgotten beside it too', () => {
  const { db, outbox } = memoryTables()
  outbox.put(rowOf())
  const other = packKey(1, 'anime:6')
  expect(() =>
    db.transaction(() => {
      outbox.remove(key)
      outbox.put(rowOf({ key: other }))
      throw new Error('no')
    }),
  ).toThrow('no')
  expect(outbox.get(key)).toEqual(rowOf())
  expect(outbox.get(other)).toBeNull()
  outbox.put(rowOf({ key: other }))
  expect(outbox.get(other)?.key).toBe(other)
})

test('another run of the program finds the same rows', () => {
  const { db, outbox } = memoryTables()
  outbox.put(rowOf({ sent: { revision: 1, patch: { progress: 4 } } }))
  expect(createTables(db).outbox.get(key)).toEqual(outbox.get(key))
})

test('the base is kept in an order that may only grow at its end', () => {
  const { db, outbox } = memoryTables()
  outbox.put(rowOf({ base: entryOf('anime:5', { entryId: 77, createdAt: 88, updatedAt: 99 }) }))
  const { base } = db.sql.prepare('SELECT base FROM outbox').get() as { base: string }
  // Files out there hold this. A field that comes in between would give old rows wrong values.
  expect(base).toBe('["planned",null,0,0,0,null,null,"",false,false,[],{},0,null,0,77,88,99]')
})
