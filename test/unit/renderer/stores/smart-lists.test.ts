import { beforeEach, expect, test } from 'vitest'
import { useSettingsStore } from '../../../../src/renderer/src/stores/settings'
import { useSmartListsStore } from '../../../../src/renderer/src/stores/smart-lists'
import { defaultSettings, type SettingsPatch } from '../../../../src/shared/settings'
import { installFakeBridge } from '../support/fake-bridge'
import { freshStores } from '../support/mounting'

beforeEach(freshStores)

/** A main that keeps what it is told. */
function remembering() {
  let kept = defaultSettings
  return installFakeBridge({
    'settings:get': () => kept,
    'settings:set': (patch: SettingsPatch) => (kept = { ...kept, ...patch }),
  })
}

test('keeps a list among what the window remembers', async () => {
  const main = remembering()
  const store = useSmartListsStore()

  const id = await store.add({
    name: 'Short films',
    query: 'format:movie length<90',
    kind: 'anime',
  })

  expect(store.find(id)).toMatchObject({ name: 'Short films' })
  expect(main.argsOf('settings:set').at(-1)).toMatchObject([
    { views: { smartLists: [{ id: 'ready' }, { id, query: 'format:movie length<90' }] } },
  ])
})

test('renames, changes, moves and deletes', async () => {
  remembering()
  const store = useSmartListsStore()
  const id = await store.add({ name: 'Short', query: 'length<90', kind: 'anime' })

  await store.change(id, { name: 'Short films', query: 'length<80' })
  expect(store.find(id)).toMatchObject({ name: 'Short films', query: 'length<80' })

  await store.move(id, -1)
  expect(store.lists.map((list) => list.id)).toEqual([id, 'ready'])

  await store.remove('ready')
  await store.remove(id)
  expect(store.lists).toEqual([])
  expect(store.find(id)).toBeNull()
})

test('is there again after a start', async () => {
  remembering()
  await useSmartListsStore().add({ name: 'Short', query: 'length<90', kind: 'anime' })

  freshStores()
  await useSettingsStore().load()

  expect(useSmartListsStore().lists).toHaveLength(2)
})
