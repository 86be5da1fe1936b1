const { contextBridge, ipcRenderer } = require('electron')

globalThis.fromPreload = 'isolated'
contextBridge.exposeInMainWorld('fixture', {
  invoke: (channel, value) => ipcRenderer.invoke(channel, value),
  say: (words) => ipcRenderer.send('say', words),
  onHeard: (listener) => {
    const heard = (_event, words) => listener(words)
    ipcRenderer.on('heard', heard)
    return () => ipcRenderer.off('heard', heard)
  },
  throwing: () => {
    throw Object.assign(new RangeError('too far'), { secret: 1 })
  },
  nested: { answer: 42 },
  canRequire: (name) => {
    try {
      return Boolean(require(name))
    } catch {
      return false
    }
  },
})
