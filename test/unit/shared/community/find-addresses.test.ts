import { describe, expect, test } from 'vitest'
import { findAddresses } from '../../../../src/shared/community/find-addresses'

describe('addresses in a text', () => {
  test.each([
    ['See https://a.example/x.', ['https://a.example/x']],
    ['[x](https://a.example/x_(y)) z', ['https://a.example/x_(y)']],
    ['img(https://a.example/p.png)', ['https://a.example/p.png']],
    ['~!https://a.example/x!~', ['https://a.example/x']],
    ['<a href="http://a.example/?b=1&amp;c=2">', ['http://a.example/?b=1&amp;c=2']],
    ['youtube(dQw4w9WgXcQ)', ['https://www.youtube.com/watch?v=dQw4w9WgXcQ']],
    ['no https:// here', []],
    ['HTTPS://A.example/X and ftp://b.example', ['HTTPS://A.example/X']],
  ])('are found: %s', (text, found) => {
    const pieces = findAddresses(text)

    expect(pieces.filter(({ url }) => url !== null).map((piece) => piece.text)).toEqual(found)
    if (!text.startsWith('youtube')) expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  })
})
