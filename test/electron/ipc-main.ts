import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { loud } from './loud.ts'

type Handler = Parameters<Electron.IpcMain['handle']>[1]

/** ipcMain, and the two ways in which messages of a page reach it. */
export function createIpcMain() {
  const handlers = new Map<string, Handler>()
  const emitter = new EventEmitter()

  function handle(channel: string, handler: Handler) {
    if (handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  }

  function handleOnce(channel: string, handler: Handler) {
    handle(channel, (event, ...values) => {
      handlers.delete(channel)
      return handler(event, ...values) as unknown
    })
  }

  Object.assign(emitter, {
    handle,
    handleOnce,
    removeHandler: (channel: string) => void handlers.delete(channel),
  })
  const ipcMain = loud<Electron.IpcMain>('ipcMain', emitter as Partial<Electron.IpcMain>)

  /** Gives what the handler gives; rejects with the text that Electron sends to the page. */
  async function invoke(channel: string, event: Electron.IpcMainInvokeEvent, values: unknown[]) {
    const handler = handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    try {
      return (await handler(event, ...values)) as unknown
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error)
      throw error
    }
  }

  return { ipcMain, invoke }
}

export type Ipc = ReturnType<typeof createIpcMain>
