import { existsSync, readFileSync } from 'node:fs'
import type * as Electron from 'electron'
import { loud } from '../loud.ts'

/** Where a PNG says how large it is. */
const PNG_WIDTH_AT = 16
const PNG_HEIGHT_AT = 20

/** Pictures that are carried, never drawn: what goes in as PNG comes out as PNG. */
function createImage(bytes: Buffer): Electron.NativeImage {
  const size = () =>
    bytes.length > PNG_HEIGHT_AT + 4
      ? { width: bytes.readUInt32BE(PNG_WIDTH_AT), height: bytes.readUInt32BE(PNG_HEIGHT_AT) }
      : { width: 0, height: 0 }
  return loud<Electron.NativeImage>('nativeImage', {
    isEmpty: () => bytes.length === 0,
    toPNG: () => bytes,
    toDataURL: () => `data:image/png;base64,${bytes.toString('base64')}`,
    getSize: size,
    getAspectRatio: () => size().width / (size().height || 1),
    resize: () => createImage(bytes),
    setTemplateImage() {},
    addRepresentation() {},
    isMacTemplateImage: false,
  })
}

export const createNativeImage = () =>
  loud<typeof Electron.nativeImage>('nativeImage', {
    createEmpty: () => createImage(Buffer.alloc(0)),
    createFromPath: (path) => createImage(existsSync(path) ? readFileSync(path) : Buffer.alloc(0)),
    createFromBuffer: (bytes) => createImage(bytes),
    createFromDataURL: (url) => createImage(Buffer.from(url.split(',')[1] ?? '', 'base64')),
  })
