import { beforeEach, expect, test } from 'vitest'
import { createShowsTable } from '../../../../../src/main/db/airing-shows'
import { createNoticesTable } from '../../../../../src/main/db/airing-notices'
import { type Database, openDatabase } from '../../../../../src/main/db/database'
import { createShows, type Shows } from '../../../../../src/main/services/airing/shows'

let db: Database
let shows: Shows
const merges: [number, number][] = []

const open = () => {
  merges.length = 0
  shows = createShows(createShowsTable(db), (kept, gone) => merges.push([kept, gone]))
}
beforeEach(() => {
  db = openDatabase(':memory:')
  open()
})

test('names of one work lead to one show, also after a restart', () => {
  const show = shows.of('r anilist 5', 'r mal 7')

  expect(shows.of('r mal 7')).toBe(show)
  open()
  expect(shows.of('r anilist 5')).toBe(show)
  expect(shows.namesOf(show).toSorted()).toEqual(['r anilist 5', 'r mal 7'])
})

test('a name that is new for a known show is learnt', () => {
  const show = shows.of('r mal 7')
  shows.of('r mal 7', 'r anisearch 9')

  expect(shows.find('r anisearch 9')).toBe(show)
  expect(shows.find('r anisearch 10')).toBeNull()
})

test('shows that turn out to be one are joined, with what the user chose and what was said', () => {
  const one = shows.of('r anilist 5')
  const other = shows.of('r anisearch 9')
  shows.put({ ...shows.get(one), followed: true, since: 2000 })
  shows.put({
    ...shows.get(other),
    muted: true,
    delay: 30,
    followed: true,
    since: 1000,
    rank: 3,
    asked: 8,
    coveredUntil: 99,
  })
  const notices = createNoticesTable(db)
  const said = { kind: 'episode', dueAt: 0, state: 'said', way: 'toast', saidAt: 1 } as const
  notices.add({ ...said, show: one, episode: 1 })
  notices.add({ ...said, show: other, episode: 1 })
  notices.add({ ...said, show: other, episode: 2 })

  expect(shows.of('r anilist 5', 'r anisearch 9')).toBe(one)

  expect(merges).toEqual([[one, other]])
  expect(shows.get(one)).toEqual({
    id: one,
    muted: true,
    delay: 30,
    followed: true,
    since: 1000,
    rank: 3,
    asked: 8,
    coveredUntil: 99,
  })
  expect(notices.keys().map(({ show, episode }) => [show, episode])).toEqual([
    [one, 1],
    [one, 2],
  ])
  open()
  expect([...shows.all()].map(({ id }) => id)).toEqual([one])
  expect(shows.find('r anisearch 9')).toBe(one)
})

test('two works that one service tells apart stay two, though they share a number elsewhere', () => {
  const part1 = shows.of('r anilist 5', 'r mal 7')
  const part2 = shows.of('r anilist 6', 'r mal 7')

  expect(part2).not.toBe(part1)
  expect(shows.of('r anisearch 9', 'r mal 7')).toBe(part1)
  expect(shows.of('r anilist 6', 'r mal 7')).toBe(part2)
  expect(merges).toEqual([])
})

test('titles of different worlds are never one', () => {
  expect(shows.of('sandbox anilist 5')).not.toBe(shows.of('r anilist 5'))
})

test('what was met under another name is the same work', () => {
  const show = shows.of('r anisearch 9', 'r mal 7')

  expect(shows.of('r anilist 5', 'r mal 7')).toBe(show)
})

test('what was rolled back is forgotten once it is read anew', () => {
  const kept = shows.of('r anilist 5')
  expect(() =>
    db.transaction(() => {
      shows.of('r anilist 6')
      throw new Error('no')
    }),
  ).toThrow('no')
  shows.read()

  expect(shows.find('r anilist 6')).toBeNull()
  expect(shows.find('r anilist 5')).toBe(kept)
})
