import { expect, test } from 'vitest'
import { file, type List, picks, run } from '../support/compare'

const missing = { mode: 'equal', removeMissing: true } as const
const two: List = { 'anime:1': {}, 'anime:2': {}, 'manga:3': {} }

test('what is missing in the file stays, unless it is to go', () => {
  const backup = file([{ fields: { status: 'planned' } }])

  expect(run(backup, ['anime:1'], two, { mode: 'equal' }).plan).toEqual([])
  const { plan, missing: titles } = run(backup, ['anime:1'], two, missing)
  expect(titles).toEqual(['anime:2'])
  expect(plan).toEqual([
    { ref: { accountId: 1, title: 'anime:2' }, type: 'remove', patch: {}, keptHere: [], row: 0 },
  ])
})

test('nothing goes after a file that was not understood whole', () => {
  const backup = file([{}])

  for (const code of [
    'cut-short',
    'damaged-archive',
    'row-not-read',
    'crooked-rows',
    'counts-differ',
  ] as const) {
    expect(run({ ...backup, warnings: [{ code }] }, ['anime:1'], two, missing).plan).toEqual([])
  }
  const lost = file([{}, {}])
  const unmatched = { type: 'unmatched', reason: 'not-found' } as const
  expect(run(lost, ['anime:1', unmatched], two, missing).plan).toEqual([])
})

test('nothing goes while gaps are filled, nor of a kind that is unticked', () => {
  const backup = file([{}])

  expect(run(backup, ['anime:1'], two, { removeMissing: true }).plan).toEqual([])
  const off = picks({ kindsOff: new Set(['anime']) })
  expect(run(backup, ['anime:1'], two, { ...missing, picks: off }).plan).toEqual([])
})
