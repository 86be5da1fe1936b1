import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Toast } from '../../../src/shared/airing'
import { createCatalogue } from '../../../src/sandbox/world/catalogue'
import { emptyLists, hear, putOnList, someAnime, startSignedIn } from '../../support/airing-app'

interface Item {
  readonly title: string
  readonly begin: string
  readonly end: string
  readonly broadcast?: string
}

const require = createRequire(import.meta.url)
const week = 7 * 24 * 3600_000

/** The broadcasts of the newest season that has at least so many weekly ones. */
function newestSeason(least: number): readonly Item[] {
  const file = require.resolve('bangumi-data/dist/data.json')
  const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items: Item[] }
  const seasons = new Map<string, Item[]>()
  for (const item of items) {
    if (!item.broadcast?.endsWith('/P7D')) continue
    const at = new Date(item.begin)
    const season = `${at.getUTCFullYear()}-${Math.floor(at.getUTCMonth() / 3)}`
    seasons.set(season, [...(seasons.get(season) ?? []), item])
  }
  const [newest] = [...seasons]
    .filter(([, all]) => all.length >= least)
    .sort()
    .slice(-1)
  return newest?.[1] ?? []
}

/** When a broadcast first airs, by its interval `R/2026-04-08T06:30:00.000Z/P7D`, in Unix ms. */
const firstOf = ({ broadcast }: Item) => Date.parse(broadcast?.split('/')[1] ?? '')

/** `title/episode` of all that airs after one moment and up to another (Unix ms). */
function airedBetween(season: readonly Item[], from: number, to: number): string[] {
  return season.flatMap((item) => {
    const episodes: string[] = []
    for (let n = 1, at = firstOf(item); at <= to; n += 1, at += week) {
      const isOver = item.end !== '' && at > Date.parse(item.end)
      if (at > from && !isOver) episodes.push(`${item.title}/${n}`)
    }
    return episodes
  })
}

function announcedIn(toasts: readonly { at: number; toast: Toast }[]): string[] {
  return toasts.flatMap(({ toast }) => {
    if (toast.kind === 'episode') return [`${toast.name}/${toast.episode}`]
    if (toast.kind !== 'digest') return []
    return toast.lines.flatMap(({ name, episodes }) => episodes.map((n) => `${name}/${n}`))
  })
}

test('a week of the newest real season is announced whole, and nothing else', async () => {
  const season = newestSeason(40)
  expect(season.length).toBeGreaterThanOrEqual(40)
  const begins = season.map(firstOf).toSorted((a, b) => a - b)
  // The fourth week after half of it has begun: premieres are still to come, nothing is over.
  const wall = (begins[Math.floor(begins.length / 2)] ?? 0) + 3 * week
  const catalogue = createCatalogue({ anime: 3 * season.length, manga: 10, wall })
  const one = await startSignedIn('anilist', { wall, catalogue, entries: 0 })
  const { app, clock, sandbox } = one
  const series = someAnime(catalogue, season.length)
  for (const [nth, item] of season.entries()) {
    const end = item.end === '' ? null : Date.parse(item.end)
    const total = end === null ? null : Math.floor((end - firstOf(item)) / week) + 1
    Object.assign(series[nth] ?? {}, {
      romaji: item.title,
      broadcast: { firstAt: firstOf(item) / 1000, total },
      episodes: total,
    })
  }
  emptyLists(sandbox, 'anilist')
  putOnList(sandbox, 'anilist', series, { status: 'CURRENT', progress: 0 })
  const heard = hear(one)
  const from = clock.wall()
  await app.handlers['sync:now'](one.account.id, true)

  await clock.advance(week)

  const expected = airedBetween(season, from, clock.wall())
  expect(expected.length).toBeGreaterThanOrEqual(40)
  expect(announcedIn(heard).toSorted()).toEqual(expected.toSorted())
  expect(heard.some(({ toast }) => toast.kind === 'episode')).toBe(true)
}, 60_000)
