import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ListRow } from '../../../../src/shared/entry'
import { createColumns } from '../../../../src/shared/query/columns'
import { matcherOf } from '../../../../src/shared/query/matches'
import { readQuery } from '../../../../src/shared/query/query'
import { searchTextOf } from '../../../../src/shared/titles'
import { context, listRow, meets, noonS, rows as anyRow } from './rows'

/** A living list, and which of its indexes a query finds. */
function list(...start: ListRow[]) {
  const rows: ListRow[] = []
  const texts: string[] = []
  const columns = createColumns(rows, texts)
  const put = (index: number, row: ListRow) => {
    rows[index] = row
    texts[index] = searchTextOf(row.media)
  }
  start.forEach((row, index) => put(index, row))
  return {
    rows,
    columns,
    put,
    found(query: string, nowS = noonS) {
      const test = matcherOf(readQuery(query).conditions, columns, { ...context, nowS })
      return rows.flatMap((_, index) => (test(index) ? [index] : []))
    },
  }
}

test('a row that was replaced is read again', () => {
  const { found, put } = list(
    listRow({ score: 80, notes: 'tea', customLists: ['Best'] }),
    listRow({ score: 20 }),
  )
  expect(found('score>50')).toEqual([0])
  expect(found('notes:tea')).toEqual([0])
  expect(found('list:best')).toEqual([0])

  put(0, listRow({ score: 10 }))
  put(1, listRow({ score: 90, notes: 'Tea', customLists: ['Best'] }))

  expect(found('score>50')).toEqual([1])
  expect(found('notes:tea')).toEqual([1])
  expect(found('list:best')).toEqual([1])
})

test('rows that come later are found', () => {
  const { found, put, rows } = list(listRow({ score: 80 }))
  expect(found('score>50')).toEqual([0])
  expect(found('tag:drama')).toEqual([])

  for (let count = 1; count < 200; count += 1)
    put(rows.length, listRow({ score: count % 100 }, { genres: ['Drama'] }))

  expect(found('score:99')).toEqual([99, 199])
  expect(found('tag:drama')).toHaveLength(199)
})

test('what depends on the time is asked anew as time goes by', () => {
  const row = listRow({ progress: 1 }, { nextEpisode: { episode: 2, airingAt: noonS + 60 } })
  const { found } = list(row)

  expect(found('behind>0')).toEqual([])
  expect(found('behind>0', noonS + 60)).toEqual([0])
})

test('knows every name once, and how many have it', () => {
  const { columns } = list(
    listRow({}, { tags: ['Time Travel'], genres: ['Drama'] }),
    listRow({}, { genres: ['Drama', 'Comedy'] }),
  )

  expect(columns.names('tag')).toMatchObject({
    names: ['Time Travel', 'Drama', 'Comedy'],
    counts: [1, 2, 1],
  })
  expect(columns.names('status')).toBeNull()
})

test('says the same of many rows as of each by itself, also after edits', () => {
  const queries = ['score>60', 'tag:ecchi', 'status:planned', 'list:mia', 'notes:any', 'left<5']
  fc.assert(
    fc.property(
      fc.array(anyRow, { minLength: 1, maxLength: 20 }),
      fc.array(fc.tuple(fc.nat(25), anyRow), { maxLength: 10 }),
      (start, edits) => {
        const { rows, put, found } = list(...start)
        for (const query of queries) found(query)
        for (const [at, row] of edits) put(Math.min(at, rows.length), row)
        for (const query of queries) {
          const alone = rows.flatMap((row, index) => (meets(query, row) ? [index] : []))
          expect(found(query)).toEqual(alone)
        }
      },
    ),
  )
})
