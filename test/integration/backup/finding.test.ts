import { afterEach, describe, expect, test } from 'vitest'
import { createCatalogue } from '../../../src/sandbox/world/catalogue'
import type { Series } from '../../../src/sandbox/world/series'
import { readTitles } from '../../../src/sandbox/world/titles'
import { titleKey } from '../../../src/shared/media'
import type { ServiceId } from '../../../src/shared/service'
import { drop, finished, outcome } from '../../support/backup-acts'
import { startSignedIn, type SignedIn } from '../../support/signed-in'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup()
})

/** An account with nothing on its list. */
async function empty(service: ServiceId, options: Parameters<typeof startSignedIn>[1] = {}) {
  const world = await startSignedIn(service, { entries: { anime: 0, manga: 0 }, ...options })
  cleanups.push(world.profile.remove)
  return world
}

const malXml = (series: readonly Series[]) =>
  Buffer.from(`<?xml version="1.0"?><myanimelist><myinfo><user_export_type>1</user_export_type></myinfo>
${series
  .map(
    ({ idMal }) => `<anime><series_animedb_id>${idMal}</series_animedb_id>
<my_watched_episodes>1</my_watched_episodes><my_score>7</my_score>
<my_status>Watching</my_status></anime>`,
  )
  .join('\n')}</myanimelist>`)

const animePlanet = (series: readonly Series[]) =>
  Buffer.from(
    JSON.stringify({
      user: { name: 'Mia' },
      export: { type: 'anime', date: '2020-01-01', version: '0.1a' },
      entries: series.map(({ romaji }) => ({
        name: romaji,
        status: 'watching',
        rating: 4,
        times: 0,
        eps: 1,
      })),
    }),
  )

const some = ({ catalogue }: SignedIn, count: number) =>
  catalogue
    .of('anime')
    .filter(({ idMal }) => idMal !== null)
    .slice(0, count)

describe.each(['anilist', 'anisearch'] as const)('%s, asked for ids of MyAnimeList', (service) => {
  test('an empty list takes a whole MyAnimeList file once the service was asked', async () => {
    const world = await empty(service)
    const series = some(world, 60)
    const before = await drop(world, 'animelist.xml', malXml(series))
    expect(before.byClass).toMatchObject({ unmatched: 60, new: 0 })
    const requests = service === 'anilist' ? 2 : 1
    expect(before.askable).toMatchObject({ rows: 60, requests })

    const after = await outcome(world, world.app.handlers['backup:ask']())

    expect(after.byClass).toMatchObject({ unmatched: 0, new: 60 })
    expect(after.askable).toBeNull()
    await finished(world, await outcome(world, world.app.handlers['backup:apply']()))
    const rows = await world.rows()
    expect(rows.map(({ title }) => title).toSorted()).toEqual(
      series
        .map(({ id, idAnisearch }) => titleKey('anime', service === 'anisearch' ? idAnisearch : id))
        .toSorted(),
    )
    expect(rows.every(({ entry }) => entry.score === 70 && entry.progress === 1)).toBe(true)
    await world.clock.advance(24 * 3600_000)
    expect(world.sandbox.inspect.entries(service)).toHaveLength(60)
  })
})

describe.each(['anilist', 'anilist-v1', 'anisearch'] as const)('%s, asked for names', (service) => {
  test('a file without any ids finds its titles', async () => {
    const world = await empty(service)
    const series = some(world, 12)
    const before = await drop(world, 'export.json', animePlanet(series))
    expect(before.byClass).toMatchObject({ unmatched: 12 })
    const requests = { anilist: 2, 'anilist-v1': 12, anisearch: 1 }[service]
    expect(before.askable).toMatchObject({ rows: 12, requests })

    const after = await outcome(world, world.app.handlers['backup:ask']())

    expect(after.byClass.new + after.byClass.doubtful).toBe(12)
    expect(after.byClass.new).toBeGreaterThan(6)
  })
})

test('what was found before the service could not be reached any more stays found', async () => {
  const world = await empty('anilist')
  const series = some(world, 110)
  await drop(world, 'animelist.xml', malXml(series))
  let sent = 0
  const { handle } = world.sandbox
  world.sandbox.handle = (request) => {
    sent += 1
    return sent > 2 ? Promise.resolve({ fault: 'refused' }) : handle(request)
  }

  await expect(outcome(world, world.app.handlers['backup:ask']())).rejects.toMatchObject({
    failure: { code: 'offline' },
  })

  const preview = await world.app.handlers['backup:preview']()
  expect(preview?.byClass).toMatchObject({ new: 100, unmatched: 10 })
  expect(preview?.askable).toMatchObject({ rows: 10, requests: 1 })
})

test('asking can be stopped', async () => {
  const world = await empty('anilist-v1')
  await drop(world, 'export.json', animePlanet(some(world, 100)))
  const asked = world.app.handlers['backup:ask']()
  await world.clock.advance(30_000)

  await world.app.handlers['backup:ask-stop']()
  const preview = await outcome(world, asked)

  expect(preview.byClass.new + preview.byClass.doubtful).toBeGreaterThan(0)
  expect(preview.askable?.rows).toBeGreaterThan(0)
})

test('anime that everybody knows are found without a request, and are called by their names', async () => {
  const titles = readTitles().filter(({ anilist, mal }) => anilist > 0 && mal > 0)
  const catalogue = createCatalogue({ titles, manga: 10, wall: Date.UTC(2026, 0, 15) })
  const world = await empty('anilist', { catalogue, titles })
  const bebop = catalogue.byMal('anime', 1)!
  const preview = await drop(world, 'animelist.xml', malXml([bebop]))
  expect(preview.byClass).toMatchObject({ new: 1 })
  expect(preview.askable).toBeNull()

  await finished(world, await outcome(world, world.app.handlers['backup:apply']()))

  const [row] = await world.rows()
  expect(row?.title).toBe('anime:1')
  expect(row?.media.titles.native).toBe('COWBOY BEBOP')
  expect(row?.media.malId).toBe(1)
})
