import { expect, test } from 'vitest'
import { ref, shallowRef } from 'vue'
import { useShownRows } from '../../../../src/renderer/src/composables/use-shown-rows'
import { createRowSet, type RowSet } from '../../../../src/renderer/src/library/row-set'
import type { ListRow } from '../../../../src/shared/entry'
import type { Grouping } from '../../../../src/renderer/src/library/groups'
import type { ListTab, Sort } from '../../../../src/shared/library-view'
import type { TitleKey } from '../../../../src/shared/media'
import type { TitleChoice } from '../../../../src/shared/title-choice'
import { row } from '../support/builders'

function setUp(rows: readonly ListRow[]) {
  const set = createRowSet()
  rows.forEach((each) => set.put(each))
  const state = {
    set: shallowRef<RowSet | null>(set),
    first: shallowRef<{ rows: readonly ListRow[]; total: number } | null>(null),
    tab: shallowRef<ListTab>({ type: 'status', status: 'current' }),
    sort: shallowRef<Sort>({ key: 'title', descending: false }),
    titles: shallowRef<TitleChoice>({ language: 'romaji', own: {} }),
    grouping: ref<Grouping>('none'),
    pinned: shallowRef<TitleKey | null>(null),
    adult: ref<'shown' | 'hidden'>('hidden'),
    filter: ref(''),
    arrivals: ref(0),
    moves: ref(0),
    touches: ref(0),
    resorts: ref(0),
    nowS: () => 0,
    scores: () => ({ scoreFormat: 'point-100', scoreTable: 'anilist' }) as const,
  }
  const shown = useShownRows(state)
  const titles = () =>
    Array.from({ length: shown.count.value }, (_, place) => shown.rowAt(place)?.media.titles.romaji)
  return { set, state, shown, titles }
}

const some = [
  row('anime:1', 'Mushishi', { score: 90 }),
  row('anime:2', 'Aria', { score: 70 }),
  row('anime:3', 'Orb', { status: 'planned' }),
  row('anime:4', 'Secret', {}, { adult: true }),
]

test('shows the rows of the tab in order', () => {
  const { titles, state } = setUp(some)

  expect(titles()).toEqual(['Aria', 'Mushishi'])

  state.sort.value = { key: 'score', descending: true }
  expect(titles()).toEqual(['Mushishi', 'Aria'])

  state.tab.value = { type: 'status', status: 'planned' }
  expect(titles()).toEqual(['Orb'])
})

test('counts adult titles that are not shown, and shows them when wanted', () => {
  const { titles, state, shown } = setUp(some)

  expect(shown.hiddenAdult.value).toBe(1)

  state.adult.value = 'shown'
  expect(titles()).toContain('Secret')
  expect(shown.hiddenAdult.value).toBe(0)
})

test('counts only those hidden titles that would have been found', () => {
  const { titles, state, shown } = setUp(some)

  state.filter.value = 'secret'
  expect(titles()).toEqual([])
  expect(shown.hiddenAdult.value).toBe(1)

  state.filter.value = 'score>80'
  expect(titles()).toEqual(['Mushishi'])
  expect(shown.hiddenAdult.value).toBe(0)
})

test('shows the nearest titles where nothing matches, and tells what makes no sense', () => {
  const { titles, state, shown } = setUp(some)

  state.filter.value = 'mushisi'
  expect(titles()).toEqual(['Mushishi'])
  expect(shown.similar.value).toBe(true)

  state.filter.value = 'score>good'
  expect(shown.similar.value).toBe(false)
  expect(shown.problems.value).toMatchObject([{ reason: 'not-a-number' }])
})

test('filters as one types', () => {
  const { titles, state } = setUp(some)

  state.filter.value = 'mush'
  expect(titles()).toEqual(['Mushishi'])

  state.filter.value = ''
  expect(titles()).toEqual(['Aria', 'Mushishi'])
})

test('an edit shows at once and moves no row, also when it is what one sorts by', () => {
  const { titles, state, set, shown } = setUp(some)
  state.sort.value = { key: 'score', descending: true }
  expect(titles()).toEqual(['Mushishi', 'Aria'])

  set.put(row('anime:2', 'Aria', { score: 100 }))
  state.touches.value += 1

  expect(titles()).toEqual(['Mushishi', 'Aria'])
  expect(shown.rowAt(1)?.entry.score).toBe(100)

  state.resorts.value += 1
  expect(titles()).toEqual(['Aria', 'Mushishi'])
})

test('a row that changes its status leaves, and comes back to its place', () => {
  const { titles, state, set } = setUp(some)
  expect(titles()).toEqual(['Aria', 'Mushishi'])

  set.put(row('anime:2', 'Aria', { status: 'completed' }))
  state.moves.value += 1
  expect(titles()).toEqual(['Mushishi'])

  set.put(row('anime:2', 'Aria'))
  state.moves.value += 1
  expect(titles()).toEqual(['Aria', 'Mushishi'])
})

test('a row that arrives is put in order', () => {
  const { titles, state, set } = setUp(some)
  expect(titles()).toEqual(['Aria', 'Mushishi'])

  set.put(row('anime:9', 'Frieren'))
  state.arrivals.value += 1
  state.moves.value += 1

  expect(titles()).toEqual(['Aria', 'Frieren', 'Mushishi'])
})

test('before the whole list is here, the first screenful stands at its final height', () => {
  const { state, shown, set } = setUp(some)
  state.set.value = null
  state.first.value = { rows: [some[1]!], total: 2 }

  expect(shown.count.value).toBe(2)
  expect(shown.rowAt(0)).toBe(some[1])
  expect(shown.rowAt(1)).toBeUndefined()
  expect(shown.placeOf(some[1]!)).toBe(0)

  state.set.value = set
  expect(shown.count.value).toBe(2)
  expect(shown.rowAt(0)).toBe(some[1])
})

test('knows the place of a row', () => {
  const { shown } = setUp(some)

  expect(shown.placeOf(some[0]!)).toBe(1)
  expect(shown.placeOf(some[2]!)).toBe(-1)
})

test('groups keep the order inside and say where each begins', () => {
  const { titles, state, shown } = setUp(some)
  state.tab.value = { type: 'all' }
  state.adult.value = 'shown'
  state.grouping.value = 'status'

  expect(titles()).toEqual(['Aria', 'Mushishi', 'Secret', 'Orb'])
  expect(shown.sections.value.map(({ from, count }) => [from, count])).toEqual([
    [0, 3],
    [3, 1],
  ])
  expect(shown.titlesFrom(3, 1)).toEqual(['anime:1', 'anime:4', 'anime:3'])
})

test('a title of its own language is sorted by what is shown', () => {
  const { titles, state } = setUp(some)

  state.titles.value = { language: 'english', own: {} }
  expect(titles()).toEqual(['Aria', 'Mushishi'])
})

test('a row that one is at stays until one leaves it', () => {
  const { set, titles, state } = setUp(some)
  expect(titles()).toEqual(['Aria', 'Mushishi'])
  state.pinned.value = 'anime:2'
  set.put(row('anime:2', 'Aria', { status: 'completed' }))
  state.moves.value += 1

  expect(titles()).toEqual(['Aria', 'Mushishi'])

  state.pinned.value = null
  expect(titles()).toEqual(['Mushishi'])
})

test('says how many rows the filter hides', () => {
  const { state, shown } = setUp(some)
  expect(shown.hiddenByFilter.value).toBe(0)

  state.filter.value = 'aria'
  expect(shown.hiddenByFilter.value).toBe(2)
})

test('a row that one is at stays although the filter does not want it any more', () => {
  const { set, titles, state } = setUp(some)
  state.filter.value = 'score<80'
  expect(titles()).toEqual(['Aria'])
  state.pinned.value = 'anime:2'
  set.put(row('anime:2', 'Aria', { score: 95, status: 'completed' }))
  state.moves.value += 1

  expect(titles()).toEqual(['Aria'])

  state.pinned.value = null
  expect(titles()).toEqual([])
})
