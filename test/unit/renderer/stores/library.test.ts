import { beforeEach, expect, test, vi } from 'vitest'
import { useLibraryStore } from '../../../../src/renderer/src/stores/library'
import { useNoticesStore } from '../../../../src/renderer/src/stores/notices'
import type { FirstScreen } from '../../../../src/shared/ipc/library'
import { AppError } from '../../../../src/shared/failure'
import { statuses } from '../../../../src/shared/status'
import { row } from '../support/builders'
import { installFakeBridge } from '../support/fake-bridge'
import { freshStores } from '../support/mounting'

beforeEach(freshStores)

const none = Object.fromEntries(
  statuses.map((status) => [status, 0]),
) as FirstScreen['counts']['anime']
const screen: FirstScreen = {
  rows: [row('anime:1', 'Aria')],
  total: 300,
  counts: { anime: { ...none, current: 300 }, manga: none },
  customCounts: { anime: {}, manga: {} },
}
const query = {
  accountId: 1,
  kind: 'anime',
  tab: { type: 'status', status: 'current' },
  sort: { key: 'title', descending: false },
  limit: 60,
} as const

test('shows the first screenful without asking for more', async () => {
  const main = installFakeBridge({ 'library:first': () => screen })
  const library = useLibraryStore()

  await library.showFirst(query)

  expect(library.first?.screen.total).toBe(300)
  expect(library.find('anime:1')?.media.titles.romaji).toBe('Aria')
  expect(main.calls.map(({ name }) => name)).toEqual(['library:first'])
})

test('shows a first screenful although the whole list was read for another view before', async () => {
  const main = installFakeBridge({
    'library:first': () => screen,
    'library:rows': () => ({ rows: [row('anime:1', 'Aria')], next: null }),
  })
  const library = useLibraryStore()
  library.reset(1)
  await library.read('anime')

  await library.showFirst(query)
  await library.showFirst(query)

  expect(library.first?.screen.total).toBe(300)
  expect(main.argsOf('library:first')).toHaveLength(1)
})

test('reads the whole list piece by piece and shows it when it is complete', async () => {
  const chunks = { start: ['anime:1', 'b'], b: ['anime:2', 'c'], c: ['anime:3', null] } as const
  const main = installFakeBridge({
    'library:first': () => screen,
    'library:rows': (_account, _kind, after) => {
      const [title, next] = chunks[(after ?? 'start') as keyof typeof chunks]
      return { rows: [row(title, title)], next }
    },
  })
  const library = useLibraryStore()
  await library.showFirst(query)

  const reading = library.read('anime')
  expect(library.lists.anime).toBeNull()
  await reading

  expect(library.lists.anime?.size()).toBe(3)
  expect(main.argsOf('library:rows')).toEqual([
    [1, 'anime', null],
    [1, 'anime', 'b'],
    [1, 'anime', 'c'],
  ])
})

async function loaded() {
  const main = installFakeBridge({
    'library:first': () => screen,
    'library:rows': (_account, kind) => ({
      rows: kind === 'anime' ? [row('anime:1', 'Aria'), row('anime:2', 'Bebop')] : [],
      next: null,
    }),
  })
  const library = useLibraryStore()
  await library.showFirst(query)
  await library.read('anime')
  return { main, library }
}

test('takes in what main pushes, and tells what it touched', async () => {
  const { main, library } = await loaded()

  main.push('library:changed', {
    accountId: 1,
    rows: [row('anime:1', 'Aria', { progress: 5 })],
    removed: [],
  })

  expect(library.find('anime:1')?.entry.progress).toBe(5)
  expect(library.first?.screen.rows[0]?.entry.progress).toBe(5)
  expect([library.touches, library.moves, library.arrivals]).toEqual([1, 0, 0])
})

test('a removed row moves, a new one arrives', async () => {
  const { main, library } = await loaded()

  main.push('library:changed', {
    accountId: 1,
    rows: [row('anime:3', 'Cowboy')],
    removed: ['anime:1'],
  })

  expect(library.lists.anime?.get('anime:1')).toBeUndefined()
  expect(library.lists.anime?.size()).toBe(2)
  expect(library.arrivals).toBe(1)
})

test('news of another account is not for this list', async () => {
  const { main, library } = await loaded()

  main.push('library:changed', {
    accountId: 2,
    rows: [row('anime:9', 'Other')],
    removed: ['anime:1'],
  })

  expect(library.lists.anime?.size()).toBe(2)
  expect(library.touches).toBe(0)
})

test('news that comes while the list is read is not lost', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const main = installFakeBridge({
    'library:first': () => screen,
    'library:rows': async (_account, _kind, after) => {
      if (after === null) return { rows: [row('anime:1', 'Aria')], next: 'b' }
      await held
      return { rows: [row('anime:2', 'Bebop')], next: null }
    },
  })
  const library = useLibraryStore()
  await library.showFirst(query)
  const reading = library.read('anime')
  await vi.waitFor(() => expect(main.argsOf('library:rows')).toHaveLength(2))

  main.push('library:changed', {
    accountId: 1,
    rows: [row('anime:1', 'Aria', { progress: 5 })],
    removed: [],
  })
  release()
  await reading

  expect(library.lists.anime?.get('anime:1')?.entry.progress).toBe(5)
})

test('the list is read anew when too much has changed, and stays on screen meanwhile', async () => {
  const { main, library } = await loaded()
  const before = library.lists.anime

  main.push('library:reload', { accountId: 1 })
  expect(library.lists.anime).toBe(before)
  await vi.waitFor(() => expect(library.lists.manga).not.toBeNull())

  expect(library.lists.anime).not.toBe(before)
  expect(library.lists.anime?.size()).toBe(2)
  expect(library.lists.manga?.size()).toBe(0)
})

test('another account starts with an empty list', async () => {
  const { library } = await loaded()

  await library.showFirst({ ...query, accountId: 2 })

  expect(library.accountId).toBe(2)
  expect(library.lists.anime).toBeNull()
})

test('a failure is said and keeps what is on screen', async () => {
  const { library } = await loaded()
  installFakeBridge({
    'library:rows': () => {
      throw new AppError({ code: 'storage' })
    },
  })

  await library.read('anime')

  expect(library.lists.anime?.size()).toBe(2)
  expect(useNoticesStore().current).toMatchObject({ kind: 'failure', failure: { code: 'storage' } })
})
