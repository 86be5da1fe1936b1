import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, ROOT, test } from './launch'

/** Where a PNG says how large it is. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)]

let home = ''

test.beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'tsuzuki-home-'))
})
test.afterEach(() => rmSync(home, { recursive: true, force: true }))

/** Runs `npm start -- …` as somebody who has never started the app before. */
function npmStart(...args: string[]) {
  const child = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs'), ...args], {
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, APPDATA: home },
  })
  let words = ''
  const listen = (data: Buffer) => (words += data.toString())
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  return new Promise<{ code: number | null; words: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, words })),
  )
}

test('npm start leaves a picture of a loaded library and ends', async () => {
  const file = join(home, 'pictures/library.png')

  const { code, words } = await npmStart('--screenshot', file, '--size', '1024x700')

  expect(words).toContain(file)
  expect(code).toBe(0)
  expect(sizeOf(readFileSync(file))).toEqual([1024, 700])
})

test('a picture of a sandbox leaves nothing in the profile of the user', async () => {
  const file = join(home, 'library.png')

  await npmStart('--screenshot', file, '--try', 'anisearch', '--theme', 'dark', '--lang', 'de')

  expect(existsSync(file)).toBe(true)
  expect(existsSync(join(home, 'Tsuzuki'))).toBe(false)
})

test('a command line that makes no sense is refused with words', async () => {
  const { code, words } = await npmStart('--size', 'huge')

  expect(code).toBe(1)
  expect(words).toContain('--size is huge, not something like 1280x800')
})
