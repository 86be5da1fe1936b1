import { beforeEach, expect, test, vi } from 'vitest'
import { useAccountsStore } from '../../../../src/renderer/src/stores/accounts'
import { useAppInfoStore } from '../../../../src/renderer/src/stores/app-info'
import { useHistoryStore } from '../../../../src/renderer/src/stores/history'
import { useNoticesStore } from '../../../../src/renderer/src/stores/notices'
import { useQueueStore } from '../../../../src/renderer/src/stores/queue'
import { useSandboxStore } from '../../../../src/renderer/src/stores/sandbox'
import { useSettingsStore } from '../../../../src/renderer/src/stores/settings'
import { useSyncStore } from '../../../../src/renderer/src/stores/sync'
import { AppError } from '../../../../src/shared/failure'
import { defaultSettings } from '../../../../src/shared/settings'
import { account, change, queueRow, queueStatus } from '../support/builders'
import { installFakeBridge } from '../support/fake-bridge'
import { freshStores } from '../support/mounting'

beforeEach(freshStores)

const fails = () => {
  throw new AppError({ code: 'unexpected' })
}

test('settings are what main says, and follow it', async () => {
  const main = installFakeBridge({
    'settings:get': () => ({ ...defaultSettings, textSize: 125 }),
    'settings:set': (patch) => ({ ...defaultSettings, ...patch }),
  })
  const store = useSettingsStore()

  await store.load()
  expect(store.settings.textSize).toBe(125)

  await store.set({ textSize: 150 })
  expect(store.settings.textSize).toBe(150)

  main.push('settings:changed', { ...defaultSettings, theme: 'dark' })
  expect(store.settings.theme).toBe('dark')
})

test('a setting that cannot be kept stays as it is, and that is said', async () => {
  installFakeBridge({ 'settings:set': fails })
  const store = useSettingsStore()

  await store.set({ theme: 'dark' })

  expect(store.settings.theme).toBe('system')
  expect(useNoticesStore().current?.kind).toBe('failure')
})

test('what the window remembers is added to what it remembered before', async () => {
  const main = installFakeBridge({
    'settings:get': () => ({ ...defaultSettings, views: { a: 1 } }),
    'settings:set': (patch) => ({ ...defaultSettings, ...patch }),
  })
  const store = useSettingsStore()
  await store.load()

  await store.remember('b', 2)

  expect(store.settings.views).toEqual({ a: 1, b: 2 })
  expect(main.argsOf('settings:set')).toEqual([[{ views: { a: 1, b: 2 } }]])
})

test('two things remembered at the same moment do not undo each other', async () => {
  const main = installFakeBridge({ 'settings:set': () => defaultSettings })
  const store = useSettingsStore()

  await Promise.all([store.remember('a', 1), store.remember('b', 2)])

  expect(main.argsOf('settings:set').at(-1)).toEqual([{ views: { a: 1, b: 2 } }])
})

test('shows the account that the settings name, else the first', async () => {
  const mia = account({ id: 1 })
  const tom = account({ id: 2, userName: 'tom' })
  const main = installFakeBridge({
    'accounts:list': () => [mia, tom],
    'accounts:open': () => {},
    'settings:get': () => ({ ...defaultSettings, activeAccount: 2 }),
  })
  const store = useAccountsStore()
  await store.load()
  expect(store.active?.userName).toBe('mia')

  await store.open(2)
  expect(store.active?.userName).toBe('tom')

  main.push('accounts:changed', [])
  expect(store.active).toBeNull()
})

test('tells where the waiting changes of a removed account went', async () => {
  installFakeBridge({
    'accounts:remove': () => ({ savedTo: '/tmp/waiting.json' }),
    'accounts:list': () => [],
    'settings:get': () => defaultSettings,
  })

  await useAccountsStore().remove(1)

  expect(useNoticesStore().current).toEqual({ kind: 'saved-to', path: '/tmp/waiting.json' })
})

test('a sandbox that does not open gives no account and says why', async () => {
  installFakeBridge({ 'accounts:try': fails })

  expect(await useAccountsStore().tryService('anilist')).toBeUndefined()
  expect(useNoticesStore().current?.kind).toBe('failure')
})

test('the queue is what main pushes; its rows are asked for', async () => {
  const main = installFakeBridge({
    'queue:status': () => queueStatus({ waiting: 1 }),
    'queue:rows': () => ({ rows: [queueRow()], total: 1 }),
    'queue:drop': () => {},
  })
  const store = useQueueStore()

  await store.load()
  expect(store.status.waiting).toBe(1)
  main.push('queue:changed', queueStatus({ waiting: 3 }))
  expect(store.status.waiting).toBe(3)

  await store.drop({ accountId: 1, title: 'anime:7' })
  expect(main.argsOf('queue:drop')).toEqual([[{ accountId: 1, title: 'anime:7' }]])
  expect(store.rows).toHaveLength(1)
})

test('how reading goes is kept account by account', async () => {
  const state = {
    accountId: 1,
    phase: 'idle',
    read: 0,
    syncedAt: 5,
    failure: null,
    missing: 0,
  } as const
  const main = installFakeBridge({
    'sync:states': () => [state, { ...state, accountId: 2 }],
    'sync:now': () => {},
    'sync:accept': () => {},
  })
  const store = useSyncStore()
  await store.load()

  main.push('sync:changed', { ...state, phase: 'reading', read: 50 })
  await store.readNow(1, 'whole')
  await store.accept(2, 'keep')

  expect(store.states.get(1)?.read).toBe(50)
  expect(store.states.get(2)?.phase).toBe('idle')
  expect(main.argsOf('sync:now')).toEqual([[1, true]])
  expect(main.argsOf('sync:accept')).toEqual([[2, false]])
})

test('history comes page by page and grows at the top', async () => {
  const page = (from: number, length: number) =>
    Array.from({ length }, (_, index) => change({ id: from - index }))
  const main = installFakeBridge({
    'history:list': (_ref, before) => (before === null ? page(150, 100) : page(50, 50)),
  })
  const store = useHistoryStore()

  await store.load(null)
  expect(store.hasOlder).toBe(true)
  await store.loadOlder()
  expect(main.argsOf('history:list')).toEqual([
    [null, null],
    [null, 51],
  ])
  expect(store.changes).toHaveLength(150)
  expect(store.hasOlder).toBe(false)

  main.push('history:added', change({ id: 151 }))
  expect(store.changes[0]?.id).toBe(151)
})

test('the history of one entry takes in only its own changes', async () => {
  const main = installFakeBridge({ 'history:list': () => [] })
  const store = useHistoryStore()
  await store.load({ accountId: 1, title: 'anime:7' })

  main.push('history:added', change({ id: 1 }))
  main.push('history:added', change({ id: 2, ref: { accountId: 1, title: 'anime:8' } }))

  expect(store.changes.map(({ id }) => id)).toEqual([1])
})

test('undo says what it did', async () => {
  installFakeBridge({
    'history:undo': () => ({ count: 1, changes: [change()] }),
    'history:list': () => [],
  })

  await useHistoryStore().undo(null)

  expect(useNoticesStore().current).toMatchObject({ kind: 'undone', changes: [{ id: 1 }] })
})

test('redo says what it did', async () => {
  installFakeBridge({
    'history:redo': () => ({ count: 1, changes: [change()] }),
    'history:list': () => [],
  })

  await useHistoryStore().redo()

  expect(useNoticesStore().current).toMatchObject({ kind: 'redone' })
})

test('the sandbox can be taken off the net', async () => {
  const main = installFakeBridge({
    'sandbox:state': () => ({ running: true, online: true }),
    'sandbox:set-online': (online) => ({ running: true, online }),
  })
  const store = useSandboxStore()
  await store.load()

  await store.setOnline(false)

  expect(store.state).toEqual({ running: true, online: false })
  expect(main.argsOf('sandbox:set-online')).toEqual([[false]])
})

test('what main has to say is fetched when it calls, and each word counts as new', async () => {
  const main = installFakeBridge({ 'app:notices': () => [{ id: 'settings-reset', params: {} }] })
  const notices = useNoticesStore()
  const { spoken } = notices

  main.push('app:notice', { id: 'settings-reset', params: {} })
  await vi.waitFor(() => expect(notices.spoken).toBe(spoken + 1))
  expect(notices.current).toMatchObject({ kind: 'main', notice: { id: 'settings-reset' } })

  await notices.load()
  expect(notices.spoken).toBe(spoken + 2)

  notices.dismiss()
  expect(notices.current).toBeNull()
})

test('a report that cannot be made is said', async () => {
  installFakeBridge({ 'app:diagnostics': fails })

  expect(await useAppInfoStore().diagnostics()).toBeUndefined()
  expect(useNoticesStore().current?.kind).toBe('failure')
})

test('an entry that is read again says what that brought, or why it could not be', async () => {
  const about = { ref: { accountId: 1, title: 'anime:5' as const }, titles: change().titles }
  const main = installFakeBridge({ 'sync:entry': () => 'changed' })

  await useSyncStore().refresh(about)
  expect(main.argsOf('sync:entry')).toEqual([[about.ref]])
  expect(useNoticesStore().current).toEqual({ kind: 'refreshed', outcome: 'changed', about })

  installFakeBridge({ 'sync:entry': fails })
  await useSyncStore().refresh(about)
  expect(useNoticesStore().current?.kind).toBe('failure')
})
