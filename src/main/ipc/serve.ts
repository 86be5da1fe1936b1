import { type IpcMainInvokeEvent, type WebContents, ipcMain } from 'electron'
import { AppError, type Result } from '../../shared/failure'
import { type EventName, type Handlers, type Push, callNames, eventNames } from '../../shared/ipc'
import type { Log } from '../environment'
import { createAnswer, tell } from './answer'

interface Options {
  readonly handlers: Handlers
  readonly log: Log
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean
}

/** Answers every call of the contract. This is the only file that touches `ipcMain`. */
export function serve({ handlers, log, isTrusted }: Options) {
  const answer = createAnswer({ handlers, log })

  for (const name of Object.keys(callNames)) {
    ipcMain.handle(name, (event, ...args: unknown[]): Promise<Result<unknown>> => {
      if (isTrusted(event)) return answer(name, args)
      const error = new AppError({ code: 'invalid-input', detail: 'this page may not ask' })
      return Promise.resolve({ ok: false, failure: tell(log, name, error) })
    })
  }
}

interface Trust {
  /** The contents of the app's own window; `null` while there is none. */
  readonly ownContents: () => WebContents | null
  /** `app://tsuzuki`. */
  readonly origin: string
}

/** True for calls from the main frame of the app's own window while it shows the app's own page. */
export function createTrust({ ownContents, origin }: Trust) {
  return ({ sender, senderFrame }: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>) =>
    senderFrame !== null &&
    sender === ownContents() &&
    senderFrame.frameTreeNodeId === sender.mainFrame.frameTreeNodeId &&
    originOf(senderFrame.url) === origin
}

type Target = Pick<WebContents, 'isDestroyed' | 'send'>

/** Sends news to the window, if there is one; news of no contract go nowhere. */
export function createPush(target: () => Target | null): Push {
  return (name: EventName, payload) => {
    const contents = target()
    if (!contents || contents.isDestroyed() || !Object.hasOwn(eventNames, name)) return
    contents.send(name, payload)
  }
}

/** Scheme and host; `URL.origin` is "null" for schemes of our own. */
function originOf(url: string) {
  if (!URL.canParse(url)) return null
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}`
}
