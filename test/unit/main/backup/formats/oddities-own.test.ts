import { expect, test } from 'vitest'
import type { BackupFile } from '../../../../../src/main/backup/model'
import { failureOf, readText, rowAt } from '../support/fixtures'

const readJson = (value: unknown): BackupFile => readText(JSON.stringify(value))

const own = (account: object, more: object = {}) =>
  readJson({ format: 'tsuzuki-backup', version: 1, accounts: [account], ...more })

test('our own: an account of a service of tomorrow is read by the ids that are known', () => {
  const entries = [{ title: 'anime:9', ids: { mal: 457, future: 3 }, status: 'planned' }]
  const file = own({ service: 'tomorrow', entries })

  expect(rowAt(file, 1)).toMatchObject({ ids: { mal: 457 }, fields: { status: 'planned' } })
  expect(file.owners[0]?.site).toBeNull()
})

test('our own: what is no entry, no change and no account costs only itself', () => {
  const change = {
    title: 'anime:1',
    at: 1,
    source: 'me',
    before: null,
    after: {},
    group: 1,
    undone: false,
  }
  const file = own({
    service: 'anilist',
    entries: [null, { title: 'anime:1', status: 'planned' }],
    history: [change, { title: 'anime:1' }, 5],
  })

  expect(file.rows).toHaveLength(1)
  expect(file.owners[0]?.history).toHaveLength(1)
  expect(file.warnings).toEqual([{ code: 'row-not-read', row: 1 }])
})

test('our own: a file without accounts holds nothing, and says no more', () => {
  const file = readJson({ format: 'tsuzuki-backup', version: 1 })

  expect(file.rows).toEqual([])
  expect(file.owners).toHaveLength(1)
})

test('our own: a version that is none is not read', () => {
  for (const version of [undefined, 'one', -1]) {
    const failure = failureOf(() => own({}, { version }))

    expect(failure.reason).toBe('newer-version')
  }
})

test('our own: a title without its media still has its id', () => {
  const file = own({ service: 'anisearch', entries: [{ title: 'manga:7', media: { titles: 1 } }] })

  expect(rowAt(file, 1)).toMatchObject({ kind: 'manga', ids: { anisearch: 7 }, media: null })
})
