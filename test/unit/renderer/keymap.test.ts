import { expect, test } from 'vitest'
import { bindingsWith, readOwnKeys, takenBy } from '../../../src/renderer/src/keymap'
import { bindingOf, keyBindings } from '../../../src/renderer/src/keys'

const press = (key: string) =>
  ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }) as const

test('a key of the own takes the place of the usual ones', () => {
  const bindings = bindingsWith({ plus: ['p'] })

  expect(bindingOf(press('p'), 'on', bindings)?.action).toBe('plus')
  expect(bindingOf(press('+'), 'on', bindings)).toBeNull()
  expect(bindingOf(press('j'), 'on', bindings)?.action).toBe('down')
})

test('something can be left without a key', () => {
  expect(bindingOf(press('r'), 'on', bindingsWith({ random: [] }))).toBeNull()
})

test.each([null, 7, [], 'p', { plus: 'p' }, { plus: [''] }, { dance: ['x'] }, { close: ['x'] }])(
  'what is not understood changes nothing: %o',
  (kept) => {
    expect(bindingsWith(readOwnKeys(kept))).toEqual(keyBindings)
  },
)

test('tells who has a key already, also as the first of a pair', () => {
  expect(takenBy('j', 'plus', keyBindings)).toBe('down')
  expect(takenBy('g', 'plus', keyBindings)).toBe('go-library')
  expect(takenBy('j x', 'plus', keyBindings)).toBe('down')
  expect(takenBy('j', 'down', keyBindings)).toBeNull()
  expect(takenBy('p', 'plus', keyBindings)).toBeNull()
})

test('at first nothing stands in the way of anything', () => {
  for (const { action, keys } of keyBindings) {
    for (const key of keys) expect(takenBy(key, action, keyBindings)).toBeNull()
  }
})
