import { expect, test } from 'vitest'
import type { TitleLanguage } from '../../../src/shared/account'
import { ownTitlesName, readOwnTitles, titleChoiceOf } from '../../../src/shared/title-choice'
import { titleOf } from '../../../src/shared/titles'
import { accountOptions } from '../../support/account-options'

const account = (id = 1, titleLanguage: TitleLanguage = 'romaji') => ({
  id,
  options: accountOptions({ titleLanguage }),
})

const media = {
  key: 'anime:7',
  titles: { romaji: 'Sousou no Frieren', english: 'Frieren', native: '葬送のフリーレン' },
} as const

test('an account follows the settings, and those follow the service', () => {
  const mia = account(1, 'native')

  expect(titleChoiceOf({ views: {}, titleLanguage: 'account' }, mia).language).toBe('native')
  expect(titleChoiceOf({ views: {}, titleLanguage: 'english' }, mia).language).toBe('english')
})

test('what was chosen for the account stands above the settings, for a title above that', () => {
  const mia = account()
  const views = {
    [ownTitlesName(mia.id)]: { language: 'native', titles: { 'anime:7': 'english' } },
  }
  const choice = titleChoiceOf({ views, titleLanguage: 'romaji' }, mia)

  expect(titleOf(media, choice)).toBe('Frieren')
  expect(titleOf({ ...media, key: 'anime:8' }, choice)).toBe('葬送のフリーレン')
  expect(titleChoiceOf({ views, titleLanguage: 'romaji' }, account(2)).language).toBe('romaji')
})

test.each([undefined, null, 'english', 7, { language: 'klingon', titles: 'all' }])(
  'what is not understood counts for nothing: %o',
  (kept) => {
    expect(readOwnTitles({ [ownTitlesName(1)]: kept }, 1)).toEqual({ language: null, titles: {} })
  },
)
