import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ServiceId } from '../../../src/shared/service'
import { rows } from '../../integration/providers/rows/rows'
import { coveragePage, linesOf } from '../../support/coverage'
import { uses } from '../../support/coverage-uses'
import { readRepositoryFile, repositoryRoot } from '../../support/repository'
import { besideRepository } from '../main/providers/document-samples'

const lines = linesOf(rows)
const documented = JSON.parse(readRepositoryFile('test/fixtures/services/calls.json')) as Record<
  'anilist-v1' | 'anisearch',
  readonly string[]
>

/** As main calls it: the maps of a database by the name of the list they are read for. */
function memberIn(client: string): string {
  const known: Readonly<Record<string, string>> = {
    'someEntries.call': 'someEntries',
    'database.byMalId': 'titlesByMalId',
    'database.titles': '(?:titlesByName|titles)',
  }
  return known[client] ?? client.split('.').at(-1) ?? client
}

function callsOf(service: ServiceId): ReadonlySet<string> {
  return new Set(lines.filter((line) => line.service === service).map(({ call }) => call))
}

test('the page of coverage says what the tests prove', async () => {
  expect(readRepositoryFile('docs/coverage.md')).toBe(await coveragePage(rows))
})

test('no line lacks a part', () => {
  for (const line of lines) {
    for (const part of Object.values(line)) expect(part).not.toBe('')
  }
})

test('each call is needed by a view, or by something the app does by itself', () => {
  expect(lines.filter(({ usedBy }) => usedBy === '').map(({ call }) => call)).toEqual([])
})

describe.each(Object.entries(uses))('%s', (client, { service, calls = [], own = [] }) => {
  const member = new RegExp(`\\b${memberIn(client)}\\b`)

  test.runIf(service)('is called where the window asks for it', () => {
    const text = readRepositoryFile(`src/main/services/${service}`)

    expect(text).toMatch(member)
    for (const name of calls) expect(text).toContain(`'${name}'`)
  })

  test.runIf(own.length > 0)('is called where the app needs it by itself', () => {
    for (const [, file] of own) expect(readRepositoryFile(`src/main/${file}`)).toMatch(member)
  })
})

test('no two rows of a service are called alike', () => {
  const names = rows.map(({ service, proves }) => `${service}: ${proves}`)

  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

describe.each(['anilist-v1', 'anisearch'] as const)(
  'each call of the document of %s',
  (service) => {
    test.each(documented[service])('%s is covered', (call) => {
      expect(callsOf(service)).toContain(call)
    })
  },
)

test('each document of AniList is covered, and no other', async () => {
  const folder = join(repositoryRoot, 'src/main/providers/anilist/documents')
  const modules = await Promise.all(
    readdirSync(folder).map((file) => import(join(folder, file)) as Promise<object>),
  )
  const operations = modules
    .flatMap((module) => Object.entries(module) as [string, unknown][])
    .flatMap(([name, text]) =>
      name.endsWith('Document') && typeof text === 'string'
        ? [/(query|mutation) \w+/.exec(text)?.[0] ?? name]
        : [],
    )

  const made = [...callsOf('anilist')].filter((call) => call !== 'mutation SaveMediaListEntries')
  expect(made.sort()).toEqual([...new Set(operations)].sort())
})

// What people can do at AniList, as fields of its schema.
const abilities = [
  ...['Viewer', 'User', 'Page.users', 'MediaListCollection', 'Page.mediaList'],
  ...['SaveMediaListEntry', 'UpdateMediaListEntries', 'DeleteMediaListEntry', 'DeleteCustomList'],
  ...['UpdateUser', 'Media', 'Page.media', 'GenreCollection', 'MediaTagCollection'],
  ...['Page.airingSchedules', 'Character', 'Page.characters', 'Staff', 'Page.staff', 'Studio'],
  ...['Page.studios', 'ToggleFavourite', 'Page.reviews', 'Review', 'SaveReview', 'RateReview'],
  ...['DeleteReview', 'Page.activities', 'SaveTextActivity', 'SaveMessageActivity'],
  ...['SaveActivityReply', 'DeleteActivity', 'DeleteActivityReply', 'ToggleLikeV2'],
  ...['Page.notifications', 'Page.following', 'Page.followers', 'ToggleFollow', 'Page.threads'],
  ...['Thread', 'Page.threadComments', 'SaveThread', 'DeleteThread', 'ToggleThreadSubscription'],
  ...['SaveThreadComment', 'DeleteThreadComment'],
]

test.each(abilities)('AniList is asked for %s', (field) => {
  const routes = lines.filter(({ service }) => service === 'anilist').map(({ route }) => route)

  expect(routes.flatMap((route) => route.split(' ')[1]?.split('+') ?? [])).toContain(field)
})

const v1 = besideRepository('shared/seeds/anilist-api-v1.txt')
const ratings = besideRepository('shared/seeds/anisearch-ratings-api.txt')

// A machine without the documents cannot compare with them; the list is used all the same.
test.skipIf(v1 === null)('the list of calls is that of the document of AniList v1', () => {
  const found: string[] = []
  for (const line of (v1 ?? '').split('\n')) {
    const [, method, path] =
      /^(?:Anime |Manga )?(GET|POST|PUT|DELETE|Get): ?(\S.*)$/.exec(line) ?? []
    const [, other] = /^alt: (\S+)$/.exec(line.trim()) ?? []
    if (method && path) found.push(`${method.toUpperCase()} ${path.trim()}`)
    else if (other) found.push(`${found.at(-1)?.split(' ')[0]} ${other}`)
  }

  expect([...new Set(found)]).toEqual(documented['anilist-v1'])
})

test.skipIf(ratings === null)('the list of calls is that of the Ratings API', () => {
  const pattern = /^(GET|POST|PUT|DELETE) https:\/\/api\.anisearch\.com\/v1\/(\S+)$/gm
  const found = [...(ratings ?? '').matchAll(pattern)].map(
    ([, method, path]) => `${method} ${path}`,
  )

  expect([...new Set(found)]).toEqual(documented.anisearch)
})
