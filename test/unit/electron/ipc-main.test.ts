import type * as Electron from 'electron'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createIpcMain } from '../../electron/ipc-main.ts'

/** The handlers here look at nothing of it. */
const event = {} as Electron.IpcMainInvokeEvent

afterEach(() => vi.restoreAllMocks())

describe('calls of a page', () => {
  test('get what their handler gives', async () => {
    const { ipcMain, invoke } = createIpcMain()
    ipcMain.handle('add', (_event, a: number, b: number) => a + b)

    expect(await invoke('add', event, [1, 2])).toBe(3)
  })

  test('have one handler at a time', () => {
    const { ipcMain } = createIpcMain()
    ipcMain.handle('add', () => 1)

    expect(() => ipcMain.handle('add', () => 2)).toThrow(
      "Attempted to register a second handler for 'add'",
    )
    ipcMain.removeHandler('add')
    expect(() => ipcMain.handle('add', () => 2)).not.toThrow()
  })

  test('are told when nobody handles them, once the only time is over too', async () => {
    const { ipcMain, invoke } = createIpcMain()
    ipcMain.handleOnce('once', () => 'done')

    expect(await invoke('once', event, [])).toBe('done')
    await expect(invoke('once', event, [])).rejects.toThrow("No handler registered for 'once'")
  })

  test('hear of a failure, and so does the log', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue()
    const { ipcMain, invoke } = createIpcMain()
    ipcMain.handle('fail', () => Promise.reject(new TypeError('on purpose')))

    await expect(invoke('fail', event, [])).rejects.toThrow('on purpose')
    expect(said.mock.calls[0]?.[0]).toBe("Error occurred in handler for 'fail':")
  })
})
