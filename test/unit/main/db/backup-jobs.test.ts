import { describe, expect, test } from 'vitest'
import { memoryTables } from '../../../support/tables'

const open = () => memoryTables().backupJobs

describe('an import', () => {
  test('begins with nothing done, and keeps what its file was about', () => {
    const jobs = open()
    const about = { rows: 12, losses: ['tags'] }
    const job = jobs.add(1, 'mine.json', 1_000, about)

    expect(job).toEqual({
      id: job.id,
      account: 1,
      file: 'mine.json',
      state: 'preparing',
      madeAt: 1_000,
      planned: 0,
      done: 0,
      refused: 0,
      group: null,
      snapshot: null,
      report: null,
      failure: null,
      about,
    })
    expect(jobs.get(job.id)).toEqual(job)
  })

  test('stands as it was written down last', () => {
    const jobs = open()
    const job = jobs.add(1, 'mine.json', 1_000, null)
    const later = {
      ...job,
      state: 'applied',
      planned: 9,
      done: 8,
      refused: 1,
      group: 44,
      snapshot: 'before.json.gz',
      report: 'report.txt',
      failure: { code: 'storage', reason: 'disk-full' },
    } as const
    jobs.update(later)

    expect(jobs.get(job.id)).toEqual(later)
  })

  test('that nobody knows is none', () => {
    expect(open().get(77)).toBeNull()
  })
})

test('the latest fifty are listed, newest first', () => {
  const jobs = open()
  for (let at = 0; at < 60; at += 1) jobs.add(1, `${at}.json`, at, null)
  const files = jobs.list().map(({ file }) => file)

  expect(files).toHaveLength(50)
  expect([files[0], files.at(-1)]).toEqual(['59.json', '10.json'])
})

describe('what an import has planned', () => {
  function planned(count = 5) {
    const jobs = open()
    const { id } = jobs.add(1, 'mine.json', 0, null)
    for (let seq = 1; seq <= count; seq += 1) {
      jobs.addPlanned(id, { seq, title: `anime:${seq}`, patch: { progress: seq }, row: seq })
    }
    return { jobs, id }
  }

  test('is read in slices, from any row on', () => {
    const { jobs, id } = planned()

    expect(jobs.planned(id, 2, 2)).toEqual([
      { seq: 2, title: 'anime:2', patch: { progress: 2 }, row: 2, refused: null },
      { seq: 3, title: 'anime:3', patch: { progress: 3 }, row: 3, refused: null },
    ])
    expect(jobs.planned(id, 5, 100)).toHaveLength(1)
    expect(jobs.planned(id, 6, 100)).toEqual([])
  })

  test('can be a removal, which no row of the file asked for', () => {
    const { jobs, id } = planned(0)
    jobs.addPlanned(id, { seq: 1, title: 'manga:1', patch: null, row: 0 })

    expect(jobs.planned(id, 1, 1)).toMatchObject([{ title: 'manga:1', patch: null, row: 0 }])
  })

  test('remembers which rows were refused, and why', () => {
    const { jobs, id } = planned()
    jobs.refuse(id, 4, { code: 'invalid-input', reason: 'status' })
    jobs.refuse(id, 2, { code: 'invalid-input', reason: 'notes-too-long' })

    expect(jobs.refusedOf(id).map(({ seq, refused }) => [seq, refused?.reason])).toEqual([
      [2, 'notes-too-long'],
      [4, 'status'],
    ])
  })

  test('is forgotten without the import', () => {
    const { jobs, id } = planned()
    jobs.forgetPlan(id)

    expect(jobs.planned(id, 1, 100)).toEqual([])
    expect(jobs.get(id)).not.toBeNull()
  })

  test('is not that of another import', () => {
    const { jobs, id } = planned()
    const other = jobs.add(1, 'other.json', 0, null)
    jobs.addPlanned(other.id, { seq: 1, title: 'anime:9', patch: {}, row: 1 })
    jobs.forgetPlan(other.id)

    expect(jobs.planned(id, 1, 100)).toHaveLength(5)
  })
})

test('an account that is removed takes its imports and their plans along, and no others', () => {
  const jobs = open()
  const mine = jobs.add(1, 'mine.json', 0, null)
  const other = jobs.add(2, 'other.json', 0, null)
  for (const { id } of [mine, other]) {
    jobs.addPlanned(id, { seq: 1, title: 'anime:1', patch: {}, row: 1 })
  }
  jobs.removeOf(1)

  expect(jobs.list().map(({ file }) => file)).toEqual(['other.json'])
  expect(jobs.planned(mine.id, 1, 9)).toEqual([])
  expect(jobs.planned(other.id, 1, 9)).toHaveLength(1)
})
