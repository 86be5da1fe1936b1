import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCommandLine } from '../../electron/command-line.ts'
import { createHost } from '../../electron/host.ts'

let directory = ''

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'stand-in-'))
  const manifest = { name: 'it', type: 'module', main: './out/main.js' }
  writeFileSync(join(directory, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(directory, 'alone.cjs'), '')
})

afterAll(() => rmSync(directory, { recursive: true }))

describe("Electron's command line", () => {
  test('names a folder, whose manifest names the script', () => {
    const host = createHost(['--inspect=0', directory, '--theme=dark', 'tsuzuki://open'])

    expect(host.main).toBe(join(directory, 'out/main.js'))
    expect(host.mainIsModule).toBe(true)
    expect(host.manifest.name).toBe('it')
    expect(host.arguments).toEqual(['--inspect=0', directory, '--theme=dark', 'tsuzuki://open'])
  })

  test('or names the script itself', () => {
    const host = createHost([join(directory, 'alone.cjs')])

    expect(host.main).toBe(join(directory, 'alone.cjs'))
    expect(host.mainIsModule).toBe(false)
  })

  test('may ask for modules before that, as Playwright does', () => {
    const host = createHost(['-r', '/loader.js', '--no-sandbox', directory])

    expect(host.requires).toEqual(['/loader.js'])
    expect(host.arguments).toEqual(['--no-sandbox', directory])
  })
})

describe('switches', () => {
  const { commandLine, forChromium } = createCommandLine(['--lang=de', '--flag', 'other'])

  test('can be asked for by name', () => {
    expect(commandLine.hasSwitch('flag')).toBe(true)
    expect(commandLine.hasSwitch('fla')).toBe(false)
    expect(commandLine.getSwitchValue('lang')).toBe('de')
    expect(commandLine.getSwitchValue('flag')).toBe('')
  })

  test('that the app appends reach Chromium, except the folder of its data', () => {
    commandLine.appendSwitch('user-data-dir', '/elsewhere')
    commandLine.appendSwitch('disable-gpu')
    commandLine.appendSwitch('force-device-scale-factor', '2')

    expect(commandLine.getSwitchValue('user-data-dir')).toBe('/elsewhere')
    expect(forChromium()).toEqual(['--disable-gpu', '--force-device-scale-factor=2'])
  })
})
