import { expect, test } from 'vitest'
import type { MediaRelation, Relation } from '../../../../src/shared/community/series'
import { type TitleKey, unknownMedia } from '../../../../src/shared/media'
import { mapRelations } from '../../../../src/renderer/src/discover/relation-map'

const relation = (word: MediaRelation, title: TitleKey): Relation => ({
  relation: word,
  media: unknownMedia(title),
})
const center = unknownMedia('anime:1')
const placeOf = (map: ReturnType<typeof mapRelations>, title: TitleKey) =>
  map.nodes.find(({ media }) => media.key === title)

test('what a title comes from lies to its left, what comes of it to its right', () => {
  const map = mapRelations(center, [relation('prequel', 'anime:2'), relation('sequel', 'anime:3')])
  const [before, here, after] = (['anime:2', 'anime:1', 'anime:3'] as const).map((title) =>
    placeOf(map, title),
  )
  expect(before!.x).toBeLessThan(here!.x)
  expect(here!.x).toBeLessThan(after!.x)
  expect(map.lines).toHaveLength(2)
})

test('titles of one side stand under each other and do not touch', () => {
  const many = [2, 3, 4].map((id) => relation('side-story', `anime:${id}`))
  const map = mapRelations(center, many)
  const tops = map.nodes.filter(({ relation: how }) => how).map(({ y }) => y)
  expect(tops).toEqual([0, 68, 136])
  expect(map.height).toBe(192)
})

test('what one has walked through is remembered one step further, and every title stands once', () => {
  const known = (title: TitleKey) =>
    title === 'anime:3'
      ? [
          relation('prequel', 'anime:1'),
          relation('sequel', 'anime:4'),
          relation('source', 'manga:9'),
        ]
      : []
  const map = mapRelations(center, [relation('sequel', 'anime:3')], known)
  expect(map.nodes.map(({ media }) => media.key)).toEqual(['anime:1', 'anime:3', 'anime:4'])
  expect(placeOf(map, 'anime:4')!.x).toBeGreaterThan(placeOf(map, 'anime:3')!.x)
})
