import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, test } from 'vitest'
import { useNoticesStore } from '../../../../src/renderer/src/stores/notices'
import { useSignInStore } from '../../../../src/renderer/src/stores/sign-in'
import { AppError } from '../../../../src/shared/failure'
import type { Handlers } from '../../../../src/shared/ipc'
import type { Keeping, SignInSetup, SignInState } from '../../../../src/shared/sign-in'
import { installFakeBridge } from '../support/fake-bridge'

const waiting: SignInState = {
  service: 'anilist',
  way: 'browser',
  phase: 'waiting',
  pastes: 'address',
  failure: null,
  signedInAs: null,
}
const setup: SignInSetup = {
  service: 'anilist',
  clientId: '',
  hasSecret: false,
  ownRedirect: '',
  ways: [{ way: 'browser', secret: 'none', redirectUri: 'http://127.0.0.1:1/sign-in' }],
  sites: [],
  canRegister: true,
}
const keeping: Keeping = { protection: 'none', unprotectedAllowed: false, sessionOnly: [] }

function open(handlers: Partial<Handlers> = {}) {
  const bridge = installFakeBridge({
    'accounts:sign-in-state': () => null,
    'accounts:setups': () => [setup, { ...setup, service: 'anisearch' }],
    'accounts:keeping': () => keeping,
    ...handlers,
  })
  setActivePinia(createPinia())
  return { bridge, store: useSignInStore(), notices: useNoticesStore() }
}

beforeEach(() => setActivePinia(createPinia()))

test('mirrors what main says of the sign-in, the clients and the keeping', async () => {
  const { store, bridge } = open()
  await store.load()

  bridge.push('accounts:sign-in-changed', waiting)

  expect(store.state).toEqual(waiting)
  expect(store.busy).toBe(true)
  expect(store.setups.map(({ service }) => service)).toEqual(['anilist', 'anisearch'])
  expect(store.keeping).toEqual(keeping)
})

test.each([
  ['done', false],
  ['failed', false],
  ['checking', true],
] as const)('%s: busy is %s', (phase, busy) => {
  const { store, bridge } = open()
  bridge.push('accounts:sign-in-changed', { ...waiting, phase })

  expect(store.busy).toBe(busy)
})

describe('a start that is refused', () => {
  const failing = (failure: ConstructorParameters<typeof AppError>[0]) => () => {
    throw new AppError(failure)
  }

  test('is told where it happened, until the next one', async () => {
    const failure = { code: 'invalid-input', reason: 'sign-in-no-client' } as const
    const { store, notices } = open({
      'accounts:sign-in': failing(failure),
      'accounts:cancel-sign-in': () => {},
    })
    await store.start({ service: 'anilist', way: 'browser' })
    expect(store.refused).toEqual(failure)
    expect(notices.current).toBeNull()

    await store.dismiss()

    expect(store.refused).toBeNull()
  })

  test('by the user is nothing to be told', async () => {
    const { store } = open({ 'accounts:sign-in': failing({ code: 'cancelled' }) })
    await store.start({ service: 'anilist', way: 'browser' })

    expect(store.refused).toBeNull()
  })
})

test('a client that was named takes the place of what was known of it', async () => {
  const { store, bridge } = open({
    'accounts:set-client': (change) => ({ ...setup, ...change }),
  })
  await store.load()

  await store.setClient('anilist', '4010', '')

  expect(bridge.argsOf('accounts:set-client')).toEqual([
    [{ service: 'anilist', clientId: '4010', ownRedirect: '' }],
  ])
  expect(store.setups.find(({ service }) => service === 'anilist')?.clientId).toBe('4010')
  expect(store.setups).toHaveLength(2)
})

test('a secret is asked for by name only: it never passes through here', async () => {
  const { store, bridge } = open({
    'accounts:paste-secret': () => ({ ...setup, hasSecret: true }),
    'accounts:forget-secret': () => setup,
  })
  await store.load()
  await store.pasteSecret('anilist')
  expect(store.setups.find(({ service }) => service === 'anilist')?.hasSecret).toBe(true)
  await store.forgetSecret('anilist')

  expect(bridge.argsOf('accounts:paste-secret')).toEqual([['anilist']])
  expect(store.setups.find(({ service }) => service === 'anilist')?.hasSecret).toBe(false)
})

test('a paste that fails is told by the notice', async () => {
  const { store, notices } = open({
    'accounts:paste': () => {
      throw new AppError({ code: 'invalid-input', reason: 'sign-in-not-running' })
    },
  })
  await store.paste()

  expect(notices.current).toMatchObject({ kind: 'failure' })
})

test('who signs in or out changes whose sign-in ends with the app', async () => {
  let sessionOnly: number[] = []
  const { store, bridge } = open({ 'accounts:keeping': () => ({ ...keeping, sessionOnly }) })
  await store.load()
  sessionOnly = [3]

  bridge.push('accounts:changed', [])

  await expect.poll(() => store.keeping?.sessionOnly).toEqual([3])
})
