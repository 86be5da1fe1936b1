import { expect, test } from 'vitest'
import {
  memoryName,
  readMemory,
  sameMemory,
} from '../../../../src/renderer/src/library/view-memory'

const place = { kind: 'anime', tab: { type: 'status', status: 'planned' } } as const
const usual = {
  sort: { key: 'title', descending: false },
  layout: 'table',
  columns: null,
  grouping: 'none',
  coverSize: 'medium',
  filter: '',
} as const

test('remembers each list by itself', () => {
  const other = { kind: 'manga', tab: { type: 'all' } } as const
  const kept = {
    sort: { key: 'score', descending: true },
    layout: 'grid',
    columns: [{ id: 'score', width: 80 }],
    grouping: 'season',
    coverSize: 'large',
    filter: 'score>8',
  }
  const views = { [memoryName(place)]: kept }

  expect(readMemory(views, place)).toEqual(kept)
  expect(readMemory(views, other)).toEqual(usual)
})

test('two memories are the same when they say the same', () => {
  const kept = { ...usual, sort: { key: 'score', descending: true }, layout: 'grid' } as const

  expect(sameMemory(kept, structuredClone(kept))).toBe(true)
  expect(sameMemory(kept, { ...kept, layout: 'table' })).toBe(false)
  expect(sameMemory(kept, { ...kept, sort: { key: 'score', descending: false } })).toBe(false)
})

test.each([undefined, null, 'grid', {}, { sort: 'up', layout: 7 }, { sort: { key: 'colour' } }])(
  'anything that is not understood is as usual: %o',
  (kept) => {
    expect(readMemory({ [memoryName(place)]: kept }, place)).toEqual(usual)
  },
)
