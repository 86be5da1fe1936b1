// The smallest app there is: what its page takes to appear, nobody can undercut.
import { readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { app, BrowserWindow, protocol } from 'electron'

const types = { '.html': 'text/html', '.js': 'text/javascript' }

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true } },
])
void app.whenReady().then(() => {
  protocol.handle('app', async ({ url }) => {
    const name = basename(new URL(url).pathname)
    const headers = { 'content-type': types[extname(name)] ?? 'text/plain' }
    return new Response(await readFile(join(import.meta.dirname, name)), { headers })
  })
  const window = new BrowserWindow({ width: 1280, height: 800 })
  void window.loadURL('app://blank/index.html')
})
app.on('window-all-closed', () => app.quit())
