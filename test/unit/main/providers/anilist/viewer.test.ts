import { expect, test } from 'vitest'
import { createAnilist } from '../../../../../src/main/providers/anilist/anilist'
import { answerOf, clock, failureFrom } from '../support'

const viewer = createAnilist({ clock }).viewer()

test('the user and the settings that shape the list are read', () => {
  const answer = answerOf({
    data: {
      Viewer: {
        id: 7,
        name: 'Kei',
        options: { titleLanguage: 'NATIVE_STYLISED', displayAdultContent: true },
        mediaListOptions: {
          scoreFormat: 'POINT_5',
          animeList: {
            customLists: ['Fall', 'Summer'],
            advancedScoring: ['Story'],
            advancedScoringEnabled: true,
          },
          mangaList: {
            customLists: null,
            advancedScoring: ['Story'],
            advancedScoringEnabled: false,
          },
        },
      },
    },
  })

  expect(viewer.parse(answer)).toEqual({
    userId: 7,
    userName: 'Kei',
    signInEndsAt: null,
    options: {
      scoreFormat: 'point-5',
      scoreTable: 'anilist',
      titleLanguage: 'native',
      adult: true,
      customLists: { anime: ['Fall', 'Summer'], manga: [] },
      advancedScores: { anime: ['Story'], manga: [] },
    },
  })
})

test('settings that are missing or unknown have a usual value', () => {
  const mediaListOptions = { scoreFormat: 'POINT_7', animeList: [], mangaList: null }
  const Viewer = { id: 7, name: 'Kei', options: null, mediaListOptions }

  expect(viewer.parse(answerOf({ data: { Viewer } })).options).toEqual({
    scoreFormat: 'point-100',
    scoreTable: 'anilist',
    titleLanguage: 'romaji',
    adult: false,
    customLists: { anime: [], manga: [] },
    advancedScores: { anime: [], manga: [] },
  })
})

test.each([{ Viewer: null }, { Viewer: { name: 'Kei' } }, { Viewer: { id: '7', name: 'Kei' } }])(
  'nobody is no viewer: %j',
  (data) => {
    expect(failureFrom(() => viewer.parse(answerOf({ data }))).code).toBe('bad-answer')
  },
)
