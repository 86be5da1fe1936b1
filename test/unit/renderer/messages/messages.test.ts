import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { i18n, languages } from '../../../../src/renderer/src/i18n'
import { de } from '../../../../src/renderer/src/messages/de'
import { en } from '../../../../src/renderer/src/messages/en'
import { failureCodes } from '../../../../src/shared/failure'

const source = join(import.meta.dirname, '../../../../src/renderer/src')

function leaves(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    const here = path ? `${path}.${key}` : key
    return typeof value === 'object' && value !== null
      ? leaves(value, here)
      : [[here, String(value)] satisfies [string, string]]
  })
}

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
const english = new Map(leaves(en))
const german = new Map(leaves(de))

test('both languages have the same keys', () => {
  expect([...german.keys()].sort()).toEqual([...english.keys()].sort())
})

test('no text is empty', () => {
  for (const [key, text] of [...english, ...german]) expect(text.trim(), key).not.toBe('')
})

test.each([...english])('%s takes the same values in both languages', (key, text) => {
  expect(placeholders(german.get(key) ?? '')).toEqual(placeholders(text))
})

test('every failure has words in every language', () => {
  for (const locale of languages) {
    for (const code of failureCodes) {
      const words = i18n.global.t(`failures.codes.${code}`, { service: 'AniList' }, { locale })
      expect(words).not.toContain('failures.')
      expect(words).not.toContain('{')
    }
  }
})

test('every text can be said, in one and in many', () => {
  for (const locale of languages) {
    for (const [key, text] of locale === 'en' ? english : german) {
      const values = Object.fromEntries(placeholders(text).map((each) => [each.slice(1, -1), 3]))
      for (const count of [1, 3]) {
        const said = i18n.global.t(key, values, { locale, plural: count })
        expect(said, key).not.toMatch(/[{}|]/)
      }
    }
  }
})

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'messages' ? [] : filesOf(path)
    return /\.(ts|vue)$/.test(path) ? [path] : []
  })
}

test('every key that the window asks for exists', () => {
  const asked = filesOf(source).flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    return [...text.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key = '']) => key)
  })

  expect(asked.length).toBeGreaterThan(150)
  expect(asked.filter((key) => !english.has(key))).toEqual([])
})
