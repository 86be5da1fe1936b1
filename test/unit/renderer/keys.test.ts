import { expect, test } from 'vitest'
import { bindingOf, keyBindings } from '../../../src/renderer/src/keys'
import { en } from '../../../src/renderer/src/messages/en'

function press(
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', true>> = {},
) {
  return { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held }
}

test.each([
  ['j', 'down'],
  ['ArrowUp', 'up'],
  ['+', 'plus'],
  ['3', 'status'],
  ['?', 'help'],
])('%s means %s', (key, action) => {
  expect(bindingOf(press(key), 'on')?.action).toBe(action)
})

test('Ctrl and Command mean the same', () => {
  expect(bindingOf(press('z', { ctrlKey: true }), 'on')?.action).toBe('undo')
  expect(bindingOf(press('z', { metaKey: true }), 'on')?.action).toBe('undo')
  expect(bindingOf(press('Z', { ctrlKey: true, shiftKey: true }), 'on')?.action).toBe('redo')
})

test('keys with Alt belong to the system', () => {
  expect(bindingOf(press('j', { altKey: true }), 'on')).toBeNull()
})

test('one-letter keys can be off; the others stay', () => {
  expect(bindingOf(press('j'), 'off')).toBeNull()
  expect(bindingOf(press('1'), 'off')).toBeNull()
  expect(bindingOf(press('ArrowDown'), 'off')?.action).toBe('down')
  expect(bindingOf(press('z', { ctrlKey: true }), 'off')?.action).toBe('undo')
})

test('no key means two things', () => {
  const keys = keyBindings.flatMap((binding) => binding.keys)

  expect(new Set(keys).size).toBe(keys.length)
})

test('every action has a name', () => {
  for (const { action } of keyBindings) expect(en.keys.actions[action]).toBeTruthy()
})
