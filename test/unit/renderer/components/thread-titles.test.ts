import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import ThreadTitles from '../../../../src/renderer/src/components/forum/ThreadTitles.vue'
import { createRowSet } from '../../../../src/renderer/src/library/row-set'
import { useAccountsStore } from '../../../../src/renderer/src/stores/accounts'
import { useLibraryStore } from '../../../../src/renderer/src/stores/library'
import { type Media, type TitleKey, unknownMedia } from '../../../../src/shared/media'
import { wholePage } from '../../../../src/shared/community/paging'
import { account, row } from '../support/builders'
import { type FakeBridge, installFakeBridge } from '../support/fake-bridge'
import { freshStores, show } from '../support/mounting'

let main: FakeBridge

function media(key: TitleKey, name: string): Media {
  return { ...unknownMedia(key), titles: { romaji: name, english: null, native: null } }
}
const mushishi = media('anime:457', 'Mushishi')

beforeEach(async () => {
  main = installFakeBridge({
    'accounts:list': () => [account()],
    'reviews:title': (_account, key) => (key === mushishi.key ? mushishi : unknownMedia(key)),
    'discover:find': (_look, kind, text) => ({
      value: wholePage(kind === 'anime' && text === 'mushi' ? [mushishi] : []),
      askedAt: 0,
      isFresh: true,
    }),
    'looks:leave': () => undefined,
  })
  freshStores()
  await useAccountsStore().load()
})

afterEach(() => (document.body.innerHTML = ''))

async function typed(text: string, chosen: readonly TitleKey[] = []) {
  const shown = show(ThreadTitles, { chosen })
  await shown.get('input').setValue(text)
  return shown
}

test('the service is asked only when one says so', async () => {
  const shown = await typed('mushi')
  await flushPromises()
  expect(main.argsOf('discover:find')).toEqual([])

  const look = shown.findAll('button').find((button) => button.text() === 'Look at AniList')
  await look?.trigger('click')
  await flushPromises()

  expect(shown.text()).toContain('Mushishi')
  expect(main.argsOf('discover:find')).toHaveLength(2)
})

test('a found title is chosen, and the field is free for the next', async () => {
  const shown = await typed('mushi', ['manga:3'])
  await shown.get('input').trigger('keydown', { key: 'Enter' })
  await flushPromises()
  await shown.get('input').trigger('keydown', { key: 'Enter' })

  expect(shown.emitted('change')).toEqual([[['manga:3', 'anime:457']]])
  expect(shown.get('input').element.value).toBe('')
})

test('what is chosen is named, though only its key was kept, and can be taken away', async () => {
  const shown = await typed('', ['anime:457', 'manga:3'])
  await flushPromises()
  expect(shown.text()).toContain('Mushishi')

  await shown.get('[aria-label="Not about Mushishi"]').trigger('click')
  expect(shown.emitted('change')).toEqual([[['manga:3']]])
})

test('a title that is chosen already is not offered again', async () => {
  const shown = await typed('mushi', ['anime:457'])
  await shown.get('input').trigger('keydown', { key: 'Enter' })
  await flushPromises()

  expect(shown.findAll('.result')).toHaveLength(0)
  expect(shown.text()).toContain('No title is called so.')
})

function listed() {
  const anime = createRowSet()
  anime.put(row('anime:9', 'Mononoke'))
  useLibraryStore().lists = { anime, manga: null }
}

test('a title of one’s lists that is called so is chosen at once, one that is only alike is not', async () => {
  listed()
  const shown = await typed('mononke')
  expect(shown.text()).toContain('Mononoke')
  await shown.get('input').trigger('keydown', { key: 'Enter' })
  expect(shown.emitted('change')).toBeUndefined()

  await shown.get('input').setValue('monon')
  await shown.get('input').trigger('keydown', { key: 'Enter' })
  expect(shown.emitted('change')).toEqual([[['anime:9']]])
})

test('a word that is still being composed is not taken', async () => {
  listed()
  const shown = await typed('monon')
  await shown.get('input').trigger('keydown', { key: 'Enter', isComposing: true })

  expect(shown.emitted('change')).toBeUndefined()
})

test('who has chosen or taken away a title types the next', async () => {
  listed()
  const shown = await typed('monon', ['anime:457'])
  await shown.get('.result').trigger('click')
  await flushPromises()
  expect(document.activeElement).toBe(shown.get('input').element)

  await shown.get('.chip button').trigger('click')
  await flushPromises()
  expect(document.activeElement).toBe(shown.get('input').element)
})

test('no more titles are looked for than a thread can have', () => {
  const chosen = Array.from({ length: 20 }, (_, at): TitleKey => `anime:${at + 1}`)

  expect(show(ThreadTitles, { chosen }).find('input').exists()).toBe(false)
  expect(
    show(ThreadTitles, { chosen: chosen.slice(1) })
      .find('input')
      .exists(),
  ).toBe(true)
})
