import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createReports } from '../../../../../src/main/services/backup/report'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tsuzuki-report-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const job = {
  id: 4,
  account: 1,
  file: 'list.xml',
  state: 'applying',
  madeAt: Date.UTC(2026, 0, 2),
  planned: 3,
  done: 3,
  refused: 1,
  group: 9,
  snapshot: '/backups/before.json.gz',
  report: null,
  failure: null,
  about: { rows: 5 },
} as const
const left = {
  rows: [{ row: 2, name: 'Nobody knows it', why: 'unmatched' }],
  warnings: [{ row: 3, name: 'A', code: 'out-of-range', field: 'my_score', value: '11' }],
  keptHere: [{ row: 1, title: 'anime:7', fields: { personalScore: 'no-place' } }],
} as const

test('a report says what was done, refused, left out and kept here', () => {
  const reports = createReports(folder)
  reports.note(job.id, Buffer.from(JSON.stringify(left)))

  const path = reports.save(job, [
    { seq: 1, title: 'anime:8', patch: {}, row: 4, refused: { code: 'invalid-input' } },
  ])

  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
    file: 'list.xml',
    madeAt: '2026-01-02T00:00:00.000Z',
    snapshot: job.snapshot,
    planned: 3,
    done: 3,
    refused: [{ title: 'anime:8', row: 4, failure: { code: 'invalid-input' } }],
    leftOut: left,
    preview: { rows: 5 },
  })
  reports.forget(job.id)
  expect(readdirSync(folder)).toEqual(['import-4-report.json'])
})

test('a report that is saved again after a kill still says what was left out', () => {
  createReports(folder).note(job.id, Buffer.from(JSON.stringify(left)))
  createReports(folder).save(job, [])

  const path = createReports(folder).save(job, [])

  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ leftOut: left })
})

test('a note that cannot be given up keeps nobody from going on', () => {
  const reports = createReports(folder)
  mkdirSync(join(folder, 'import-4-left-out.json'))

  reports.forget(job.id)
  reports.forget(job.id + 1)

  expect(readdirSync(folder)).toEqual(['import-4-left-out.json'])
})

test('what was noted in an earlier run of the program stands in the report', () => {
  createReports(folder).note(job.id, Buffer.from(JSON.stringify(left)))

  const path = createReports(folder).save(job, [])

  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ leftOut: left })
})

test('a note that is gone does not keep the report from being saved', () => {
  const path = createReports(folder).save(job, [])

  expect(existsSync(path)).toBe(true)
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ leftOut: null })
})
