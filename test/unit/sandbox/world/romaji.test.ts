import { describe, expect, it } from 'vitest'
import { romajiOf } from '../../../../src/sandbox/world/romaji'

describe('a reading of kana', () => {
  it.each([
    ['けいおん', 'Keion'],
    ['きゃっと', 'Kyatto'],
    ['シャーマン', 'Shaaman'],
    ['フォルテッシモ', 'Forutesshimo'],
    ['まっちゃ', 'Matcha'],
    ['ファイター・ズ', 'Faitaa Zu'],
    ['NEW GAME!', 'NEW GAME!'],
    ['じゃんぷ！', 'Janpu!'],
    ['ヴァンパイア', 'Vanpaia'],
  ])('makes %s to %s', (kana, romaji) => {
    expect(romajiOf(kana)).toBe(romaji)
  })

  it('is not guessed where there are kanji', () => {
    expect(romajiOf('進撃の巨人')).toBeNull()
  })
})
