import type * as Electron from 'electron'

interface Change {
  readonly resized: boolean
  readonly width: number
  readonly height: number
}

/** Where a window is and how large. It has no border: content and frame are the same. */
export function createBounds(
  options: Electron.BrowserWindowConstructorOptions,
  onChange: (change: Change) => void,
) {
  const now: Electron.Rectangle = {
    x: options.x ?? 0,
    y: options.y ?? 0,
    width: options.width ?? 800,
    height: options.height ?? 600,
  }
  let least = [options.minWidth ?? 0, options.minHeight ?? 0]

  function set(wanted: Partial<Electron.Rectangle>) {
    const before = { ...now }
    Object.assign(now, wanted)
    now.width = Math.max(now.width, least[0] ?? 0)
    now.height = Math.max(now.height, least[1] ?? 0)
    const { width, height } = now
    if (width !== before.width || height !== before.height)
      onChange({ resized: true, width, height })
    if (now.x !== before.x || now.y !== before.y) onChange({ resized: false, width, height })
  }

  const rectangle = () => ({ ...now })
  const size = () => [now.width, now.height]

  const members: Partial<Electron.BrowserWindow> = {
    getBounds: rectangle,
    getNormalBounds: rectangle,
    getContentBounds: rectangle,
    getSize: size,
    getContentSize: size,
    getPosition: () => [now.x, now.y],
    getMinimumSize: () => [...least],
    setMinimumSize: (width, height) => void (least = [width, height]),
    setBounds: (wanted) => set(wanted),
    setContentBounds: (wanted) => set(wanted),
    setSize: (width, height) => set({ width, height }),
    setContentSize: (width, height) => set({ width, height }),
    setPosition: (x, y) => set({ x, y }),
    center() {},
    setResizable() {},
    isResizable: () => options.resizable !== false,
  }

  return { members, size: () => ({ width: now.width, height: now.height }) }
}
