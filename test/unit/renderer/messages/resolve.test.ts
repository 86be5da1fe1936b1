import { expect, test } from 'vitest'
import { resolveMessage } from '../../../../src/renderer/src/messages/resolve'

const words = { common: { ago: '{time} ago', deep: { er: 'Deeper' } }, tags: { 1: 'Anime' } }

test.each([
  ['common.ago', '{time} ago'],
  ['common.deep.er', 'Deeper'],
  ['tags.1', 'Anime'],
])('finds %s, once and again', (path, text) => {
  expect(resolveMessage(words, path)).toBe(text)
  expect(resolveMessage(words, path)).toBe(text)
})

test.each(['nothing', 'common.nothing', 'common.ago.further', 'common.toString', ''])(
  'finds nothing at %j',
  (path) => {
    expect(resolveMessage(words, path)).toBeNull()
  },
)

test('each language has words of its own', () => {
  expect(resolveMessage(words, 'common.ago')).toBe('{time} ago')
  expect(resolveMessage({ common: { ago: 'vor {time}' } }, 'common.ago')).toBe('vor {time}')
})

test('what is no collection of words has none', () => {
  expect(resolveMessage(null, 'common.ago')).toBeNull()
  expect(resolveMessage('common', 'length')).toBeNull()
})
