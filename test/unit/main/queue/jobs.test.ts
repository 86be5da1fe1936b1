import { describe, expect, test } from 'vitest'
import type { OutboxRow } from '../../../../src/main/db/outbox'
import type { EntryWrite, Provider } from '../../../../src/main/providers/provider'
import { nextJob, workFor } from '../../../../src/main/queue/jobs'
import type { Planned } from '../../../../src/main/queue/plan'
import type { TitleKey } from '../../../../src/shared/media'
import { entryOf } from '../../../support/entries'
import { keyOf, outboxRow } from './rows'

interface Abilities {
  batchSize?: number
  /** How many titles one read tells of; none: only the whole list. */
  readSize?: number
  equal?: boolean
  single?: boolean
}

/** A service whose calls only say what they would ask. */
function serviceOf({ batchSize = 3, readSize, equal, single }: Abilities = {}) {
  const call = (name: string, asked: unknown) => ({ name, asked })
  return {
    capabilities: { batchSize },
    save: (_: unknown, writes: readonly EntryWrite[]) => call('save', writes),
    remove: (_: unknown, title: TitleKey, entryId: number | null) =>
      call('remove', { title, entryId }),
    listPage: (_: unknown, kind: string) => call('list', kind),
    ...(readSize === undefined
      ? {}
      : {
          someEntries: {
            size: readSize,
            call: (_: unknown, titles: readonly TitleKey[]) => call('some', titles),
          },
        }),
    ...(equal
      ? { saveEqual: (_: unknown, writes: readonly EntryWrite[]) => call('equal', writes) }
      : {}),
    ...(single ? { oneEntry: (_: unknown, title: TitleKey) => call('one', title) } : {}),
  } as unknown as Provider
}

interface Case extends Abilities {
  rows: readonly OutboxRow[]
  /** Titles that were not read lately. */
  stale?: readonly TitleKey[]
  planned?: Partial<Record<TitleKey, Partial<Planned>>>
}

function jobOf({ rows, stale = [], planned = {}, ...abilities }: Case) {
  const due = rows.map((row, at): Planned => ({
    key: row.key,
    account: 1,
    state: row.state,
    origin: row.origin,
    attempts: row.attempts,
    removal: row.wanted === null,
    unsure: row.sent !== null,
    dueAt: at,
    busy: null,
    single: false,
    ...planned[`anime:${row.key % 2 ** 32}`],
  }))
  const isStale = stale.map((title) => keyOf(title))
  const job = nextJob({
    provider: serviceOf(abilities),
    owner: {} as never,
    due,
    read: (key) => rows.find((row) => row.key === key) ?? null,
    isFresh: ({ key, unsure }) => !unsure && !isStale.includes(key),
  })
  if (!job) return null
  const { name, asked } = job.call as unknown as { name: string; asked: unknown }
  return { ...job, name, asked }
}

const titleOf = (id: number): TitleKey => `anime:${id}`
const rowsOf = (count: number, more: Partial<OutboxRow> = {}) =>
  Array.from({ length: count }, (_, at) =>
    outboxRow({ title: titleOf(at + 1), wanted: { progress: 4 + at }, ...more }),
  )
const keysOf = (...ids: number[]) => ids.map((id) => keyOf(titleOf(id)))

describe('what is to be done for a row', () => {
  const row = { removal: false, unsure: false } as Planned

  test('is a look first, where it was not read lately', () => {
    expect(workFor(row, () => false)).toBe('read')
    expect(workFor({ ...row, removal: true }, () => false)).toBe('read')
  })

  test('is a write or a removal else', () => {
    expect(workFor(row, () => true)).toBe('write')
    expect(workFor({ ...row, removal: true }, () => true)).toBe('remove')
  })
})

test('nothing is done when nothing is due', () => {
  expect(jobOf({ rows: [] })).toBeNull()
})

test('a row that is planned but gone makes no job', () => {
  const job = nextJob({
    provider: serviceOf(),
    owner: {} as never,
    due: [{ key: keyOf(), origin: 'user', removal: false, single: false } as Planned],
    read: () => null,
    isFresh: () => true,
  })
  expect(job).toBeNull()
})

describe('a write', () => {
  test('carries as many rows as the service takes at once, in their order', () => {
    const job = jobOf({ rows: rowsOf(5) })

    expect(job).toMatchObject({ kind: 'write', equal: false, name: 'save', rows: keysOf(1, 2, 3) })
  })

  test('tells of each title what changed, what it will be, and whether it is there', () => {
    const base = entryOf('anime:1', { status: 'current', progress: 3, entryId: 77 })
    const job = jobOf({
      rows: [
        outboxRow({ base, wanted: { progress: 4 } }),
        outboxRow({ title: 'anime:2', base: null, wanted: { status: 'planned' } }),
      ],
    })

    expect(job?.asked).toMatchObject([
      {
        title: 'anime:1',
        entryId: 77,
        patch: { progress: 4 },
        full: { status: 'current', progress: 4 },
        exists: true,
      },
      { title: 'anime:2', entryId: null, patch: { status: 'planned' }, exists: false },
    ])
  })

  test('of one that shall go alone carries nothing else', () => {
    const job = jobOf({ rows: rowsOf(3), planned: { 'anime:1': { single: true } } })

    expect(job?.rows).toEqual(keysOf(1))
  })

  test('leaves out what shall go alone, and removals', () => {
    const [first, second, third] = rowsOf(3)
    const removal = outboxRow({ title: 'anime:4', wanted: null })
    const job = jobOf({
      rows: [first, removal, second, third].flatMap((row) => row ?? []),
      planned: { 'anime:2': { single: true } },
    })

    expect(job?.rows).toEqual(keysOf(1, 3))
  })

  test('of the same change to many goes by ids, where the service can', () => {
    const rows = rowsOf(5, { wanted: { status: 'paused' } })
    const job = jobOf({ rows, equal: true })

    expect(job).toMatchObject({ name: 'equal', equal: true, rows: keysOf(1, 2, 3, 4, 5) })
  })

  test('by ids carries a hundred at most', () => {
    const rows = rowsOf(150, { wanted: { status: 'paused' } })

    expect(jobOf({ rows, equal: true })?.rows).toHaveLength(100)
  })

  test('does not go by ids when a batch would carry more', () => {
    const [first, second] = rowsOf(2, { wanted: { status: 'paused' } })
    const other = rowsOf(4).slice(2)
    const rows = [first, second, ...other].flatMap((row) => row ?? [])

    expect(jobOf({ rows, equal: true })).toMatchObject({ name: 'save', rows: keysOf(1, 2, 3) })
  })

  test.each([
    ['of other lists', { wanted: { customLists: ['a'] } }],
    ['to titles that are new', { base: null, wanted: { status: 'paused' } as const }],
  ])('does not go by ids %s', (_what, more) => {
    expect(jobOf({ rows: rowsOf(3, more), equal: true })?.name).toBe('save')
  })

  test('does not mix kinds by ids', () => {
    const wanted = { status: 'paused' } as const
    const anime = outboxRow({ title: 'anime:1', wanted })
    const manga = outboxRow({ title: 'manga:1', wanted })

    expect(jobOf({ rows: [anime, manga], equal: true })?.name).toBe('save')
  })
})

describe('a removal', () => {
  test('goes alone and by the number of its entry', () => {
    const base = entryOf('anime:1', { entryId: 77 })
    const rows = [outboxRow({ base, wanted: null }), outboxRow({ title: 'anime:2' })]

    expect(jobOf({ rows })).toMatchObject({
      kind: 'remove',
      rows: keysOf(1),
      asked: { title: 'anime:1', entryId: 77 },
    })
  })

  test('of what was never there has no number', () => {
    const rows = [outboxRow({ base: null, wanted: null })]

    expect(jobOf({ rows })?.asked).toEqual({ title: 'anime:1', entryId: null })
  })
})

describe('a look before writing', () => {
  test('tells of as many titles as one request can', () => {
    const stale = [1, 2, 3, 4].map(titleOf)
    const job = jobOf({ rows: rowsOf(4), stale, readSize: 3 })

    expect(job).toMatchObject({
      kind: 'read',
      name: 'some',
      titles: ['anime:1', 'anime:2', 'anime:3'],
      rows: keysOf(1, 2, 3),
    })
  })

  test('is of the whole list where single titles cannot be asked for', () => {
    const job = jobOf({ rows: rowsOf(2), stale: ['anime:1', 'anime:2'] })

    expect(job).toMatchObject({ name: 'list', asked: 'anime', titles: null, rows: keysOf(1, 2) })
  })

  test('is of one kind, that of the row whose turn it is', () => {
    const rows = [outboxRow({ title: 'manga:1' }), outboxRow({ title: 'anime:2' })]
    const stale = ['manga:1', 'anime:2'] as const

    expect(jobOf({ rows, stale, readSize: 50 })).toMatchObject({
      list: 'manga',
      titles: ['manga:1'],
    })
  })

  test('is of one entry alone where only one is unsure and the service can', () => {
    const sent = { revision: 1, patch: { progress: 4 } }
    const job = jobOf({ rows: [outboxRow({ sent })], single: true })

    expect(job).toMatchObject({ kind: 'read', name: 'one', titles: ['anime:1'] })
  })

  test('is of all where several are unsure', () => {
    const sent = { revision: 1, patch: { progress: 4 } }
    const job = jobOf({ rows: rowsOf(2, { sent }), single: true })

    expect(job).toMatchObject({ name: 'list', titles: null })
  })

  test('comes first where it fills the batch', () => {
    const job = jobOf({ rows: rowsOf(3), stale: ['anime:2', 'anime:3'], readSize: 50 })

    expect(job).toMatchObject({ kind: 'read', titles: ['anime:2', 'anime:3'] })
  })

  test('does not come first where the batch is full without', () => {
    const job = jobOf({ rows: rowsOf(5), stale: ['anime:4', 'anime:5'], readSize: 50 })

    expect(job).toMatchObject({ kind: 'write', rows: keysOf(1, 2, 3) })
  })

  test('does not come first where one entry is a request', () => {
    const job = jobOf({ rows: rowsOf(2), stale: ['anime:2'], readSize: 50, batchSize: 1 })

    expect(job).toMatchObject({ kind: 'write', rows: keysOf(1) })
  })

  test("does not hold up the user's own for rows of an import", () => {
    const [mine] = rowsOf(1)
    const imported = outboxRow({ title: 'anime:2', origin: 'import' })
    const rows = [mine ?? expect.unreachable(), imported]

    expect(jobOf({ rows, stale: ['anime:2'], readSize: 50 })).toMatchObject({ kind: 'write' })
  })

  test('does not hold up a removal', () => {
    const rows = [outboxRow({ wanted: null }), outboxRow({ title: 'anime:2' })]

    expect(jobOf({ rows, stale: ['anime:2'], readSize: 50 })?.kind).toBe('remove')
  })
})
