import { expect, test } from 'vitest'
import { createAnilistV1 } from '../../../../../src/main/providers/anilist-v1/anilist-v1'
import { sample } from '../document-samples'
import { answerOf, clock, failureFrom } from '../support'

const viewer = createAnilistV1({ clock }).viewer()
const user = sample('anilist-v1/user.json')['user'] as Record<string, unknown>

test('the user of the document is read to the letter, empty slots kept', () => {
  expect(viewer).toMatchObject({ name: 'GET user', method: 'GET', path: 'user' })
  expect(viewer.parse(answerOf(user))).toEqual({
    userId: 1,
    userName: 'Josh',
    signInEndsAt: null,
    options: {
      scoreFormat: 'point-10-decimal',
      scoreTable: 'anilist-v1',
      titleLanguage: 'romaji',
      adult: true,
      customLists: {
        anime: ['', 'Fall Anime', 'Summer Anime', '', ''],
        manga: ['', '', '', '', ''],
      },
      advancedScores: {
        anime: ['Story', 'Characters', 'Visuals', 'Audio', 'Enjoyment'],
        manga: ['Story', 'Characters', 'Visuals', 'Audio', 'Enjoyment'],
      },
    },
  })
})

test.each([
  [0, 'point-10'],
  [1, 'point-100'],
  [2, 'point-5'],
  [3, 'point-3'],
  [4, 'point-10-decimal'],
  ['2', 'point-5'],
  [9, 'point-100'],
  [null, 'point-100'],
])('score type %j is %s', (scoreType, format) => {
  const { options } = viewer.parse(answerOf({ ...user, score_type: scoreType }))

  expect(options.scoreFormat).toBe(format)
})

test('flags come as 0 and 1, names with blanks in front, slots as nothing', () => {
  const { options } = viewer.parse(
    answerOf({
      ...user,
      adult_content: 0,
      title_language: 'japanese',
      advanced_rating: 1,
      advanced_rating_names: ['Story', ' Visuals'],
      custom_list_anime: [null, 'Fall'],
      custom_list_manga: '',
    }),
  )

  expect(options).toMatchObject({
    adult: false,
    titleLanguage: 'native',
    customLists: { anime: ['', 'Fall'], manga: [] },
    advancedScores: { anime: ['Story', 'Visuals'] },
  })
})

test('ratings that are switched off have no names', () => {
  const { options } = viewer.parse(answerOf({ ...user, advanced_rating: 0 }))

  expect(options.advancedScores).toEqual({ anime: [], manga: [] })
})

test.each([{}, [], null, { id: 'x', display_name: 'Josh' }])('nobody is no user: %j', (body) => {
  expect(failureFrom(() => viewer.parse(answerOf(body))).code).toBe('bad-answer')
})
