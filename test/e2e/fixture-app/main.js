// A small app with everything that Tsuzuki asks of Electron, for the specs of the stand-in.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, BrowserWindow, ipcMain, nativeTheme, net, protocol, session, shell } from 'electron'

const here = import.meta.dirname
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' cover:; connect-src 'self'; worker-src 'self'"

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  { scheme: 'cover', privileges: { standard: true, secure: true } },
])

/** What happened, for the specs to read. */
globalThis.happened = { navigations: [], secondStarts: [], crashes: [], refused: [] }
const { happened } = globalThis

if (!app.requestSingleInstanceLock()) app.quit()
app.on('second-instance', (_event, argv) => happened.secondStarts.push(argv.at(-1)))
void app.whenReady().then(start)

function start() {
  nativeTheme.themeSource = 'dark'
  session.defaultSession.setPermissionRequestHandler((_contents, name, answer) => {
    happened.refused.push(name)
    answer(false)
  })
  protocol.handle('app', async (request) => {
    const { pathname } = new URL(request.url)
    const file = await net.fetch(pathToFileURL(join(here, pathname)).href)
    const headers = { 'content-type': file.headers.get('content-type') }
    return new Response(file.body, { headers: { ...headers, 'content-security-policy': POLICY } })
  })
  protocol.handle('cover', (request) => {
    const found = new URL(request.url).pathname === '/1.png'
    return found
      ? new Response(Buffer.from(PICTURE, 'base64'), { headers: { 'content-type': 'image/png' } })
      : new Response(null, { status: 404 })
  })
  ipcMain.handle('echo', (_event, value) => value)
  ipcMain.handle('describe', (_event, value) => Object.prototype.toString.call(value))
  ipcMain.handle('who', (event) => ({
    url: event.senderFrame.url,
    isMain: event.senderFrame === event.sender.mainFrame,
  }))
  ipcMain.handle('fail', () => {
    throw new TypeError('on purpose')
  })
  ipcMain.on('say', (event, words) => event.sender.send('heard', words))
  open()
}

function open() {
  const window = new BrowserWindow({
    width: 640,
    height: 480,
    show: false,
    webPreferences: { preload: join(here, 'preload.cjs') },
  })
  const { webContents } = window
  window.once('ready-to-show', () => window.show())
  webContents.setWindowOpenHandler(({ url }) => {
    void shell.openExternal(url)
    return { action: 'deny' }
  })
  webContents.on('will-navigate', (event) => {
    happened.navigations.push(event.url)
    event.preventDefault()
  })
  webContents.on('render-process-gone', (_event, { reason }) => {
    happened.crashes.push(reason)
    webContents.reload()
  })
  void window.loadURL('app://bundle/index.html')
}
