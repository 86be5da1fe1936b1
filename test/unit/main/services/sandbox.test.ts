import { expect, test } from 'vitest'
import type { RunningSandbox } from '../../../../src/main/environment'
import { createSandboxHost } from '../../../../src/main/services/sandbox'
import { withSandboxTokens } from '../../../../src/main/services/sign-in'
import type { SandboxState } from '../../../../src/shared/ipc/app'

const names = { anilist: 'a', 'anilist-v1': 'b', anisearch: 'c' }

function createServices(): RunningSandbox {
  let online = true
  return {
    baseUrls: names,
    tokens: names,
    get online() {
      return online
    },
    setOnline: (next) => {
      online = next
      return Promise.resolve()
    },
    stop: () => Promise.resolve(),
  }
}

function createHost(
  start: () => Promise<RunningSandbox> = () => Promise.resolve(createServices()),
) {
  const told: SandboxState[] = []
  const tries: string[] = []
  const host = createSandboxHost({
    start,
    stateDir: 'sandbox',
    onOnline: () => tries.push('again'),
    onChange: (state) => told.push(state),
  })
  return { host, told, tries }
}

test('services that nobody has used yet do not run, and count as within reach', () => {
  const { host, told } = createHost()

  expect(host.handlers['sandbox:state']()).toEqual({ running: false, online: true })
  expect(host.urlOf('anilist')).toBeNull()
  expect(told).toEqual([])
})

test('when the services have started the window is told, and what waits is tried again', async () => {
  const { host, told, tries } = createHost()

  await host.ensure()

  expect(told).toEqual([{ running: true, online: true }])
  expect(tries).toEqual(['again'])
  expect(host.urlOf('anisearch')).toBe('c')
})

test('they start once, however many ask at the same time', async () => {
  let starts = 0
  const { host, told } = createHost(() => {
    starts += 1
    return Promise.resolve(createServices())
  })

  await Promise.all([host.ensure(), host.ensure(), host.ensure()])

  expect(starts).toBe(1)
  expect(told).toHaveLength(1)
})

test('going off the net and back is told, and what waits is tried again only on the way back', async () => {
  const { host, told, tries } = createHost()
  await host.ensure()

  await host.handlers['sandbox:set-online'](false)
  expect(tries).toHaveLength(1)
  await host.handlers['sandbox:set-online'](true)

  expect(tries).toHaveLength(2)
  expect(told.map(({ online }) => online)).toEqual([true, false, true])
})

test('a start that failed is tried again by the next who asks', async () => {
  let broken = true
  const { host, told } = createHost(() =>
    broken ? Promise.reject(new Error('no room')) : Promise.resolve(createServices()),
  )

  await expect(host.ensure()).rejects.toThrow('no room')
  expect(told).toEqual([])
  broken = false
  await host.ensure()

  expect(told).toEqual([{ running: true, online: true }])
})

test('without the services there is nothing to start', () => {
  const host = createSandboxHost({
    start: undefined,
    stateDir: 'sandbox',
    onOnline: () => undefined,
    onChange: () => undefined,
  })

  expect(() => host.ensure()).toThrow(
    expect.objectContaining({ failure: expect.objectContaining({ reason: 'no-sandbox' }) }),
  )
})

test('who has a list at services that do not run is not signed out', () => {
  const kept = {
    current: () => null,
    granted: () => [],
    refresh: () => Promise.resolve(false),
    lost: () => undefined,
  }
  const tokens = new Map<number, string | null>([
    [1, null],
    [2, 'a token'],
  ])

  const { current } = withSandboxTokens(kept, (account) => tokens.get(account))

  expect(current(1)).not.toBeNull()
  expect(current(2)).toBe('a token')
  expect(current(3)).toBeNull()
})
