import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSettingsFile } from '../../../../src/main/plain/settings-file'
import { checkSettings } from '../../../../src/main/plain/settings-schema'
import { AppError } from '../../../../src/shared/failure'
import { defaultSettings } from '../../../../src/shared/settings'

let dir: string
let path: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tsuzuki-settings-'))
  path = join(dir, 'settings.json')
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const onDisk = () => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>

test('without a file the defaults hold, and none is made', () => {
  const { store, notices } = openSettingsFile(path)

  expect(store.read()).toEqual(defaultSettings)
  expect(notices).toEqual([])
  expect(readdirSync(dir)).toEqual([])
})

test('what is written is read again by the next run', () => {
  const { store } = openSettingsFile(path)

  expect(store.write({ theme: 'dark' }).theme).toBe('dark')
  store.write({ holdSeconds: 0 })

  const again = openSettingsFile(path).store
  expect(again.read()).toEqual({ ...defaultSettings, theme: 'dark', holdSeconds: 0 })
  expect(readdirSync(dir)).toEqual(['settings.json'])
})

test('settings of a newer version stay in the file', () => {
  writeFileSync(path, JSON.stringify({ theme: 'light', fontWeight: 500 }))

  openSettingsFile(path).store.write({ theme: 'dark' })

  expect(onDisk()).toMatchObject({ theme: 'dark', fontWeight: 500 })
})

describe('a damaged file', () => {
  test.each(['', '{"theme":', '[]', 'null', '\u0000\u0000\u0000'])(
    'that reads %j is set aside and the defaults hold',
    (text) => {
      writeFileSync(path, text)

      const { store, notices } = openSettingsFile(path)

      expect(store.read()).toEqual(defaultSettings)
      expect(notices).toEqual([
        { id: 'settings-reset', params: { file: 'settings.damaged-1.json' } },
      ])
      expect(readFileSync(join(dir, 'settings.damaged-1.json'), 'utf8')).toBe(text)
    },
  )

  test('never takes the place of one that was set aside before', () => {
    for (const text of ['first', 'second', 'third']) {
      writeFileSync(path, text)
      openSettingsFile(path)
    }

    expect(readFileSync(join(dir, 'settings.damaged-1.json'), 'utf8')).toBe('first')
    expect(readFileSync(join(dir, 'settings.damaged-3.json'), 'utf8')).toBe('third')
  })

  test('with a few wrong values keeps the right ones', () => {
    const text = JSON.stringify({ theme: 'pink', homepage: 'https://tsuzuki.example', textSize: 9 })
    writeFileSync(path, text)

    const { store, notices } = openSettingsFile(path)

    expect(store.read()).toEqual({ ...defaultSettings, homepage: 'https://tsuzuki.example' })
    expect(notices).toHaveLength(1)
    expect(readFileSync(join(dir, 'settings.damaged-1.json'), 'utf8')).toBe(text)
    expect(openSettingsFile(path).notices).toEqual([])
  })
})

test('whatever was stored, the settings are whole and valid', () => {
  const stored = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(fc.constantFrom(...Object.keys(defaultSettings)), fc.jsonValue()),
  )
  fc.assert(
    fc.property(stored, (value) => {
      const { settings } = checkSettings(value)
      expect(Object.keys(settings)).toEqual(Object.keys(defaultSettings))
      expect(checkSettings(settings).wrong).toEqual([])
    }),
  )
})

test('a place that cannot be written fails with storage and changes nothing', () => {
  const { store } = openSettingsFile(path)
  mkdirSync(path)

  const write = () => store.write({ theme: 'dark' })

  expect(write).toThrow(AppError)
  expect(write).toThrow(
    expect.objectContaining({ failure: expect.objectContaining({ code: 'storage' }) }),
  )
  expect(store.read().theme).toBe('system')
})

test('a file that cannot be read is left alone and told of', () => {
  mkdirSync(path)

  const { store, notices } = openSettingsFile(path)

  expect(store.read()).toEqual(defaultSettings)
  expect(notices).toEqual([{ id: 'settings-unreadable', params: {} }])
  expect(readdirSync(dir)).toEqual(['settings.json'])
})
