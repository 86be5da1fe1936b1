import { expect, test } from 'vitest'
import {
  extend,
  nothingSelected,
  toggle,
  without,
} from '../../../../src/renderer/src/library/selection'
import { titleKey, type TitleKey } from '../../../../src/shared/media'

const all: readonly TitleKey[] = [1, 2, 3, 4, 5].map((id) => titleKey('anime', id))
const between = (from: TitleKey, to: TitleKey) => {
  const [one = 0, other = 0] = [all.indexOf(from), all.indexOf(to)].toSorted()
  return all.slice(one, other + 1)
}

test('one after the other, and off again', () => {
  const one = toggle(nothingSelected, 'anime:2')
  const two = toggle(one, 'anime:4')

  expect([...two.titles]).toEqual(['anime:2', 'anime:4'])
  expect([...toggle(two, 'anime:2').titles]).toEqual(['anime:4'])
})

test('a range goes from the last one chosen, whichever way, and keeps its begin', () => {
  const begun = toggle(nothingSelected, 'anime:4')
  const up = extend(begun, 'anime:2', between)
  const down = extend(up, 'anime:5', between)

  expect([...up.titles].toSorted()).toEqual(['anime:2', 'anime:3', 'anime:4'])
  expect([...down.titles].toSorted()).toEqual(['anime:2', 'anime:3', 'anime:4', 'anime:5'])
})

test('a range from nowhere is one title', () => {
  expect([...extend(nothingSelected, 'anime:3', between).titles]).toEqual(['anime:3'])
})

test('what is gone is not selected any more; nothing changes otherwise', () => {
  const some = toggle(toggle(nothingSelected, 'anime:1'), 'anime:2')

  expect(without(some, () => true)).toBe(some)
  expect([...without(some, (title) => title !== 'anime:1').titles]).toEqual(['anime:2'])
})
