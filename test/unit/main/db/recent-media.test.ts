import { expect, test } from 'vitest'
import { createRecentMedia } from '../../../../src/main/db/recent-media'
import { mediaOf } from '../../../support/entries'

const record = mediaOf('anime:5', { coverUrl: 'https://pictures.example/5.jpg', episodes: 12 })

test('a title that was just written down is known by its text, without addresses', () => {
  const recent = createRecentMedia()
  recent.keep('{"episodes":12}', record)

  expect(recent.find('{"episodes":12}')).toMatchObject({ key: 'anime:5', episodes: 12 })
  expect(JSON.stringify(recent.find('{"episodes":12}'))).not.toContain('pictures.example')
  expect(recent.find('{"episodes":13}')).toBeNull()
})

test('only the latest are kept', () => {
  const recent = createRecentMedia()
  for (let i = 0; i <= 1_000; i += 1) recent.keep(String(i), record)

  expect(recent.find('0')).toBeNull()
  expect(recent.find('1000')).not.toBeNull()
})
