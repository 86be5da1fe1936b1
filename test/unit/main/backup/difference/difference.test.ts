import { expect, test } from 'vitest'
import type { DifferenceOptions } from '../../../../../src/main/backup/difference'
import { cellKey, type Picks } from '../../../../../src/main/backup/difference/picks'
import { noHints } from '../../../../../src/main/backup/model'
import type { Capabilities } from '../../../../../src/shared/account'
import type { TitleKey } from '../../../../../src/shared/media'
import { file, type List, picks, run } from '../support/compare'
import { account, allCapabilities } from '../support/library'

test('tells new, changed and same, field by field', () => {
  const backup = file([
    { fields: { status: 'completed', progress: 12, score: 80 } },
    { fields: { status: 'completed', progress: 12, score: 80 } },
    { fields: { status: 'current', progress: 3 } },
  ])

  const { rows, plan } = run(backup, ['anime:1', 'anime:2', 'anime:3'], {
    'anime:2': { status: 'current', progress: 10, score: 90 },
    'anime:3': { status: 'current', progress: 3 },
  })

  expect(rows.map((row) => row.class)).toEqual(['new', 'changed', 'same'])
  expect(rows[1]?.changes.map(({ field, from, to }) => [field, from, to])).toEqual([
    ['status', 'current', 'completed'],
    ['progress', 10, 12],
  ])
  expect(plan).toEqual([
    {
      ref: { accountId: 1, title: 'anime:1' },
      type: 'add',
      patch: { status: 'completed', progress: 12, score: 80 },
      keptHere: [],
      row: 1,
    },
    {
      ref: { accountId: 1, title: 'anime:2' },
      type: 'change',
      patch: { status: 'completed', progress: 12 },
      keptHere: [],
      row: 2,
    },
  ])
})

test('making it like the file says more', () => {
  const backup = file([{ fields: { status: 'current', progress: 3, notes: '' } }])
  const list: List = { 'anime:1': { status: 'completed', progress: 12, notes: 'mine', score: 50 } }

  expect(run(backup, ['anime:1'], list).plan).toEqual([])
  expect(run(backup, ['anime:1'], list, { mode: 'equal' }).plan[0]?.patch).toEqual({
    status: 'current',
    progress: 3,
    notes: '',
  })
})

test('doubtful and unmatched rows are shown and not planned', () => {
  const candidates = [{ title: 'anime:1', confidence: 0.7, evidence: [] }] as const
  const { rows, plan } = run(
    file([{}, {}]),
    [
      { type: 'doubtful', candidates },
      { type: 'unmatched', reason: 'not-found' },
    ],
    {},
  )

  expect(rows.map((row) => row.class)).toEqual(['doubtful', 'unmatched'])
  expect(rows[0]?.candidates).toEqual(candidates)
  expect(plan).toEqual([])
})

test('a second row of a title is refused, and taken when the first is unticked', () => {
  const backup = file([
    { fields: { status: 'current', progress: 1 } },
    { fields: { status: 'completed', progress: 12 } },
  ])
  const titles = ['anime:1', 'anime:1'] as const

  const both = run(backup, titles, {})
  const second = run(backup, titles, {}, { picks: picks({ rowsOff: new Set([1]) }) })

  expect(both.rows[1]).toMatchObject({ class: 'refused', refused: 'duplicate', duplicateOf: 1 })
  expect(both.plan.map(({ row }) => row)).toEqual([1])
  expect(second.plan.map(({ row }) => row)).toEqual([2])
})

test('rows, kinds, fields and single cells can be unticked', () => {
  const backup = file([
    { fields: { status: 'completed', progress: 12, score: 80 } },
    { kind: 'manga', fields: { status: 'completed', progress: 5, score: 70 } },
  ])
  const titles = ['anime:1', 'manga:1'] as const
  const list: List = { 'anime:1': {}, 'manga:1': {} }
  const patches = (off: Partial<Picks>) =>
    run(backup, titles, list, { picks: picks(off) }).plan.map(({ patch }) => patch)

  expect(patches({ kindsOff: new Set(['manga']) })).toHaveLength(1)
  expect(patches({ rowsOff: new Set([1]) })).toEqual([
    { status: 'completed', progress: 5, score: 70 },
  ])
  expect(patches({ fieldsOff: new Set(['score']) })).toEqual([
    { status: 'completed', progress: 12 },
    { status: 'completed', progress: 5 },
  ])
  expect(patches({ cellsOff: new Set([cellKey(2, 'progress')]) })[1]).toEqual({
    status: 'completed',
    score: 70,
  })
})

test('what is unticked is still shown', () => {
  const { rows } = run(
    file([{ fields: { progress: 3 } }]),
    ['anime:1'],
    { 'anime:1': {} },
    {
      picks: picks({ fieldsOff: new Set(['progress']) }),
    },
  )

  expect(rows[0]).toMatchObject({
    class: 'changed',
    changes: [{ field: 'progress', picked: false }],
  })
})

test('a new title keeps its status even when statuses are unticked', () => {
  const { plan } = run(
    file([{ fields: { status: 'dropped', score: 10 } }]),
    ['anime:1'],
    {},
    {
      picks: picks({ fieldsOff: new Set(['status', 'score']) }),
    },
  )

  expect(plan[0]?.patch).toEqual({ status: 'dropped' })
})

test('a new title without a status gets one that follows, and it is marked', () => {
  const { rows } = run(
    file([{ fields: { progress: 3 } }, { fields: {} }]),
    ['anime:1', 'anime:2'],
    {},
  )

  expect(rows.map(({ changes }) => changes.find(({ field }) => field === 'status'))).toMatchObject([
    { to: 'current', assumed: true },
    { to: 'planned', assumed: true },
  ])
})

test('what is completed has all its episodes, where the file is silent', () => {
  const backup = file([
    { fields: { status: 'completed' } },
    { fields: { status: 'completed' }, hints: { ...noHints, episodes: 13 } },
    { fields: { status: 'completed', progress: 0 } },
  ])

  const { plan, rows } = run(
    backup,
    ['anime:1', 'anime:2', 'anime:3'],
    {},
    {
      totals: { 'anime:1': 24 },
    },
  )

  expect(plan.map(({ patch }) => patch.progress)).toEqual([24, 13, undefined])
  expect(rows[0]?.changes.find(({ field }) => field === 'progress')?.assumed).toBe(true)
})

test('a status that nobody knows adds nothing new, but the rest of the row counts', () => {
  const warnings = [{ code: 'unknown-status', field: 'my_status', value: 'Binging' }] as const
  const backup = file([{ fields: { progress: 5 }, warnings }])

  expect(run(backup, ['anime:1'], {}).rows[0]).toMatchObject({
    class: 'refused',
    refused: 'unknown-status',
  })
  expect(run(backup, ['anime:1'], { 'anime:1': {} }).plan[0]?.patch).toEqual({ progress: 5 })
})

const weak: Capabilities = {
  ...allCapabilities,
  writable: ['status', 'score', 'progress', 'startedAt'],
  statuses: ['current', 'planned', 'completed'],
  partialDates: false,
}

test('a title of a status that the service lacks is refused, an old one keeps its own', () => {
  const backup = file([{ fields: { status: 'not-interested', score: 10 } }])
  const options = { account: { ...account, capabilities: weak }, mode: 'equal' as const }

  expect(run(backup, ['anime:1'], {}, options).rows[0]).toMatchObject({
    class: 'refused',
    refused: 'status',
  })
  expect(run(backup, ['anime:1'], { 'anime:1': {} }, options).plan[0]?.patch).toEqual({ score: 10 })
})

test('what the service cannot hold stays here, and is named', () => {
  const backup = file([
    { fields: { status: 'current', notes: 'n', private: true, startedAt: 20200100, score: 70 } },
  ])

  const { plan, rows } = run(
    backup,
    ['anime:1'],
    {},
    {
      account: { ...account, capabilities: weak },
    },
  )

  expect(plan[0]?.patch).toMatchObject({ notes: 'n', private: true, startedAt: 20200100 })
  expect(plan[0]?.keptHere).toEqual(['startedAt', 'notes', 'private'])
  expect(rows[0]?.changes.map(({ field, loss }) => [field, loss])).toEqual([
    ['status', null],
    ['score', null],
    ['startedAt', 'partial-date'],
    ['notes', 'no-place'],
    ['private', 'no-place'],
  ])
})

test('tags become what the user wants, once', () => {
  const backup = file([{ fields: { status: 'planned', notes: 'n' }, tags: ['with Jo', 'slow'] }])
  const list: List = { 'anime:1': { customLists: ['slow'] } }
  const patch = (options: Partial<DifferenceOptions>) =>
    run(backup, ['anime:1'], list, options).plan[0]?.patch

  expect(patch({ tags: 'leave' })).toEqual({ notes: 'n' })
  expect(patch({ tags: 'custom-lists' })).toEqual({ notes: 'n', customLists: ['slow', 'with Jo'] })
  expect(patch({ tags: 'notes' })).toEqual({ notes: 'n\n#with-Jo #slow' })
  const again: List = { 'anime:1': { notes: 'n\n#with-Jo #slow' } }
  expect(run(backup, ['anime:1'], again, { tags: 'notes', mode: 'equal' }).plan).toHaveLength(0)
})

test('a row beyond the matches counts as not found', () => {
  expect(run(file([{}, {}]), ['anime:1'], {}).rows[1]?.class).toBe('unmatched')
})

test('tells how far it is', () => {
  const told: [number, number][] = []
  const rows = Array.from({ length: 1200 }, () => ({}))

  run(
    file(rows),
    rows.map((_, at): TitleKey => `anime:${at + 1}`),
    {},
    {
      tick: (done, total) => void told.push([done, total]),
    },
  )

  expect(told).toEqual([
    [0, 1200],
    [500, 1200],
    [1000, 1200],
  ])
})
