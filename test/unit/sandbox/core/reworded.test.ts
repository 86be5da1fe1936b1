import { expect, test } from 'vitest'
import { reworded } from '../../../../src/sandbox/core/reworded'

const texts = ['<one>', '<two>', '<three>']

function after(body: unknown, from = 0): unknown {
  return JSON.parse(reworded(JSON.stringify(body), texts, from))
}

test('every field in which people write freely holds one of the texts, in turn', () => {
  expect(
    after({ data: { Media: { title: { romaji: 'a', native: 'b' }, synonyms: ['c'] } } }),
  ).toEqual({
    data: { Media: { title: { romaji: '<one>', native: '<two>' }, synonyms: ['<three>'] } },
  })
  expect(after([{ title_romaji: 'a', notes: 'b' }], 2)).toEqual([
    { title_romaji: '<three>', notes: '<one>' },
  ])
})

test('what is written at length holds several', () => {
  expect(after({ about: 'me' })).toEqual({
    about: '<one>\n\n<two>\n\n<three>\n\n<one>\n\n<two>\n\n<three>',
  })
  const { body } = after({ body: 'x'.repeat(2_500) }) as { body: string }
  expect(body.length).toBeGreaterThanOrEqual(2_000)
})

test('numbers, addresses, empty fields and words of a closed set stay', () => {
  const kept = {
    id: 7,
    name: '12',
    siteUrl: 'https://anilist.co/anime/7',
    status: 'FINISHED',
    role: 'MAIN',
    title: null,
    text: '',
    language: 'JAPANESE',
  }

  expect(after(kept)).toEqual(kept)
})
