import { afterEach, expect, test, vi } from 'vitest'
import { type EffectScope, effectScope } from 'vue'
import { useKeys } from '../../../../src/renderer/src/composables/use-keys'

let scope: EffectScope | undefined

afterEach(() => {
  scope?.stop()
  document.body.innerHTML = ''
})

function listen(single: 'on' | 'off' = 'on', active = true) {
  const handlers = { plus: vi.fn(), open: vi.fn(), close: vi.fn(), undo: vi.fn() }
  scope = effectScope()
  scope.run(() => useKeys(handlers, { singleKeys: () => single, active: () => active }))
  return handlers
}

function press(key: string, html = '<p id="at"></p>', init: KeyboardEventInit = {}) {
  document.body.innerHTML = html
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
  document.querySelector('#at')!.dispatchEvent(event)
  return event
}

test('runs what a key stands for, and keeps it from doing anything else', () => {
  const { plus } = listen()

  expect(press('+').defaultPrevented).toBe(true)
  expect(plus).toHaveBeenCalledOnce()
})

test('leaves other keys alone', () => {
  listen()

  expect(press('x').defaultPrevented).toBe(false)
})

test.each(['<input id="at" />', '<textarea id="at"></textarea>'])(
  'in %s keys are typed',
  (html) => {
    const { plus, undo } = listen()

    press('+', html)
    press('z', html, { ctrlKey: true })

    expect(plus).not.toHaveBeenCalled()
    expect(undo).not.toHaveBeenCalled()
  },
)

test('Escape leaves a field too', () => {
  const { close } = listen()

  press('Escape', '<input id="at" />')

  expect(close).toHaveBeenCalledOnce()
})

test.each(['dialog', 'menu', 'listbox'])('a %s has its own keys', (role) => {
  const { plus, close } = listen()

  press('+', `<div role="${role}"><button id="at"></button></div>`)
  press('Escape', `<div role="${role}"><button id="at"></button></div>`)

  expect(plus).not.toHaveBeenCalled()
  expect(close).not.toHaveBeenCalled()
})

test('Enter on a button presses the button', () => {
  const { open, plus } = listen()

  expect(press('Enter', '<button id="at"></button>').defaultPrevented).toBe(false)
  press('+', '<button id="at"></button>')

  expect(open).not.toHaveBeenCalled()
  expect(plus).toHaveBeenCalledOnce()
})

test('one-letter keys can be off', () => {
  const { plus, undo } = listen('off')

  press('+')
  press('z', undefined, { ctrlKey: true })

  expect(plus).not.toHaveBeenCalled()
  expect(undo).toHaveBeenCalledOnce()
})

test('a view that is not shown has no keys', () => {
  const { plus } = listen('on', false)

  press('+')

  expect(plus).not.toHaveBeenCalled()
})
