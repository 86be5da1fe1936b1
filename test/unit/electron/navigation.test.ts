import { expect, test } from 'vitest'
import { createNavigation } from '../../electron/window/navigation.ts'
import type { Page } from '../../electron/window/page.ts'

/** Only what opening a URL needs of a page. */
function createPage(answer: { errorText?: string; loaderId?: string }) {
  return { send: () => Promise.resolve(answer) } as unknown as Page
}
const opens = createPage({ loaderId: '1' })

test('opening ends when the document has loaded', async () => {
  const navigation = createNavigation((url) => url)
  let isOpen = false

  const opening = navigation.load(opens, 'https://host/').then(() => (isOpen = true))
  await Promise.resolve()
  expect(isOpen).toBe(false)
  navigation.loaded()
  await opening

  expect(isOpen).toBe(true)
})

test('a part of the same document is open at once', async () => {
  const navigation = createNavigation((url) => url)

  await expect(navigation.load(createPage({}), 'https://host/#b')).resolves.toBeUndefined()
})

test('a document that cannot be had fails with the words of Electron', async () => {
  const navigation = createNavigation((url) => url)
  const fails = createPage({ errorText: 'net::ERR_NAME_NOT_RESOLVED' })

  await expect(navigation.load(fails, 'https://host/')).rejects.toThrow(
    "ERR_NAME_NOT_RESOLVED (-2) loading 'https://host/'",
  )
})

test('opening something else, or losing the page, ends what was under way', async () => {
  const navigation = createNavigation((url) => url)

  const first = navigation.load(opens, 'https://host/1')
  const second = navigation.load(opens, 'https://host/2')
  await expect(first).rejects.toThrow('ERR_ABORTED')
  navigation.lost()
  await expect(second).rejects.toThrow('ERR_FAILED')
})

test('what the app opens and what is shown are expected, anything else is the page', () => {
  const navigation = createNavigation((url) => url.replace('app://', 'https://'))
  void navigation.load(opens, 'app://bundle/index.html#/a').catch(() => {})

  expect(navigation.isExpected('https://bundle/index.html')).toBe(true)
  navigation.show('https://bundle/other.html#/b')
  expect(navigation.isExpected('https://bundle/other.html')).toBe(true)
  expect(navigation.isExpected('https://example.org/')).toBe(false)
})
