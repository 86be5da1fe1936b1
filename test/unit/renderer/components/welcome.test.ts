import { afterEach, expect, test } from 'vitest'
import WelcomePage from '../../../../src/renderer/src/components/accounts/WelcomePage.vue'
import { show } from '../support/mounting'

afterEach(() => (document.body.innerHTML = ''))

function dropFile(file: File) {
  const event = new Event('drop', { cancelable: true })
  Object.assign(event, { dataTransfer: { files: [file], types: ['Files'] } })
  window.dispatchEvent(event)
  return event
}

test('a list that is dropped on the first page is brought along', () => {
  const page = show(WelcomePage, { starting: null, failure: null })
  const file = new File(['<myanimelist/>'], 'list.xml')

  const event = dropFile(file)

  expect(page.emitted('bring')).toEqual([['anilist', file]])
  expect(event.defaultPrevented).toBe(true)
})

test('a page that is gone takes nothing any more', () => {
  const page = show(WelcomePage, { starting: null, failure: null })
  page.unmount()

  dropFile(new File(['x'], 'list.xml'))

  expect(page.emitted('bring')).toBeUndefined()
})
