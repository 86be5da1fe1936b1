import { expect } from 'vitest'
import { type EntryPatch, emptyFields, fieldsOf } from '../../../../src/shared/entry'
import { idOf, type MediaKind, titleKey } from '../../../../src/shared/media'
import type { EntryWrite, FetchedEntry } from '../../../../src/main/providers/provider'
import type { Desk } from './desk'
import { rowsOf, type SharedRow } from './row'

async function wholeList({ ask, owner, provider }: Desk, kind: MediaKind) {
  return (await ask(provider.listPage(owner, kind, 1, null))).items
}

export function writeOf({ entry }: FetchedEntry, patch: EntryPatch): EntryWrite {
  const full = { ...fieldsOf(entry), ...patch }
  return { title: entry.title, entryId: entry.entryId, patch, full, exists: true }
}

/** A title that is not on the list. */
function unlisted({ catalogue, sandbox, service }: Desk, kind: MediaKind) {
  return catalogue.of(kind).find(({ id }) => sandbox.inspect.entry(service, id) === undefined)!
}

function ofKind(kind: MediaKind): readonly SharedRow[] {
  const ratings = 'my/{mediaType}/{id}/ratings'
  return [
    {
      proves: `the list of ${kind}, entry by entry`,
      asks: {
        anilist: [['listPage', 'query MediaListCollection', 'query MediaListCollection']],
        'anilist-v1': [
          ['listPage', `GET user/{id || displayname}/${kind}list`, `GET user/{user}/${kind}list`],
        ],
        anisearch: [['listPage', 'GET my/{mediaType}/ratings']],
      },
      async run(desk) {
        const items = await wholeList(desk, kind)

        const there = desk.sandbox.inspect.entries(desk.service, kind)
        const seen = items.map(
          ({ entry }) => `${entry.progress} ${entry.score ?? 0} ${entry.notes}`,
        )
        expect(seen.sort()).toEqual(
          there.map(({ progress, score, notes }) => `${progress} ${score} ${notes ?? ''}`).sort(),
        )
      },
    },
    {
      proves: `an entry of ${kind} is changed, and nothing else of it`,
      asks: {
        anilist: [['save', 'mutation SaveMediaListEntry', 'mutation SaveMediaListEntry']],
        'anilist-v1': [['save', `PUT ${kind}list`]],
        anisearch: [['save', `PUT ${ratings}`]],
      },
      async run(desk) {
        const before = (await wholeList(desk, kind)).find(({ entry }) => entry.score !== null)!

        await desk.ask(desk.provider.save(desk.owner, [writeOf(before, { notes: 'touched' })]))

        const items = await wholeList(desk, kind)
        const after = items.find(({ entry }) => entry.title === before.entry.title)!
        expect(fieldsOf(after.entry)).toEqual({ ...fieldsOf(before.entry), notes: 'touched' })
      },
    },
    {
      proves: `an entry of ${kind} is made and removed`,
      asks: {
        anilist: [
          ['save', 'mutation SaveMediaListEntry', 'mutation SaveMediaListEntry'],
          ['remove', 'mutation DeleteMediaListEntry', 'mutation DeleteMediaListEntry'],
        ],
        'anilist-v1': [
          ['save', `POST ${kind}list`],
          ['remove', `DELETE ${kind}list/{${kind}_id}`, `DELETE ${kind}list/{series}`],
        ],
        anisearch: [
          ['save', `PUT ${ratings}`],
          ['remove', `DELETE ${ratings}`],
        ],
      },
      async run(desk) {
        const { ask, owner, provider, sandbox, service } = desk
        const series = unlisted(desk, kind)
        const title = titleKey(kind, service === 'anisearch' ? series.idAnisearch : series.id)
        const patch: EntryPatch = { status: 'planned', score: 70 }
        const full = { ...emptyFields, ...patch }

        await ask(provider.save(owner, [{ title, entryId: null, patch, full, exists: false }]))
        expect(sandbox.inspect.entry(service, series.id)).toMatchObject({
          status: 'PLANNING',
          score: 70,
        })

        const made = (await wholeList(desk, kind)).find(({ entry }) => entry.title === title)!
        await ask(provider.remove(owner, title, made.entry.entryId))
        expect(sandbox.inspect.entry(service, series.id)).toBeUndefined()
      },
    },
    {
      proves: `the list of ${kind} is to be had without its titles`,
      asks: {
        'anilist-v1': [
          [
            'bareList',
            `GET user/{id || displayname}/${kind}list/raw`,
            `GET user/{user}/${kind}list/raw`,
          ],
        ],
      },
      async run(desk) {
        const whole = await wholeList(desk, kind)
        const bare = await desk.ask(desk.provider.bareList!(desk.owner, kind))

        expect(bare.items.map(({ entry }) => entry)).toEqual(whole.map(({ entry }) => entry))
        expect(bare.items.every(({ media }) => media === null)).toBe(true)
        expect(whole.some(({ media }) => media !== null)).toBe(true)
      },
    },
    {
      proves: `one rating of ${kind} by itself, and none where there is none`,
      asks: { anisearch: [['oneEntry', `GET ${ratings}`]] },
      async run(desk) {
        const { ask, owner, provider } = desk
        const [first] = await wholeList(desk, kind)
        const missing = titleKey(kind, unlisted(desk, kind).idAnisearch)

        expect(await ask(provider.oneEntry!(owner, first!.entry.title))).toEqual(first)
        expect(await ask(provider.oneEntry!(owner, missing))).toBeNull()
        expect(await ask(provider.oneEntry!(owner, titleKey(kind, 99_999_999)))).toBeNull()
      },
    },
    {
      proves: `a rating of ${kind} is written by its MyAnimeList id`,
      asks: { anisearch: [['saveByMalId', `PUT ${ratings}`]] },
      async run(desk) {
        const { ask, catalogue, provider, sandbox } = desk
        const series = catalogue
          .of(kind)
          .find(({ id, idMal }) => idMal && !sandbox.inspect.entry('anisearch', id))!
        const full = { ...emptyFields, status: 'current', progress: 2, private: true } as const

        await ask(provider.saveByMalId!(kind, series.idMal!, full))

        expect(sandbox.inspect.entry('anisearch', series.id)).toMatchObject({
          status: 'CURRENT',
          progress: 2,
          private: true,
        })
      },
    },
  ]
}

const rest: readonly SharedRow[] = [
  {
    proves: 'the owner of the token is who signed in',
    asks: {
      anilist: [['viewer', 'query Viewer', 'query Viewer']],
      'anilist-v1': [['viewer', 'GET user']],
      anisearch: [['viewer', 'GET my/profile']],
    },
    async run({ ask, provider, sandbox, service }) {
      const { userId, userName } = await ask(provider.viewer())

      expect({ id: userId, name: userName }).toEqual(sandbox.accounts[service]?.user)
    },
  },
  {
    proves: 'the latest changes, and some titles of a list',
    asks: {
      anilist: [
        ['recentPage', 'query MediaListPage', 'query Page.mediaList'],
        ['someEntries.call', 'query MediaListPage', 'query Page.mediaList'],
      ],
    },
    async run({ ask, owner, provider, sandbox }) {
      const recent = await ask(provider.recentPage!(owner, 'anime', 1))
      const times = recent.items.map(({ entry }) => entry.updatedAt ?? 0)
      expect(times).toEqual([...times].sort((a, b) => b - a))

      const titles = recent.items.slice(0, 3).map(({ entry }) => entry.title)
      const some = await ask(provider.someEntries!.call(owner, [...titles, 'anime:99999999']))
      expect(some.items.map(({ entry }) => entry.title).sort()).toEqual([...titles].sort())
      expect(sandbox.inspect.entries('anilist', 'anime').length).toBeGreaterThan(3)
    },
  },
  {
    proves: 'many entries in one document, or with equal values',
    asks: {
      anilist: [
        ['save', 'mutation SaveMediaListEntries', 'mutation SaveMediaListEntry'],
        ['saveEqual', 'mutation UpdateMediaListEntries', 'mutation UpdateMediaListEntries'],
      ],
    },
    async run(desk) {
      const { ask, owner, provider, sandbox } = desk
      const items = (await wholeList(desk, 'anime')).slice(0, provider.capabilities.batchSize)
      const notesOf = ({ entry }: FetchedEntry) => {
        return sandbox.inspect.entry('anilist', idOf(entry.title))?.notes
      }

      await ask(
        provider.save(
          owner,
          items.map((item, at) => writeOf(item, { notes: `n${at}` })),
        ),
      )
      expect(items.map(notesOf)).toEqual(items.map((_, at) => `n${at}`))

      await ask(
        provider.saveEqual!(
          owner,
          items.map((item) => writeOf(item, { notes: 'same' })),
        ),
      )
      expect(new Set(items.map(notesOf))).toEqual(new Set(['same']))
    },
  },
  {
    proves: 'titles by their MyAnimeList ids, for lists that carry none',
    asks: { anilist: [['mediaByMalId', 'query MediaByMalId', 'query Page.media']] },
    async run({ anilist, ask, catalogue }) {
      const series = catalogue.of('anime').filter(({ idMal, adult }) => idMal && !adult)
      const some = series.slice(0, 50)

      const found = await ask(
        anilist.mediaByMalId(
          'anime',
          some.map(({ idMal }) => idMal!),
        ),
      )

      expect(found.size).toBe(some.length)
      for (const { id, idMal } of some) expect(found.get(idMal!)?.key).toBe(`anime:${id}`)
    },
  },
  {
    proves: 'settings that live at the service are changed, a custom list is removed',
    asks: {
      anilist: [
        ['community.updateSettings', 'mutation UpdateUser', 'mutation UpdateUser'],
        ['community.removeCustomList', 'mutation DeleteCustomList', 'mutation DeleteCustomList'],
      ],
    },
    async run({ ask, community, provider }) {
      const { value } = await ask(
        community.updateSettings!({
          about: 'me',
          scoreFormat: 'point-5',
          titleLanguage: 'native',
          listSort: 'updated',
          adult: false,
          activityMergeMinutes: 30,
          customLists: { anime: ['Rainy days', 'With friends'] },
        }),
      )
      expect(value).toMatchObject({
        about: 'me',
        scoreFormat: 'point-5',
        titleLanguage: 'native',
        listSort: 'updated',
        adult: false,
      })
      expect((await ask(provider.viewer())).options.customLists.anime).toEqual([
        'Rainy days',
        'With friends',
      ])

      await ask(community.removeCustomList!('anime', 'Rainy days'))
      expect((await ask(provider.viewer())).options.customLists.anime).toEqual(['With friends'])
    },
  },
]

export const listRows = rowsOf('lists', [...ofKind('anime'), ...ofKind('manga'), ...rest])
