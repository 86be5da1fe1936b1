import { expect, test } from 'vitest'
import { pictureUrl } from '../../../../src/main/providers/pictures'

test.each([
  ['https://s4.anilist.co/file/a.jpg', 'https://s4.anilist.co/file/a.jpg'],
  ['http://img.anilist.co/user/reg/1.png', 'https://img.anilist.co/user/reg/1.png'],
  ['http://anilist.co/img/dir/anime/med/30.jpg', 'https://anilist.co/img/dir/anime/med/30.jpg'],
  ['https://cdn.anisearch.com/a b.webp', 'https://cdn.anisearch.com/a%20b.webp'],
  ['http://127.0.0.1:4010/anilist/covers/1.png', 'http://127.0.0.1:4010/anilist/covers/1.png'],
])('%s is fetched as %s', (text, url) => {
  expect(pictureUrl(text)).toBe(url)
})

test.each([
  'http://i.imgur.com/ZHAUS4K.jpg',
  'https://anilist.co.evil.example/a.jpg',
  'https://evilanilist.co/a.jpg',
  'ftp://anilist.co/a.jpg',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'https://s4.anilist.co/file/anilistcdn/media/manga/cover/medium/default.jpg',
  'picture',
  '',
  null,
  undefined,
  5,
])('%j is no picture', (value) => {
  expect(pictureUrl(value)).toBeNull()
})
