import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isStale } from '../../../../scripts/start/build'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stale-'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** A file that was changed so many seconds after 1970. */
function put(name: string, second: number) {
  const path = join(root, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, '')
  utimesSync(path, second, second)
}

function putBuilt(second: number) {
  for (const name of ['main/index.js', 'preload/index.cjs', 'renderer/index.html'])
    put(`out/${name}`, second)
}

/** Folders change too when something is put into them. */
function settle(second: number) {
  for (const name of ['src', 'src/main']) utimesSync(join(root, name), second, second)
}

test('an app that was never built is stale', () => {
  expect(isStale(root)).toBe(true)
})

test('a build newer than all sources is not', () => {
  put('src/main/index.ts', 100)
  put('package.json', 100)
  settle(100)
  putBuilt(200)

  expect(isStale(root)).toBe(false)
})

test('one newer source, deep down, makes it stale', () => {
  put('src/main/index.ts', 300)
  settle(100)
  putBuilt(200)

  expect(isStale(root)).toBe(true)
})

test('a build that broke off halfway is stale', () => {
  put('src/main/index.ts', 100)
  settle(100)
  putBuilt(200)
  rmSync(join(root, 'out/renderer'), { recursive: true })

  expect(isStale(root)).toBe(true)
})
