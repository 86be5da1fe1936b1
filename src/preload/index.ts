import { contextBridge, ipcRenderer } from 'electron'
import { type Bridge, type Events, callNames, eventNames } from '../shared/ipc'

const bridge: Bridge = {
  call(name, ...args) {
    assertListed(callNames, name)
    return ipcRenderer.invoke(name, ...args)
  },

  on<E extends keyof Events>(name: E, listener: (payload: Events[E]) => void) {
    assertListed(eventNames, name)
    const forward = (_event: unknown, payload: Events[E]) => listener(payload)
    ipcRenderer.on(name, forward)
    return () => {
      ipcRenderer.off(name, forward) // Braces matter: returning this would hand out ipcRenderer.
    }
  },
}

function assertListed(names: object, name: string) {
  if (!Object.hasOwn(names, name)) throw new Error(`Not in the IPC contract: ${name}`)
}

contextBridge.exposeInMainWorld('bridge', bridge)
