import type { IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createPush, createTrust, serve } from '../../../../src/main/ipc/serve'
import { createSilentLog } from '../../../../src/main/log/silent'
import type { Result } from '../../../../src/shared/failure'
import { callNames } from '../../../../src/shared/ipc'
import { goodArguments } from './good-arguments'
import { type Heard, stubHandlers } from './stub-handlers'

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<Result<unknown>>

const channels = vi.hoisted(() => new Map<string, unknown>())

vi.mock('electron', () => ({
  ipcMain: { handle: (name: string, listener: unknown) => channels.set(name, listener) },
}))

const origin = 'app://tsuzuki'

function frame(url: string, frameTreeNodeId = 1) {
  return { url, frameTreeNodeId } as WebFrameMain
}

function contentsOf(mainFrame: WebFrameMain) {
  return { mainFrame } as WebContents
}

function setUp() {
  const heard: Heard[] = []
  const mainFrame = frame('app://tsuzuki/index.html#/library')
  const own = contentsOf(mainFrame)
  const isTrusted = createTrust({ ownContents: () => own, origin })
  serve({ handlers: stubHandlers(heard), log: createSilentLog(), isTrusted })

  const ask = (event: Partial<IpcMainInvokeEvent>, name: string, ...args: unknown[]) => {
    const listener = channels.get(name) as Listener
    return listener(event as IpcMainInvokeEvent, ...args)
  }
  return { ask, heard, own, mainFrame }
}

beforeEach(() => channels.clear())

describe('what is served', () => {
  test('each call of the contract has a channel, and nothing else has', () => {
    setUp()
    expect([...channels.keys()]).toEqual(Object.keys(callNames))
  })

  test('a call of the own page reaches its handler', async () => {
    const { ask, heard, own, mainFrame } = setUp()

    const answer = await ask(
      { sender: own, senderFrame: mainFrame },
      'library:step',
      ...goodArguments['library:step'],
    )

    expect(answer).toEqual({ ok: true, value: 'library:step' })
    expect(heard).toHaveLength(1)
  })

  test('arguments are checked', async () => {
    const { ask, heard, own, mainFrame } = setUp()

    const answer = await ask({ sender: own, senderFrame: mainFrame }, 'accounts:open', 'one')

    expect(answer).toMatchObject({ ok: false, failure: { code: 'invalid-input' } })
    expect(heard).toEqual([])
  })
})

describe('who may ask', () => {
  test.each<[string, (set: ReturnType<typeof setUp>) => Partial<IpcMainInvokeEvent>]>([
    [
      'a frame inside the own page',
      ({ own }) => ({ sender: own, senderFrame: frame('app://tsuzuki/index.html', 2) }),
    ],
    [
      'another window',
      () => {
        const other = frame('app://tsuzuki/index.html')
        return { sender: contentsOf(other), senderFrame: other }
      },
    ],
    ['a frame that is gone', ({ own }) => ({ sender: own, senderFrame: null })],
    ...[
      'https://tsuzuki/',
      'app://tsuzuki.evil.example/',
      'app://other/',
      'app://tsuzuki@evil.example/',
      'file:///app://tsuzuki/',
      'data:text/html,app://tsuzuki',
      'about:blank',
      '',
    ].map((url): [string, (set: ReturnType<typeof setUp>) => Partial<IpcMainInvokeEvent>] => [
      `the own window while it shows ${JSON.stringify(url)}`,
      ({ own }) => ({ sender: own, senderFrame: frame(url) }),
    ]),
  ])('%s may not', async (_who, event) => {
    const set = setUp()

    const answer = await set.ask(event(set), 'library:row', ...goodArguments['library:row'])

    expect(answer).toMatchObject({ ok: false, failure: { code: 'invalid-input' } })
    expect(set.heard).toEqual([])
  })

  test('nobody may while there is no window', () => {
    const mainFrame = frame('app://tsuzuki/')
    const isTrusted = createTrust({ ownContents: () => null, origin })
    expect(isTrusted({ sender: contentsOf(mainFrame), senderFrame: mainFrame })).toBe(false)
  })
})

describe('news', () => {
  const sent: unknown[][] = []
  const target = { isDestroyed: () => false, send: (...args: unknown[]) => void sent.push(args) }

  beforeEach(() => void sent.splice(0))

  test('go to the window', () => {
    createPush(() => target)('app:navigate', '/queue')
    expect(sent).toEqual([['app:navigate', '/queue']])
  })

  test('go nowhere while there is no window', () => {
    expect(() => createPush(() => null)('app:navigate', '/queue')).not.toThrow()
  })

  test('go nowhere once the window is gone', () => {
    createPush(() => ({ ...target, isDestroyed: () => true }))('app:navigate', '/queue')
    expect(sent).toEqual([])
  })

  test('that are in no contract are not sent', () => {
    createPush(() => target)('app:tokens' as 'app:navigate', 'x')
    expect(sent).toEqual([])
  })
})
