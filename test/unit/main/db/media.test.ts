import { expect, test } from 'vitest'
import { packKey } from '../../../../src/main/db/keys'
import { toMedia } from '../../../../src/main/db/media'
import { unknownMedia } from '../../../../src/shared/media'
import { mediaOf } from '../../../support/entries'
import { memoryTables } from '../../../support/tables'

const key = packKey(1, 'anime:5')
const record = mediaOf('anime:5', {
  titles: { romaji: 'Tsuzuki', english: null, native: '続き' },
  synonyms: ['Next'],
  episodes: 12,
  nextEpisode: { episode: 3, airingAt: 1_800_000_000 },
  coverUrl: 'https://pictures.example/small.png',
  hasCover: true,
})

test('what is known of a title comes back as it was put', () => {
  const { media } = memoryTables()
  expect(media.get(key)).toBeNull()
  media.put(key, record)
  expect(media.get(key)).toEqual(record)
  media.put(key, { ...record, episodes: 13, nextEpisode: null })
  expect(media.get(key)).toMatchObject({ episodes: 13, nextEpisode: null })
})

test('titles and the next broadcast stand in columns of their own', () => {
  const { db, media } = memoryTables()
  media.put(key, record)
  expect(db.sql.prepare('SELECT romaji, english, native, airing_at FROM media').get()).toEqual({
    romaji: 'Tsuzuki',
    english: null,
    native: '続き',
    airing_at: 1_800_000_000,
  })
})

test('what has not changed is not written again', () => {
  const { db, media } = memoryTables()
  media.put(key, record)
  const changes = () => db.sql.prepare('SELECT total_changes() AS n').get()?.['n']
  const before = changes()
  media.put(key, record)
  expect(changes()).toBe(before)
})

test('who watches is told of each record that is another one now, and of no other', () => {
  const { media } = memoryTables()
  const heard: number[] = []
  media.watch((changed) => heard.push(changed))

  media.put(key, record)
  media.put(key, record)
  media.put(packKey(1, 'anime:6'), { ...record, key: 'anime:6' })
  media.put(key, { ...record, episodes: 13 })

  expect(heard).toEqual([key, packKey(1, 'anime:6'), key])
})

test('the window learns no address of a picture', () => {
  const { db, media } = memoryTables()
  media.put(key, record)
  const { data } = db.sql.prepare('SELECT data FROM media').get() as { data: string }
  const shown = toMedia(key, data)
  expect(shown).toMatchObject({ key: 'anime:5', hasCover: true, episodes: 12 })
  expect(JSON.stringify(shown)).not.toContain('pictures.example')
})

test('a title of which nothing is known has its number', () => {
  expect(toMedia(packKey(3, 'manga:7'), null)).toEqual(unknownMedia('manga:7'))
})
