import { expect, test } from 'vitest'
import { unknownMedia } from '../../../../src/shared/media'
import { communityOf } from '../../../../src/main/providers/community'
import { gather, type Picture } from '../../../../src/main/providers/found'
import { createAnilist } from '../../../../src/main/providers/anilist/anilist'
import { createAnisearch } from '../../../../src/main/providers/anisearch/anisearch'
import type { MediaRecord } from '../../../../src/main/providers/provider'
import { clock } from './support'

function record(id: number, more: Partial<MediaRecord> = {}): MediaRecord {
  return {
    ...unknownMedia(`anime:${id}`),
    coverUrl: 'https://s4.anilist.co/a.jpg',
    coverUrlLarge: null,
    bannerUrl: null,
    mediaUpdatedAt: 5,
    ...more,
  }
}

const picture: Picture = { key: 'user-1', url: null, urlLarge: null, bannerUrl: null }

test('the page gets a title without the addresses, main gets them', () => {
  const found = gather((into) => into.title(record(1)))

  expect(found.value).toEqual(unknownMedia('anime:1'))
  expect(found.titles).toEqual([record(1)])
})

test('a title that was told whole is not told once more in passing', () => {
  const found = gather((into) => {
    into.mention(record(1, { popularity: 1 }))
    into.title(record(1, { popularity: 2 }))
    into.mention(record(2))
    into.mention(record(2))
  })

  expect(found.titles.map(({ popularity }) => popularity)).toEqual([2])
  expect(found.mentioned.map(({ key }) => key)).toEqual(['anime:2'])
})

test('a picture without an address is none, a banner alone is kept all the same', () => {
  const found = gather((into) => [
    into.picture(picture),
    into.picture({ ...picture, key: 'staff-2', urlLarge: 'https://s4.anilist.co/b.png' }),
    into.picture({ ...picture, key: 'user-3', bannerUrl: 'https://s4.anilist.co/c.png' }),
  ])

  expect(found.value).toEqual([false, true, false])
  expect(found.pictures.map(({ key }) => key)).toEqual(['staff-2', 'user-3'])
})

test('only a service that has a community gives one', () => {
  expect(communityOf(createAnilist({ clock }))).not.toBeNull()
  expect(communityOf(createAnisearch({ clock }))).toBeNull()
})
