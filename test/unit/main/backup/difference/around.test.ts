import { expect, test } from 'vitest'
import { estimate, needMs, type Pace } from '../../../../../src/main/backup/difference/estimate'
import { ownerWarnings } from '../../../../../src/main/backup/difference/owners'
import {
  differenceStatistics,
  fileStatistics,
} from '../../../../../src/main/backup/difference/statistics'
import type { DiffRow, PlanRow } from '../../../../../src/main/backup/difference/types'
import { type BackupOwner, unknownOwner } from '../../../../../src/main/backup/model'
import type { BucketLimits } from '../../../../../src/main/providers/provider'
import type { EntryPatch } from '../../../../../src/shared/entry'
import type { TitleKey } from '../../../../../src/shared/media'
import { backupRow } from '../support/catalogue'
import { account, allCapabilities } from '../support/library'

function planned(title: TitleKey, patch: EntryPatch, change: Partial<PlanRow> = {}): PlanRow {
  return { ref: { accountId: 1, title }, type: 'change', patch, keptHere: [], row: 1, ...change }
}

const perMinute: BucketLimits = {
  windows: [{ max: 30, ms: 60_000 }],
  spacingMs: 700,
  inFlight: 2,
}
const slow: BucketLimits = { windows: [{ max: 10, ms: 60_000 }], spacingMs: 0, inFlight: 1 }
const pace: Pace = {
  batchSize: 25,
  readSize: 50,
  writes: perMinute,
  reads: perMinute,
  removals: slow,
}

test('needs as long as the limit itself asks for', () => {
  expect(needMs(0, perMinute)).toBe(0)
  expect(needMs(1, perMinute)).toBe(0)
  expect(needMs(30, perMinute)).toBe(29 * 700)
  expect(needMs(31, perMinute)).toBe(60_000)
  expect(needMs(200, perMinute)).toBe(6 * 60_000 + 19 * 700)
})

test('the strictest of several windows counts', () => {
  const both = { ...slow, windows: [...slow.windows, { max: 15, ms: 3_600_000 }] }

  expect(needMs(16, both)).toBe(3_600_000)
})

test('estimates writes in batches with the reads before them', () => {
  const plan = Array.from({ length: 134 }, (_, at) =>
    planned(`anime:${at + 1}`, { status: 'current' }),
  )

  expect(estimate(plan, pace)).toEqual({ requests: 6 + 3, ms: 8 * 700 })
})

test('estimates removals one by one, at their own limit', () => {
  const plan = Array.from({ length: 12 }, (_, at) =>
    planned(`anime:${at + 1}`, {}, { type: 'remove' }),
  )

  expect(estimate(plan, pace)).toEqual({ requests: 12 + 1, ms: 60_000 })
})

test('what only stays here costs no request', () => {
  const here = planned('anime:1', { notes: 'x' }, { keptHere: ['notes'] })

  expect(estimate([here], pace)).toEqual({ requests: 0, ms: 0 })
  expect(estimate([], pace)).toEqual({ requests: 0, ms: 0 })
})

test('one read is enough where a service gives its whole list', () => {
  const plan = Array.from({ length: 90 }, (_, at) => planned(`anime:${at + 1}`, { score: 1 }))

  expect(estimate(plan, { ...pace, batchSize: 1, readSize: null }).requests).toBe(91)
})

const owner = (change: Partial<BackupOwner>): { owners: BackupOwner[] } => ({
  owners: [{ ...unknownOwner, ...change }],
})

test('the same user of the same site is nobody else', () => {
  expect(ownerWarnings(owner({ site: 'anilist', userId: 5, name: 'Renamed' }), account)).toEqual([])
  expect(ownerWarnings(owner({ site: 'mal', userId: 99, name: ' mia ' }), account)).toEqual([])
  expect(ownerWarnings(owner({}), account)).toEqual([])
})

test('another number at the same site is somebody else for certain', () => {
  const file = owner({ site: 'anilist', userId: 6, name: 'Mia' })

  expect(ownerWarnings(file, account)).toEqual([{ file: 'Mia', account: 'Mia', certain: true }])
  expect(ownerWarnings(owner({ site: 'anilist', userId: 6 }), account)).toEqual([
    { file: '6', account: 'Mia', certain: true },
  ])
})

test('another name elsewhere may be somebody else', () => {
  const file = owner({ site: 'mal', userId: 5, name: 'Jo' })

  expect(ownerWarnings(file, account)).toEqual([{ file: 'Jo', account: 'Mia', certain: false }])
})

test('a user of the built-in services is not the one of the same number at the real one', () => {
  const file = owner({ site: 'anilist', sandbox: true, userId: 5, name: 'Jo' })

  expect(ownerWarnings(file, account)).toEqual([{ file: 'Jo', account: 'Mia', certain: false }])
})

test('counts what a file holds', () => {
  const rows = [
    backupRow({ fields: { status: 'completed', progress: 12, score: 80, private: true } }),
    backupRow({ fields: { status: 'completed', progress: 1, score: null }, tags: ['x'] }),
    backupRow({ kind: 'manga', fields: { progress: 5 }, warnings: [{ code: 'no-status' }] }),
  ]

  expect(fileStatistics({ rows })).toEqual({
    rows: 3,
    byStatus: { anime: { completed: 2 }, manga: {} },
    progress: { anime: 13, manga: 5 },
    unrated: 2,
    withWarnings: 1,
    withTags: 1,
    private: 1,
  })
})

function diffRow(change: Partial<DiffRow>): DiffRow {
  return {
    row: 1,
    kind: 'anime',
    name: 'A',
    title: 'anime:1',
    class: 'changed',
    picked: true,
    changes: [],
    candidates: [],
    refused: null,
    duplicateOf: null,
    ...change,
  }
}

test('counts what would change, and which posts it may cause', () => {
  const change = { from: 0, to: 1, picked: true, loss: null, assumed: false }
  const rows = [
    diffRow({ changes: [{ field: 'progress', ...change }] }),
    diffRow({ class: 'new', changes: [{ field: 'progress', ...change }] }),
    diffRow({ class: 'same' }),
  ]
  const plan = [
    planned('anime:1', { progress: 1 }),
    planned('anime:2', { status: 'planned', private: true }, { type: 'add' }),
    planned('anime:3', { score: 10 }),
    planned('anime:4', { progress: 2 }, { keptHere: ['progress'] }),
    planned('anime:5', {}, { type: 'remove' }),
  ]

  const statistics = differenceStatistics(rows, plan, account)

  expect(statistics.byClass).toMatchObject({ changed: 1, new: 1, same: 1, refused: 0 })
  expect(statistics.byField).toEqual({ progress: 2 })
  expect(statistics.planned).toEqual({ add: 1, change: 3, remove: 1 })
  expect(statistics.feedPosts).toBe(1)
})

test('a service without a feed posts nothing', () => {
  const quiet = { ...account, capabilities: { ...allCapabilities, postsToFeed: false } }

  expect(differenceStatistics([], [planned('anime:1', { progress: 1 })], quiet).feedPosts).toBe(0)
})

test('names the custom lists that would have to be made first', () => {
  const plan = [
    planned('anime:1', { customLists: ['With Jo', 'New'] }),
    planned('manga:1', { customLists: ['With Jo'] }),
  ]

  expect(differenceStatistics([], plan, account).missingLists).toEqual({
    anime: ['New'],
    manga: ['With Jo'],
  })
  const none = { ...account, capabilities: { ...allCapabilities, writable: [] } }
  expect(differenceStatistics([], plan, none).missingLists).toEqual({ anime: [], manga: [] })
})
