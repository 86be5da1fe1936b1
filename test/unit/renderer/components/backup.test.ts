import { afterEach, expect, test } from 'vitest'
import DoubtfulItem from '../../../../src/renderer/src/components/backup/DoubtfulItem.vue'
import PreviewItem from '../../../../src/renderer/src/components/backup/PreviewItem.vue'
import type { PreviewRow } from '../../../../src/shared/backup'
import { show } from '../support/mounting'

afterEach(() => (document.body.innerHTML = ''))

const row: PreviewRow = {
  row: 3,
  kind: 'anime',
  name: 'Mushishi 2',
  title: null,
  class: 'doubtful',
  picked: true,
  changes: [],
  candidates: [
    {
      title: 'anime:1',
      name: 'Mushishi',
      year: 2005,
      format: 'tv',
      units: 26,
      confidence: 0.58,
      evidence: ['similar-title'],
    },
  ],
  refused: null,
  duplicateOf: null,
  titles: ['Mushishi 2'],
  year: 2014,
  units: 1,
  warnings: [],
}

test('a doubtful row stands beside what it may mean, with parts in words', () => {
  const item = show(DoubtfulItem, { row })

  expect(item.text()).toContain('2014 · 1 episode')
  expect(item.text()).toContain('TV · 2005 · 26 episodes · 58')
})

test('keys choose a candidate or leave the row out, and keys of the window stay theirs', async () => {
  const item = show(DoubtfulItem, { row: { ...row, kind: 'manga' } })

  await item.trigger('keydown', { key: '1' })
  await item.trigger('keydown', { key: 's' })
  await item.trigger('keydown', { key: '2' })
  await item.trigger('keydown', { key: '1', ctrlKey: true })

  expect(item.emitted('resolve')).toEqual([['anime:1'], [null]])
  expect(item.text()).toContain('26 chapters')
})

test('of advanced scores those are shown that change, on both sides', () => {
  const change = {
    field: 'advancedScores',
    from: { Story: 100, Audio: 90 },
    to: { Story: 80, Audio: 90, Visuals: 70 },
    picked: true,
    loss: null,
    assumed: false,
  } as const
  const item = show(PreviewItem, {
    row: { ...row, class: 'changed', title: 'anime:1', changes: [change] },
    account: null,
  })

  expect(item.text()).toContain('Story 100')
  expect(item.text()).toContain('Story 80')
  expect(item.text()).toContain('Visuals 70')
  expect(item.text()).not.toContain('Audio')
})

test('ticks choose a row or one field of it', async () => {
  const change = {
    field: 'score',
    from: null,
    to: 90,
    picked: true,
    loss: null,
    assumed: false,
  } as const
  const item = show(PreviewItem, {
    row: { ...row, class: 'changed', title: 'anime:1', changes: [change] },
    account: null,
  })

  const [whole, field] = item.findAll('input')
  await whole!.setValue(false)
  await field!.setValue(false)

  expect(item.emitted('choose')).toEqual([
    [{ type: 'row', row: 3, on: false }],
    [{ type: 'cell', row: 3, field: 'score', on: false }],
  ])
})
