import { expect, test } from 'vitest'
import { leftOut } from '../../../../../src/main/backup/difference/left-out'
import { openPlainLibrary } from '../../../../../src/main/backup/thread/library'
import { createImportSession } from '../../../../../src/main/backup/thread/session'
import { emptyFields } from '../../../../../src/shared/entry'
import { title } from '../support/catalogue'
import { bytesOf } from '../support/fixtures'
import { account } from '../support/library'

const rowOf = (id: number, more = '') =>
  `<anime><series_animedb_id>${id}</series_animedb_id><series_title>Title ${id}</series_title>` +
  `<my_status>Completed</my_status>${more}</anime>`

function compared(rows: readonly string[], rowsOff: readonly number[] = []) {
  const session = createImportSession({ tick() {} })
  session.read(bytesOf(`<myanimelist>${rows.join('')}</myanimelist>`), {})
  const titles = [1, 2, 3].map((id) => title(`anime:${id}`, [`Title ${id}`], { malId: id }))
  const library = openPlainLibrary({
    titles,
    entries: [['anime:1', { ...emptyFields, status: 'completed' }]],
    ids: [],
    accounts: [],
  })
  const capabilities = {
    ...account.capabilities,
    writable: account.capabilities.writable.filter((field) => field !== 'repeatDesire'),
  }
  session.match(library, { ...account, capabilities }, [])
  const picks = {
    rowsOff: new Set(rowsOff),
    fieldsOff: new Set<never>(),
    kindsOff: new Set<never>(),
    cellsOff: new Set<string>(),
  }
  session.compare({ mode: 'equal', picks })
  return session.leftOut()
}

test('rows that change nothing are named with the reason, those that are the same are not', () => {
  const left = compared([rowOf(1), rowOf(2), rowOf(2), rowOf(99), rowOf(3)], [5])

  expect(left.rows).toEqual([
    { row: 3, name: 'Title 2', why: 'duplicate' },
    { row: 4, name: 'Title 99', why: 'unmatched' },
    { row: 5, name: 'Title 3', why: 'not-picked' },
  ])
})

test('values that could not be taken are named by row, field and what stood there', () => {
  const left = compared([rowOf(2, '<my_score>11</my_score>')])

  expect(left.warnings).toEqual([
    { row: 1, name: 'Title 2', code: 'out-of-range', field: 'my_score', value: '11' },
  ])
})

test('fields that the service cannot hold are named with the reason, unless their row is left out', () => {
  const rows = [rowOf(2, '<my_rewatch_value>High</my_rewatch_value>')]

  expect(compared(rows).keptHere).toEqual([
    { row: 1, title: 'anime:2', fields: { repeatDesire: expect.any(String) as string } },
  ])
  expect(compared(rows, [1]).keptHere).toEqual([])
})

test('nothing is left out of nothing', () => {
  expect(leftOut({ rows: [] }, { rows: [], plan: [], missing: [] })).toEqual({
    rows: [],
    warnings: [],
    keptHere: [],
  })
})
