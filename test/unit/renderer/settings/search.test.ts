import { expect, test } from 'vitest'
import { i18n, languages } from '../../../../src/renderer/src/i18n'
import { searchTopics } from '../../../../src/renderer/src/settings/search'
import { topics } from '../../../../src/renderer/src/settings/topics'
import { defaultSettings } from '../../../../src/shared/settings'

const words = (key: string) => i18n.global.t(key, {}, { locale: 'de' })
const found = (typed: string) =>
  searchTopics(topics, typed, words).flatMap(({ settings }) => settings.map(({ name }) => name))

test('finds settings by their words, without case and accents', () => {
  expect(found('SCHRIFTGROSSE')).toEqual(['settings.textSize'])
  expect(found('schriftgröße')).toEqual(['settings.textSize'])
  expect(found('sprache')).toEqual(['settings.language'])
})

test('the name of a topic shows all of it', () => {
  expect(found('aussehen').length).toBeGreaterThan(3)
})

test('nothing typed shows everything, nonsense nothing', () => {
  expect(searchTopics(topics, '', words)).toHaveLength(topics.length)
  expect(found('xyzzy')).toEqual([])
})

test('every setting has a name in every language, and so has each of its values', () => {
  for (const setting of topics.flatMap((topic) => topic.settings)) {
    const labels = setting.control === 'choice' ? setting.values.map(({ label }) => label) : []
    for (const key of [setting.name, ...labels]) {
      for (const locale of languages) expect(i18n.global.te(key, locale), key).toBe(true)
    }
  }
})

test('a choice can show what is set by default', () => {
  for (const setting of topics.flatMap((topic) => topic.settings)) {
    if (setting.control !== 'choice') continue
    const value = setting.value(defaultSettings)
    expect(setting.values.map((each) => each.value)).toContain(value)
    expect(setting.value({ ...defaultSettings, ...setting.change(value) })).toBe(value)
  }
})

test('a switch changes what it shows', () => {
  for (const setting of topics.flatMap((topic) => topic.settings)) {
    if (setting.control !== 'switch') continue
    const on = !setting.value(defaultSettings)
    const changed = { ...defaultSettings, ...setting.change(on, defaultSettings) }
    expect(setting.value(changed)).toBe(on)
  }
})

test.each([
  ['settings.homepage', 'https://example.org', true],
  ['settings.homepage', 'http://example.org', false],
  ['settings.homepage', '', true],
  ['settings.signInPort', '47823', true],
  ['settings.signInPort', '80', false],
  ['settings.signInPort', 'x', false],
])('%s takes %s: %s', (name, text, good) => {
  const setting = topics.flatMap((topic) => topic.settings).find((each) => each.name === name)

  expect(setting?.control === 'text' && setting.isGood(text)).toBe(good)
})
