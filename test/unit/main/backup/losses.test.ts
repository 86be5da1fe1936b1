import { expect, test } from 'vitest'
import { fitPatch, lossesFor } from '../../../../src/main/backup/losses'
import type { Capabilities } from '../../../../src/shared/account'
import { emptyFields, type EntryPatch } from '../../../../src/shared/entry'
import { allCapabilities, row } from './support/library'

/** As aniSearch is: no custom lists, whole dates only, few priorities. */
const service: Capabilities = {
  ...allCapabilities,
  writable: [
    'status',
    'score',
    'progress',
    'repeats',
    'startedAt',
    'completedAt',
    'notes',
    'private',
    'priority',
  ],
  partialDates: false,
  notesLength: 20,
  priorityMax: 3,
  repeatsMax: 255,
}

function fit(patch: EntryPatch, capabilities: Capabilities = service) {
  return fitPatch(patch, emptyFields, capabilities)
}

test('what a service can hold is sent, the rest stays here', () => {
  const patch = { progress: 3, customLists: ['A'], startedAt: 20200100, completedAt: 20200102 }

  expect(fit(patch)).toEqual({
    sent: { progress: 3, completedAt: 20200102 },
    keptHere: { customLists: ['A'], startedAt: 20200100 },
    losses: [
      { field: 'startedAt', reason: 'partial-date' },
      { field: 'customLists', reason: 'no-place' },
    ],
  })
})

test('a value at the edge fits, one beyond is kept whole and never cut', () => {
  const notes = 'x'.repeat(20)

  expect(fit({ notes, priority: 3, repeats: 255 }).losses).toEqual([])
  expect(fit({ notes: `${notes}y`, priority: 4, repeats: 256 })).toEqual({
    sent: {},
    keptHere: { notes: `${notes}y`, priority: 4, repeats: 256 },
    losses: [
      { field: 'repeats', reason: 'too-large' },
      { field: 'notes', reason: 'too-long' },
      { field: 'priority', reason: 'too-large' },
    ],
  })
})

test('without a limit anything fits', () => {
  const open = { ...service, notesLength: null, repeatsMax: null }

  expect(fit({ notes: 'x'.repeat(10_000), repeats: 9999 }, open).losses).toEqual([])
})

test('a status that the service does not know goes nowhere', () => {
  const few = { ...service, statuses: ['current', 'planned'] as const }

  expect(fit({ status: 'not-interested' }, few)).toEqual({
    sent: {},
    keptHere: {},
    losses: [{ field: 'status', reason: 'status' }],
  })
})

test('what is as it was before is neither sent nor lost', () => {
  const base = { ...emptyFields, customLists: ['A', 'B'], score: 80 }

  expect(fitPatch({ customLists: ['B', 'A'], score: 80 }, base, service)).toEqual({
    sent: {},
    keptHere: {},
    losses: [],
  })
})

test('clearing a field that the service lacks is a loss too', () => {
  const base = { ...emptyFields, customLists: ['A'] }

  expect(fitPatch({ customLists: [] }, base, service).losses).toEqual([
    { field: 'customLists', reason: 'no-place' },
  ])
})

test('clearing a date is sent', () => {
  const base = { ...emptyFields, startedAt: 20200101 }

  expect(fitPatch({ startedAt: null }, base, service).sent).toEqual({ startedAt: null })
})

test('the report on a library names each title and field that would be lost', () => {
  const rows = [
    row('anime:1', { progress: 3 }),
    row('anime:2', { hidden: true, customLists: ['A'], personalScore: 5 }),
    row('manga:3', { status: 'not-interested', notes: 'n' }),
  ]
  const few = { ...service, statuses: ['current', 'planned'] as const }

  expect(lossesFor(rows, few)).toEqual([
    { title: 'anime:2', name: 'Title anime:2', field: 'hidden', reason: 'no-place' },
    { title: 'anime:2', name: 'Title anime:2', field: 'customLists', reason: 'no-place' },
    { title: 'anime:2', name: 'Title anime:2', field: 'personalScore', reason: 'no-place' },
    { title: 'manga:3', name: 'Title manga:3', field: 'entry', reason: 'status' },
  ])
})
