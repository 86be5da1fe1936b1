import { describe, expect, it } from 'vitest'
import type { Behaviour } from '../../../../src/sandbox/behaviour'
import { createAsk, unlisted } from '../ask'

const full = `id mediaId status score raw: score(format: POINT_100) progress progressVolumes repeat
  priority private notes hiddenFromStatusLists customLists asArray: customLists(asArray: true)
  advancedScores startedAt { year month day } completedAt { year month day } updatedAt createdAt`

/** Saves and gives the entry as AniList tells it, or the error. */
async function save(ask: ReturnType<typeof createAsk>, args: string) {
  const { json } = await ask.graph(`mutation { SaveMediaListEntry(${args}) { ${full} } }`)
  return json.errors ? json.errors[0] : json.data.SaveMediaListEntry
}

describe('saving at AniList', () => {
  it('keeps every field', async () => {
    const ask = createAsk()
    const { id } = unlisted(ask, 'anilist', 'manga')
    const saved = await save(
      ask,
      `mediaId: ${id}, status: PAUSED, scoreRaw: 83, progress: 12, progressVolumes: 2, repeat: 1,
       priority: 3, private: true, notes: "a\\nb", hiddenFromStatusLists: true,
       customLists: ["Borrowed"], advancedScores: [80, 70], startedAt: { year: 2020, month: 5 },
       completedAt: { year: 2021, month: 6, day: 7 }`,
    )
    expect(saved).toMatchObject({
      mediaId: id,
      status: 'PAUSED',
      score: 8.3,
      raw: 83,
      progress: 12,
      progressVolumes: 2,
      repeat: 1,
      priority: 3,
      private: true,
      notes: 'a\nb',
      hiddenFromStatusLists: true,
      customLists: { 'On the shelf': false, Borrowed: true },
      asArray: [
        { name: 'On the shelf', enabled: false },
        { name: 'Borrowed', enabled: true },
      ],
      advancedScores: { Story: 80, Characters: 70, Visuals: 0, Audio: 0, Enjoyment: 0 },
      startedAt: { year: 2020, month: 5, day: null },
      completedAt: { year: 2021, month: 6, day: 7 },
    })
  })

  it('leaves alone what was not sent', async () => {
    const ask = createAsk()
    const [before] = ask.sandbox.inspect.entries('anilist')
    await save(ask, `mediaId: ${before?.mediaId}, progress: 3`)
    const after = ask.sandbox.inspect.entry('anilist', before?.mediaId ?? 0)
    expect(after).toEqual({ ...before, progress: 3, updatedAt: after?.updatedAt })
  })

  it('moves the time of update on', async () => {
    const ask = createAsk()
    const [before] = ask.sandbox.inspect.entries('anilist')
    const saved = await save(ask, `id: ${before?.id}, progress: 3`)
    expect(saved.updatedAt).toBe(Math.floor(ask.clock.wall() / 1000))
    expect(saved.createdAt).toBe(before?.createdAt)
  })

  it('empties a date whose parts are all null, and notes that are empty', async () => {
    const ask = createAsk()
    const entry = ask.sandbox.inspect.entries('anilist').find(({ startedAt }) => startedAt !== null)
    const none = 'startedAt: { year: null, month: null, day: null }, notes: ""'
    const saved = await save(ask, `mediaId: ${entry?.mediaId}, ${none}`)
    expect(saved.startedAt).toEqual({ year: null, month: null, day: null })
    expect(saved.notes).toBeNull()
  })

  it.each([
    ['POINT_100', 'score: 77', 77],
    ['POINT_10_DECIMAL', 'score: 7.7', 77],
    ['POINT_10', 'score: 7', 70],
    ['POINT_5', 'score: 4', 70],
    ['POINT_3', 'score: 1', 35],
    ['POINT_3', 'score: 3', 85],
  ] as const)('stores in %s %s as %i', async (scoreFormat, args, raw) => {
    const ask = createAsk({ scoreFormat })
    const [entry] = ask.sandbox.inspect.entries('anilist')
    expect((await save(ask, `mediaId: ${entry?.mediaId}, ${args}`)).raw).toBe(raw)
  })

  it.each([
    ['POINT_10', 79, 7],
    ['POINT_5', 89, 4],
    ['POINT_5', 90, 5],
    ['POINT_3', 35, 1],
    ['POINT_3', 36, 2],
    ['POINT_3', 61, 3],
  ] as const)('shows in %s a raw %i as %i', async (scoreFormat, raw, shown) => {
    const ask = createAsk({ scoreFormat })
    const [entry] = ask.sandbox.inspect.entries('anilist')
    expect((await save(ask, `mediaId: ${entry?.mediaId}, scoreRaw: ${raw}`)).score).toBe(shown)
  })

  it.each([
    ['scoreRaw: 101', 'scoreRaw', 'The score raw may not be greater than 100.'],
    ['repeat: 1001', 'repeat', 'The repeat may not be greater than 1000.'],
    ['priority: 256', 'priority', 'The priority may not be greater than 255.'],
    ['progress: -1', 'progress', 'The progress must be at least 0.'],
    [`notes: "${'x'.repeat(6001)}"`, 'notes', 'The notes may not be greater than 6000 characters.'],
    ['startedAt: { year: 2020, month: 13 }', 'startedAt', 'The date is not valid.'],
  ])(
    'refuses what is out of bounds, with words for the field (case %#)',
    async (args, field, words) => {
      const ask = createAsk()
      const [before] = ask.sandbox.inspect.entries('anilist')
      const refused = await save(ask, `mediaId: ${before?.mediaId}, ${args}`)
      expect(refused).toMatchObject({
        message: 'validation',
        status: 400,
        validation: { [field]: [words] },
      })
      expect(ask.sandbox.inspect.entry('anilist', before?.mediaId ?? 0)).toEqual(before)
    },
  )

  it.each([
    ['create', true, { year: 2026, month: 1, day: 15 }],
    ['create', false, { year: null, month: null, day: null }],
    ['always', false, { year: 2026, month: 1, day: 15 }],
    ['never', true, { year: null, month: null, day: null }],
  ] as const)(
    'with "%s" fills in the day of completion (new entry: %s)',
    async (completionDate: Behaviour['completionDate'], isNew, date) => {
      const ask = createAsk({ behaviour: { completionDate } })
      const { id } = unlisted(ask, 'anilist')
      if (!isNew) await save(ask, `mediaId: ${id}, status: CURRENT`)
      expect((await save(ask, `mediaId: ${id}, status: COMPLETED`)).completedAt).toEqual(date)
    },
  )

  it('takes custom lists for all of them, or adds them, as chosen', async () => {
    for (const [customLists, kept] of [
      ['replace', false],
      ['add', true],
    ] as const) {
      const ask = createAsk({ behaviour: { customLists } })
      const { id } = unlisted(ask, 'anilist')
      await save(ask, `mediaId: ${id}, customLists: ["Comfort"]`)
      const saved = await save(ask, `mediaId: ${id}, customLists: ["Fall Anime", "Unknown"]`)
      expect(saved.customLists).toEqual({
        'Fall Anime': true,
        Comfort: kept,
        'With friends': false,
      })
    }
  })

  it("changes many entries at once, but nobody else's", async () => {
    const ask = createAsk()
    const [a, b, c] = ask.sandbox.inspect.entries('anilist')
    const update =
      'mutation ($ids: [Int]) { UpdateMediaListEntries(ids: $ids, priority: 2) { id } }'
    await ask.graph(update, { ids: [a?.id, b?.id] })
    const [first, second, third] = ask.sandbox.inspect.entries('anilist')
    expect([first?.priority, second?.priority, third]).toEqual([2, 2, c])
    const [foreign] = ask.sandbox.inspect.entries('anilist', 'anime', ask.userId + 1)
    expect((await ask.graph(update, { ids: [foreign?.id] })).status).toBe(404)
  })

  it('deletes an entry once', async () => {
    const ask = createAsk()
    const [entry] = ask.sandbox.inspect.entries('anilist')
    const remove = `mutation { DeleteMediaListEntry(id: ${entry?.id}) { deleted } }`
    expect((await ask.graph(remove)).json.data).toEqual({ DeleteMediaListEntry: { deleted: true } })
    expect((await ask.graph(remove)).status).toBe(404)
    expect(ask.sandbox.inspect.entry('anilist', entry?.mediaId ?? 0)).toBeUndefined()
  })

  it('deletes a custom list, and shows again what stood only there', async () => {
    const ask = createAsk()
    const name = 'Comfort'
    const [only] = ask.sandbox.inspect.entries('anilist', 'anime')
    const inOne = { customLists: [name], hidden: true }
    ask.sandbox.control.remoteEdit('anilist', only?.mediaId ?? 0, inOne)
    await ask.graph(`mutation { DeleteCustomList(customList: "${name}", type: ANIME) { deleted } }`)
    const { json } = await ask.graph(
      '{ Viewer { mediaListOptions { animeList { customLists } } } }',
    )
    expect(json.data.Viewer.mediaListOptions.animeList.customLists).not.toContain(name)
    expect(ask.sandbox.inspect.entry('anilist', only?.mediaId ?? 0)).toMatchObject({
      customLists: [],
      hidden: false,
    })
  })

  it('changes the format of scores and the custom lists of the user', async () => {
    const ask = createAsk()
    await ask.graph(
      `mutation { UpdateUser(scoreFormat: POINT_3, animeListOptions: { customLists: ["One"] }) { id } }`,
    )
    const { json } = await ask.graph(
      '{ Viewer { mediaListOptions { scoreFormat animeList { customLists } } } }',
    )
    expect(json.data.Viewer.mediaListOptions).toEqual({
      scoreFormat: 'POINT_3',
      animeList: { customLists: ['One'] },
    })
  })
})

describe('several saves in one document', () => {
  const three = (ids: readonly (number | undefined)[]) =>
    `mutation { ${ids
      .map((id, at) => `e${at}: SaveMediaListEntry(mediaId: ${id}, progress: 91) { id progress }`)
      .join(' ')} }`

  it('happen in order', async () => {
    const ask = createAsk()
    const ids = ask.sandbox.inspect.entries('anilist').slice(0, 3)
    const { json } = await ask.graph(three(ids.map(({ mediaId }) => mediaId)))
    expect(Object.values(json.data)).toEqual(ids.map(({ id }) => ({ id, progress: 91 })))
  })

  it.each([
    ['applied-before', [91, 0]],
    ['rolled-back', [0, 0]],
  ] as const)('fail together, "%s"', async (aliasFailure, progress) => {
    const ask = createAsk({ behaviour: { aliasFailure } })
    const [a, b] = ask.sandbox.inspect.entries('anilist')
    const ids = [a?.mediaId ?? 0, b?.mediaId ?? 0]
    for (const id of ids) ask.sandbox.control.remoteEdit('anilist', id, { progress: 0 })
    const { status, json } = await ask.graph(three([ids[0], 1, ids[1]]))
    expect([status, json.data]).toEqual([404, null])
    expect(ids.map((id) => ask.sandbox.inspect.entry('anilist', id)?.progress)).toEqual(progress)
    expect(ask.sandbox.inspect.entries('anilist')).toHaveLength(44)
  })
})
