import { expect, test } from 'vitest'
import {
  fitColumns,
  movedTo,
  possibleColumns,
  readColumns,
  resized,
  toggled,
  tracksOf,
  usualColumns,
} from '../../../../src/renderer/src/library/columns'

const usual = usualColumns('anime')
const ids = (columns: readonly { id: string }[]) => columns.map(({ id }) => id)

test('a column is added at the end and taken away', () => {
  const more = toggled(usual, 'season')

  expect(ids(more)).toEqual([...ids(usual), 'season'])
  expect(toggled(more, 'season')).toEqual(usual)
})

test('a column moves to where it is dropped, and no further than the ends', () => {
  expect(ids(movedTo(usual, 'next', 0))[0]).toBe('next')
  expect(ids(movedTo(usual, 'format', 99)).at(-1)).toBe('format')
  expect(movedTo(usual, 'notes', 0)).toEqual(usual)
})

test('a width stays within reason', () => {
  expect(resized(usual, 'score', 5).find(({ id }) => id === 'score')?.width).toBe(40)
  expect(resized(usual, 'score', 9999).find(({ id }) => id === 'score')?.width).toBe(480)
})

test('where there is no room the least important go first, and the title keeps its own', () => {
  expect(fitColumns(usual, 1064, 1)).toEqual(usual)
  expect(ids(fitColumns(usual, 640, 1))).not.toContain('format')
  expect(ids(fitColumns(usual, 460, 1))).toEqual(['progress'])
  expect(fitColumns(usual, 200, 1)).toEqual([])
  expect(fitColumns(usual, 1064, 2).length).toBeLessThan(usual.length)
})

test('one more and one less stand beside the progress', () => {
  expect(tracksOf([{ id: 'progress', width: 96 }])).toBe(
    'minmax(0, 1fr) 6rem 4.25rem 2.25rem 2.25rem',
  )
})

test('volumes are for manga', () => {
  expect(possibleColumns('anime')).not.toContain('volumes')
  expect(possibleColumns('manga')).toContain('volumes')
  expect(ids(usualColumns('manga'))).toContain('volumes')
})

test.each([undefined, null, 'all', 7, {}])('no columns are remembered as: %o', (kept) => {
  expect(readColumns(kept)).toBeNull()
})

test('of remembered columns what makes no sense is left out', () => {
  const kept = [
    { id: 'score', width: 90 },
    { id: 'colour', width: 90 },
    { id: 'score', width: 50 },
    { id: 'notes', width: 'wide' },
    null,
  ]

  expect(readColumns(kept)).toEqual([
    { id: 'score', width: 90 },
    { id: 'notes', width: 176 },
  ])
})
