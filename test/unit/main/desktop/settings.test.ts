import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openSettings } from '../../../../src/main/desktop/settings'
import { openSettingsFile } from '../../../../src/main/plain/settings-file'
import type { Notice } from '../../../../src/shared/ipc/app'
import { type Settings, defaultSettings } from '../../../../src/shared/settings'

vi.mock('electron', async () => {
  const { forStores } = await import('./fake-electron')
  return { default: forStores('/nowhere') }
})

let dir: string
let notices: Notice[]

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tsuzuki-settings-'))
  notices = []
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

type More = Partial<Parameters<typeof openSettings>[0]>
const open = (more: More = {}) =>
  openSettings({ dir, version: '0.1.0', onNotice: (notice) => notices.push(notice), ...more })

const path = () => join(dir, 'settings.json')
const onDisk = () => JSON.parse(readFileSync(path(), 'utf8')) as Record<string, unknown>

test('at first the defaults hold', () => {
  expect(open().read()).toEqual(defaultSettings)
  expect(notices).toEqual([])
})

test('what is written comes back in the next run and is told at once', () => {
  const told: Settings[] = []
  const settings = open({ onChange: (now) => told.push(now) })

  expect(settings.write({ theme: 'dark', clientIds: { anilist: '17' } }).theme).toBe('dark')

  expect(told).toHaveLength(1)
  expect(open().read()).toEqual({
    ...defaultSettings,
    theme: 'dark',
    clientIds: { anilist: '17' },
  })
})

test('a headless run reads the same file', () => {
  open().write({ syncMinutes: 0, views: { 'library.anime': { sort: 'title' } } })
  expect(openSettingsFile(path()).store.read()).toEqual(open().read())
})

test('names with dots are names, not paths', () => {
  open().write({ views: { 'a.b': 1 }, clientIds: { 'x.y': 'z' } })
  expect(open().read()).toMatchObject({ views: { 'a.b': 1 }, clientIds: { 'x.y': 'z' } })
})

describe('settings of this run only', () => {
  test('hold over those on disk, which stay as they are', () => {
    open().write({ theme: 'light' })

    expect(open({ overrides: { theme: 'dark' } }).read().theme).toBe('dark')

    expect(open().read().theme).toBe('light')
  })

  test('end when the user chooses', () => {
    const settings = open({ overrides: { theme: 'dark' } })
    settings.write({ theme: 'contrast' })
    expect(settings.read().theme).toBe('contrast')
    expect(open().read().theme).toBe('contrast')
  })

  test('are not written with something else', () => {
    open({ overrides: { theme: 'dark' } }).write({ holdSeconds: 0 })
    expect(open().read()).toMatchObject({ theme: 'system', holdSeconds: 0 })
  })
})

describe('a damaged file', () => {
  test.each(['', '{', '[]', 'null'])('that reads %j is set aside, and that is said', (text) => {
    writeFileSync(path(), text)

    expect(open().read()).toEqual(defaultSettings)

    expect(readFileSync(join(dir, 'settings.damaged-1.json'), 'utf8')).toBe(text)
    expect(notices).toEqual([{ id: 'settings-reset', params: { file: 'settings.damaged-1.json' } }])
  })

  test('with one wrong value keeps the others', () => {
    writeFileSync(path(), JSON.stringify({ theme: 'pink', homepage: 'https://tsuzuki.example' }))

    const settings = open()

    expect(settings.read()).toEqual({ ...defaultSettings, homepage: 'https://tsuzuki.example' })
    settings.write({ theme: 'dark' })
    expect(onDisk()).toMatchObject({ theme: 'dark', homepage: 'https://tsuzuki.example' })
    expect(notices).toHaveLength(1)
  })
})

test('values of a newer version are kept', () => {
  writeFileSync(path(), JSON.stringify({ fontWeight: 500 }))
  open().write({ theme: 'dark' })
  expect(onDisk()).toMatchObject({ fontWeight: 500, theme: 'dark' })
})

test('settings of an older version are carried over before they are judged', () => {
  writeFileSync(path(), JSON.stringify({ theme: 'night', holdSeconds: 9 }))

  const settings = open({
    version: '0.2.0',
    migrations: {
      '0.2.0': (store) => {
        if (store.get('theme') === 'night') store.set('theme', 'dark')
      },
    },
  })

  expect(settings.read()).toMatchObject({ theme: 'dark', holdSeconds: 9 })
  expect(notices).toEqual([])
})

test('a place that cannot be written is said at the start, and a change fails with storage', () => {
  mkdirSync(path())

  const settings = open()

  expect(settings.read()).toEqual(defaultSettings)
  expect(notices.at(-1)).toEqual({ id: 'settings-unreadable', params: {} })
  expect(() => settings.write({ theme: 'dark' })).toThrow(
    expect.objectContaining({ failure: expect.objectContaining({ code: 'storage' }) }),
  )
  expect(settings.read().theme).toBe('system')
  expect(readdirSync(dir)).toEqual(['settings.json'])
})
