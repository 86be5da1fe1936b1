import { expect, test } from 'vitest'
import type { ShownRow } from '../../../../../src/main/backup/thread/messages'
import { previewRow } from '../../../../../src/main/services/backup/preview-rows'
import { unknownMedia } from '../../../../../src/shared/media'
import { title } from '../../backup/support/catalogue'

const row: ShownRow = {
  row: 1,
  kind: 'anime',
  name: 'Detective Conan Movie',
  title: null,
  class: 'doubtful',
  picked: true,
  changes: [],
  candidates: [],
  refused: null,
  duplicateOf: null,
  titles: ['Detective Conan Movie'],
  hints: null,
  warnings: [],
  kept: [],
}
const candidate = { title: 'anime:12117', confidence: 0.56, evidence: ['similar-title'] } as const

test('a candidate that is in no table of the database is called as it was found', () => {
  const known = title('anime:12117', ['Detektiv Conan', 'Meitantei'], {
    format: 'movie',
    year: 2012,
    episodes: 1,
  })

  const shown = previewRow({ ...row, candidates: [{ ...candidate, known }] }, unknownMedia)

  expect(shown.candidates).toEqual([
    { ...candidate, name: 'Detektiv Conan', format: 'movie', year: 2012, units: 1 },
  ])
})

test('what the database knows of a candidate comes first', () => {
  const known = title('anime:12117', ['Other'], { year: 1990, episodes: 3 })
  const mediaOf = (key: 'anime:12117') => ({
    ...unknownMedia(key),
    titles: { romaji: 'Meitantei Conan', english: null, native: null },
    format: 'movie' as const,
    seasonYear: 2012,
    episodes: 1,
  })

  const shown = previewRow({ ...row, candidates: [{ ...candidate, known }] }, mediaOf as never)

  expect(shown.candidates).toMatchObject([
    { name: 'Meitantei Conan', year: 2012, format: 'movie', units: 1 },
  ])
})

test('a candidate of which nothing is known still has its key', () => {
  const shown = previewRow({ ...row, candidates: [{ ...candidate, known: null }] }, unknownMedia)

  expect(shown.candidates).toMatchObject([{ name: 'anime:12117', year: null, units: null }])
})

test('long texts are cut, so that a page of rows stays small', () => {
  const long = 'a'.repeat(2_000)
  const change = {
    field: 'notes',
    from: '',
    to: long,
    picked: true,
    loss: null,
    assumed: false,
  } as const

  const shown = previewRow({ ...row, name: long, changes: [change] }, unknownMedia)

  expect(shown.name).toHaveLength(401)
  expect(shown.changes[0]?.to).toHaveLength(401)
})
