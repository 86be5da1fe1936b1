import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { obtainElectron } from '../../../../scripts/start/fetch-electron'

let root = ''
let server: Server
let status = 404
const asked: string[] = []
const said: string[] = []

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'electron-'))
  mkdirSync(join(root, 'node_modules/electron/dist'), { recursive: true })
  writeFileSync(join(root, 'node_modules/electron/package.json'), '{"version":"45.4.1"}')
  status = 404
  asked.length = said.length = 0
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.writeHead(status).end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${port}/`)
  vi.stubEnv('ELECTRON_EXEC_PATH', undefined)
})

afterEach(() => {
  vi.unstubAllEnvs()
  server.close()
  rmSync(root, { recursive: true })
})

const obtain = (retry = false) => obtainElectron({ root, retry, say: (line) => said.push(line) })

/** What Electron's own install script leaves behind. */
const INSTALLED = `const fs = require('fs')
fs.writeFileSync(__dirname + '/dist/electron', '')
fs.writeFileSync(__dirname + '/path.txt', 'electron')`

test('a binary that is there is taken without asking anyone', async () => {
  writeFileSync(join(root, 'node_modules/electron/dist/electron'), '')
  writeFileSync(join(root, 'node_modules/electron/path.txt'), 'electron')

  expect(await obtain()).toEqual({ path: join(root, 'node_modules/electron/dist/electron') })
  expect(asked).toEqual([])
})

test('a host that has none is asked once, and not again at the next start', async () => {
  const first = await obtain()
  const second = await obtain()

  expect(first).toEqual({ reason: 'its host answered 404' })
  expect(second.reason).toContain('--retry-electron asks again')
  expect(asked).toEqual([`HEAD /v45.4.1/electron-v45.4.1-${process.platform}-${process.arch}.zip`])
})

test('it is asked again when the user wants it, or when Electron is another one', async () => {
  await obtain()
  await obtain(true)
  writeFileSync(join(root, 'node_modules/electron/package.json'), '{"version":"46.0.0"}')
  await obtain()

  expect(asked).toHaveLength(3)
})

test('a host that answers is fetched from, and that is remembered as a success', async () => {
  status = 200
  writeFileSync(join(root, 'node_modules/electron/install.js'), INSTALLED)

  const { path } = await obtain()

  expect(path).toBe(join(root, 'node_modules/electron/dist/electron'))
  expect(said).toEqual(['Fetching Electron 45.4.1, once…'])
  const memory = readFileSync(join(root, 'node_modules/.cache/tsuzuki/electron.json'), 'utf8')
  expect(JSON.parse(memory)).toMatchObject({ version: '45.4.1', reason: null })
})

test('a download that breaks off is remembered as a failure', async () => {
  status = 200
  writeFileSync(join(root, 'node_modules/electron/install.js'), 'process.exit(1)')

  expect(await obtain()).toEqual({ reason: 'the download failed' })
  expect((await obtain()).reason).toContain('the download failed')
})

test('nobody there is a reason like any other', async () => {
  server.close()

  expect((await obtain()).reason).toMatch(/ECONNREFUSED/)
})
