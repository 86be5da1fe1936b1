import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, test } from 'vitest'
import type { ListRow } from '../../../../src/shared/entry'
import { idOf, kindOf } from '../../../../src/shared/media'
import { startSignedIn, type SignedIn } from '../../../support/signed-in'

const started: SignedIn[] = []
const dayMs = 24 * 60 * 60_000

afterEach(async () => {
  for (const { app, profile } of started.splice(0)) {
    await app.stop()
    profile.remove()
  }
})

async function start(options: Parameters<typeof startSignedIn>[1] = {}) {
  const all = await startSignedIn('anisearch', { services: ['anisearch', 'anilist'], ...options })
  started.push(all)
  await all.clock.advance(10 * 60_000)
  const asked = (service: 'anilist' | 'anisearch', route: string) =>
    all.sandbox.inspect.requests(service)[route] ?? 0
  const seriesOf = ({ title }: ListRow) =>
    all.catalogue.byAnisearch(kindOf(title), idOf(title)) ?? expect.unreachable()
  const readAgain = async () => {
    await all.app.handlers['sync:now'](all.account.id, true)
    await all.clock.advance(10 * 60_000)
  }
  return { ...all, asked, seriesOf, readAgain }
}

const byMalId = 'query Page.media'

test('titles and covers come from AniList by MyAnimeList id', async () => {
  const { rows, seriesOf, app, account } = await start()

  const mapped = (await rows()).filter((row) => seriesOf(row).idMal !== null)
  for (const row of mapped) {
    expect(row.media.titles.romaji).toBe(seriesOf(row).romaji)
    expect(row.media.key).toBe(row.title)
  }
  for (const kind of ['anime', 'manga'] as const) {
    const covered = mapped.find(({ title, media }) => kindOf(title) === kind && media.hasCover)
    const id = idOf(covered?.title ?? expect.unreachable())
    expect(app.pictures.urlOf(account.id, kind, id, 'small')).toMatch(/^http/)
  }
})

test('fifty titles are asked for with one request', async () => {
  // Manga alone: of anime AniList is also asked when they air.
  const { rows, asked, seriesOf } = await start({ entries: { anime: 0, manga: 120 } })

  const mapped = (await rows()).filter((row) => seriesOf(row).idMal !== null)
  expect(mapped.length).toBeGreaterThan(100)
  expect(asked('anilist', byMalId)).toBe(Math.ceil(mapped.length / 50))
})

test('the window is told which rows have got their title', async () => {
  const { app, rows } = await start()

  const told = app.told('library:changed').flatMap((news) => news.rows)
  for (const row of await rows()) {
    const last = told.filter(({ title }) => title === row.title).at(-1)
    expect(last?.media.titles).toEqual(row.media.titles)
  }
})

test('what is known is not asked for at each reading, what still runs is after three days', async () => {
  const { rows, asked, readAgain, clock } = await start()
  const before = asked('anilist', byMalId)

  await readAgain()
  expect(asked('anilist', byMalId)).toBe(before)

  expect((await rows()).some(({ media }) => media.status === 'releasing')).toBe(true)
  await clock.advance(3 * dayMs)
  await readAgain()
  expect(asked('anilist', byMalId)).toBeGreaterThan(before)
})

test('without AniList, anime are called as aniSearch calls them, manga stay usable by their number', async () => {
  const { rows, seriesOf, app, ref, asked } = await start({ services: ['anisearch'] })

  const all = await rows()
  const anime = all.filter(({ title }) => kindOf(title) === 'anime')
  const own = anime.filter((row) => row.media.titles.romaji === seriesOf(row).romaji)
  expect(own.length).toBeGreaterThan(0)
  expect(
    anime.filter(({ media }) => Object.values(media.titles).every((name) => name === null)),
  ).toEqual([])
  expect(asked('anisearch', 'GET {mediaType}/titles')).toBe(1)

  const manga = all.find(({ title }) => kindOf(title) === 'manga') ?? expect.unreachable()
  expect(manga.media.titles).toEqual({ romaji: null, english: null, native: null })
  const changed = await app.handlers['library:edit'](ref(manga.title), { notes: 'Still here.' })
  expect(changed).toBeDefined()
})

test('all names of aniSearch are asked for once a day at most', async () => {
  const { asked, readAgain, sandbox, catalogue, clock, rows } = await start({
    services: ['anisearch'],
  })
  const names = 'GET {mediaType}/titles'
  const onList = new Set((await rows()).map(({ title }) => title))
  const absent = catalogue.of('anime').filter((each) => !onList.has(`anime:${each.idAnisearch}`))
  const [fresh] = absent
  sandbox.control.remoteEdit('anisearch', fresh?.id ?? 0, { status: 'PLANNING' })

  await readAgain()
  const row = (await rows()).find(({ title }) => title === `anime:${fresh?.idAnisearch}`)
  expect(row?.media.titles.romaji ?? row?.media.titles.native).toBeTruthy()
  await clock.advance(2 * dayMs)
  await readAgain()

  expect(asked('anisearch', names)).toBe(1)
})

test('titles of services that tell them are not asked for elsewhere', async () => {
  const all = await startSignedIn('anilist', { services: ['anisearch', 'anilist'] })
  started.push(all)
  await all.clock.advance(10 * 60_000)

  expect(lentIn(all)).toBe(0)
  expect(lentIn(await start())).toBeGreaterThan(0)
})

/** Titles of which somebody noted that they came without a name. */
function lentIn({ profile }: SignedIn): number {
  const sql = new DatabaseSync(join(profile.dir, 'library.db'), { readOnly: true })
  const row = sql.prepare('SELECT COUNT(*) AS count FROM lent_titles').get()
  sql.close()
  return Number(row?.['count'])
}
