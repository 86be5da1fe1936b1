import { expect, test } from 'vitest'
import { i18n, languageFor, speak } from '../../../src/renderer/src/i18n'

test.each([
  ['system', 'de-AT', 'de'],
  ['system', 'en-GB', 'en'],
  ['system', 'fr-FR', 'en'],
  ['de', 'en-US', 'de'],
  ['en', 'de-DE', 'en'],
] as const)('%s on a system in %s speaks %s', (wanted, system, language) => {
  expect(languageFor(wanted, system)).toBe(language)
})

test('switches the language at once', () => {
  speak('de')
  expect(i18n.global.t('promise.saved')).toBe('Alles gesichert')
  expect(document.documentElement.lang).toBe('de')

  speak('en')
  expect(i18n.global.t('promise.saved')).toBe('All saved')
})
