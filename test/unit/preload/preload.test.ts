import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Bridge } from '../../../src/shared/ipc'

type Listener = (event: unknown, payload: unknown) => void

const world = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[][],
  listeners: new Map<string, Set<unknown>>(),
}))

vi.mock('electron', () => {
  const of = (name: string) => {
    const found = world.listeners.get(name) ?? new Set()
    world.listeners.set(name, found)
    return found
  }
  const ipcRenderer = {
    invoke: (...args: unknown[]) => {
      world.invoked.push(args)
      return Promise.resolve({ ok: true, value: null })
    },
    on: (name: string, listener: unknown) => (of(name).add(listener), ipcRenderer),
    off: (name: string, listener: unknown) => (of(name).delete(listener), ipcRenderer),
  }
  return {
    ipcRenderer,
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown) => world.exposed.set(name, api),
    },
  }
})

let bridge: Bridge

beforeAll(async () => {
  await import('../../../src/preload/index')
  bridge = world.exposed.get('bridge') as Bridge
})

beforeEach(() => void world.invoked.splice(0))

const push = (name: string, payload: unknown) =>
  world.listeners.get(name)?.forEach((listener) => (listener as Listener)({ secret: 1 }, payload))

test('the page gets a bridge with two functions and nothing else', () => {
  expect([...world.exposed.keys()]).toEqual(['bridge'])
  expect(Object.keys(bridge)).toEqual(['call', 'on'])
})

test('a call of the contract goes to main with its arguments', async () => {
  await expect(bridge.call('accounts:open', 3)).resolves.toEqual({ ok: true, value: null })
  expect(world.invoked).toEqual([['accounts:open', 3]])
})

test.each(['db:query', 'toString', '__proto__', 'constructor', 'electron-store-get-data'])(
  'a call of the name %s does not leave the page',
  (name) => {
    expect(() => bridge.call(name as 'app:info')).toThrow('Not in the IPC contract')
    expect(world.invoked).toEqual([])
  },
)

test.each(['queue:status', 'valueOf', 'electron'])('nobody can listen to %s', (name) => {
  expect(() => bridge.on(name as 'app:navigate', () => {})).toThrow('Not in the IPC contract')
  expect(world.listeners.get(name)).toBeUndefined()
})

test('a listener hears the news and never the event they came in', () => {
  const heard: unknown[][] = []
  bridge.on('app:navigate', (...args: unknown[]) => void heard.push(args))

  push('app:navigate', '/queue')

  expect(heard).toEqual([['/queue']])
})

test('stopping to listen hands out nothing and ends the news', () => {
  const heard: unknown[] = []
  const stop = bridge.on('settings:changed', (settings) => void heard.push(settings))

  expect(stop()).toBeUndefined()
  push('settings:changed', {})

  expect(heard).toEqual([])
  expect(world.listeners.get('settings:changed')?.size).toBe(0)
})
