import { afterEach, expect, test, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import FilterField from '../../../../src/renderer/src/components/finding/FilterField.vue'
import { complete } from '../../../../src/shared/query/complete'
import { show } from '../support/mounting'

afterEach(() => (document.body.innerHTML = ''))

/** A field that is typed into as a user would, with the text that it holds. */
function field(start = '') {
  const text = ref(start)
  const leave = vi.fn()
  const wrapper = show(
    defineComponent(() => {
      const cursor = ref<number | null>(null)
      return () =>
        h(FilterField, {
          modelValue: text.value,
          'onUpdate:modelValue': (typed: string) => (text.value = typed),
          cursor: cursor.value,
          'onUpdate:cursor': (at: number | null) => (cursor.value = at),
          complete: (typed: string, at: number) =>
            complete(typed, at, { language: 'en', names: () => ['Drama'], most: 12 }),
          invalid: false,
          onLeave: leave,
        })
    }),
  )
  const input = wrapper.get<HTMLInputElement>('input')
  const options = () => wrapper.findAll('[role=option]').map((option) => option.text())
  return {
    text,
    leave,
    input,
    options,
    wrapper,
    async type(typed: string) {
      input.element.focus()
      await input.setValue(typed)
      input.element.setSelectionRange(typed.length, typed.length)
      await input.trigger('keyup')
    },
    press: (key: string, init: Partial<KeyboardEventInit> = {}) =>
      input.trigger('keydown', { key, ...init }),
  }
}

test('offers fields as one types, and takes one by keyboard', async () => {
  const { type, press, options, text, input } = field()

  await type('sta')
  expect(options()[0]).toContain('status')
  expect(input.attributes('aria-expanded')).toBe('true')

  await press('ArrowDown')
  expect(input.attributes('aria-activedescendant')).toBeTruthy()
  await press('Enter')
  expect(text.value).toBe('status:')
  expect(options()).toContain('planned')

  await press('ArrowDown')
  await press('Enter')
  expect(text.value).toBe('status:current ')
  expect(options()).toEqual([])
})

test('behind a space nothing is offered unasked', async () => {
  const { type, options } = field()

  await type('one ')

  expect(options()).toEqual([])
})

test('takes one by mouse', async () => {
  const { type, wrapper, text } = field()

  await type('genre:dr')
  await wrapper.get('[role=option]').trigger('click')

  expect(text.value).toBe('genre:Drama ')
})

test('Enter and down go to the list while nothing is chosen', async () => {
  const { type, press, leave } = field()

  await type('mushi')
  await press('ArrowDown')
  expect(leave).toHaveBeenCalledTimes(1)

  await type('sta')
  await press('Enter')
  expect(leave).toHaveBeenCalledTimes(2)
})

test('Escape closes what is offered, then clears, then leaves', async () => {
  const { type, press, options, text, leave } = field()
  await type('sta')

  await press('Escape')
  expect(options()).toEqual([])
  expect(text.value).toBe('sta')

  await press('Escape')
  expect(text.value).toBe('')

  await press('Escape')
  expect(leave).toHaveBeenCalledOnce()
})

test('the arrows go round, past the field itself', async () => {
  const { type, press, input } = field()
  await type('private:')

  const chosen = () => input.attributes('aria-activedescendant')?.at(-1)
  const seen = []
  for (let count = 0; count < 4; count += 1) {
    await press('ArrowDown')
    seen.push(chosen())
  }
  expect(seen).toEqual(['0', '1', undefined, '0'])
  await press('ArrowUp')
  expect(chosen()).toBeUndefined()
})

test('everything that can be asked for is shown on demand', async () => {
  const { press, options, input, wrapper } = field()
  input.element.focus()
  await input.trigger('focus')

  await press('ArrowDown', { altKey: true })
  expect(options()).toHaveLength(12)

  await press('Escape')
  await wrapper.get('[aria-label="What one can ask for"]').trigger('click')
  expect(options()).toHaveLength(12)
})
