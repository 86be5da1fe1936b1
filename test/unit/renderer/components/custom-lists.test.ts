import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import CustomLists from '../../../../src/renderer/src/components/accounts/CustomLists.vue'
import { account } from '../support/builders'
import { type FakeBridge, installFakeBridge } from '../support/fake-bridge'
import { freshStores, show } from '../support/mounting'

let main: FakeBridge

beforeEach(() => {
  main = installFakeBridge({
    'accounts:create-lists': () => account(),
    'accounts:remove-list': () => account(),
  })
  freshStores()
})

afterEach(() => (document.body.innerHTML = ''))

const listed = () => show(CustomLists, { account: account() })

test('a list is made of the kind that was chosen', async () => {
  const shown = listed()
  const choice = shown.get('select')
  choice.element.selectedIndex = 1
  await choice.trigger('change')
  await shown.get('input').setValue('  Rainy days ')
  await shown.get('form').trigger('submit')
  await flushPromises()

  expect(main.argsOf('accounts:create-lists')).toEqual([[account().id, { manga: ['Rainy days'] }]])
  expect(shown.get('input').element.value).toBe('')
})

test('a list that is there already is not made again', async () => {
  const shown = listed()
  await shown.get('input').setValue('With Mia')
  await shown.get('form').trigger('submit')
  await flushPromises()

  expect(main.argsOf('accounts:create-lists')).toEqual([])
})

test('a list is removed only after a second word', async () => {
  const shown = listed()
  await shown.get('li button').trigger('click')
  expect(main.argsOf('accounts:remove-list')).toEqual([])

  const buttons = shown.findAll('[role=dialog] button')
  await buttons.find((button) => button.text() === 'Remove')?.trigger('click')
  await flushPromises()

  expect(main.argsOf('accounts:remove-list')).toEqual([[account().id, 'anime', 'With Mia']])
})
