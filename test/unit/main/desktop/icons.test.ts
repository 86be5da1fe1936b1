import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const icons = resolve(import.meta.dirname, '../../../../resources/icons')

function sizeOf(name: string) {
  const bytes = readFileSync(join(icons, `${name}.png`))
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

describe('the icon of the app', () => {
  test.each([16, 32, 48, 64, 128, 256, 512, 1024])('is there in %i pixels', (size) => {
    expect(sizeOf(`tsuzuki-${size}`)).toEqual([size, size])
  })

  test('is drawn as paths: no font has to be there', () => {
    for (const name of ['tsuzuki.svg', 'mark.svg']) {
      expect(readFileSync(join(icons, name), 'utf8')).not.toMatch(/<text|font|<image/)
    }
  })

  test('is there in the forms of Windows and macOS, with all their sizes', () => {
    const ico = readFileSync(join(icons, 'tsuzuki.ico'))
    expect(ico.readUInt16LE(4)).toBe(6)
    const icns = readFileSync(join(icons, 'tsuzuki.icns'))
    expect(icns.toString('latin1', 0, 4)).toBe('icns')
    expect(icns.readUInt32BE(4)).toBe(icns.length)
  })
})

test.each([
  'trayTemplate',
  'trayDotTemplate',
  'tray-light',
  'tray-light-dot',
  'tray-dark',
  'tray-dark-dot',
])('%s is there for plain and for fine screens', (name) => {
  expect(sizeOf(name)).toEqual([16, 16])
  expect(sizeOf(`${name}@2x`)).toEqual([32, 32])
})
