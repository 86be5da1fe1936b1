import { describe, expect, test } from 'vitest'
import { packKey, type PackedKey } from '../../../../src/main/db/keys'
import { planRow } from '../../../../src/main/db/outbox'
import { createFreshness } from '../../../../src/main/queue/freshness'
import { createPlan } from '../../../../src/main/queue/plan'
import { createListDownload } from '../../../../src/main/services/list-download'
import type { Gone, ListReader } from '../../../../src/main/services/list-reader'
import type { MediaKind } from '../../../../src/shared/media'
import { outboxRow } from '../queue/rows'

const account = { id: 1 } as never
const realm = {} as never
const ask = { priority: 'background', account: 1 } as const
const keysOf = (kind: MediaKind, ...ids: number[]) => ids.map((id) => packKey(1, `${kind}:${id}`))

interface Wishes {
  /** Titles of each kind that are known here. */
  known?: number | Readonly<Record<MediaKind, number>>
  gone?: Partial<Record<MediaKind, Partial<Gone>>>
  /** What is new could be told. */
  recent?: boolean
}

/** A list whose readings answer as wished. */
function open({ known = 100, gone = {}, recent = false }: Wishes) {
  const news = { areTold: recent }
  const plan = createPlan()
  const freshness = createFreshness()
  const read: string[] = []
  const removed: PackedKey[] = []
  const confirmed: Gone[] = []
  const download = createListDownload({
    entries: {
      count: (_account: number, kind: MediaKind) =>
        typeof known === 'number' ? known : known[kind],
    } as never,
    freshness,
    plan,
    removeGone: (keys) => removed.push(...keys),
    readerOf: ({ kind }, onRead): ListReader => ({
      recent() {
        read.push(`recent ${kind}`)
        onRead(2)
        return Promise.resolve(news.areTold)
      },
      whole() {
        read.push(`whole ${kind}`)
        onRead(10)
        return Promise.resolve({ keys: [], askedAt: 1_000, isSure: true, ...gone[kind] })
      },
      confirm: (each) => Promise.resolve(void confirmed.push(each)),
    }),
  })
  const progress: number[] = []
  return {
    news,
    plan,
    freshness,
    read,
    removed,
    confirmed,
    progress,
    asks: () => download.asks(1),
    accept: (remove: boolean) => download.accept(1, remove),
    run: (whole: boolean) => download.run(realm, account, whole, ask, (so) => progress.push(so)),
  }
}

describe('which readings are made', () => {
  test('of what is new both kinds, and no more', async () => {
    const { run, read } = open({ recent: true })

    expect(await run(false)).toBe(0)
    expect(read).toEqual(['recent anime', 'recent manga'])
  })

  test('of all where what is new cannot be told', async () => {
    const { run, read } = open({ recent: false })
    await run(false)

    expect(read).toEqual(['recent anime', 'whole anime', 'recent manga', 'whole manga'])
  })

  test('of all at once where all is wanted', async () => {
    const { run, read, progress } = open({ recent: true })
    await run(true)

    expect(read).toEqual(['whole anime', 'whole manga'])
    expect(progress).toEqual([10, 20])
  })
})

describe('what is gone', () => {
  test('is taken off at once where the list came in one piece', async () => {
    const keys = keysOf('anime', 1, 2)
    const { run, removed, confirmed } = open({ gone: { anime: { keys } } })

    expect(await run(true)).toBe(0)
    expect(removed).toEqual(keys)
    expect(confirmed).toEqual([])
  })

  test('is asked for by name where the list may have moved while it was read', async () => {
    const keys = keysOf('anime', 1, 2)
    const { run, removed, confirmed } = open({ gone: { anime: { keys, isSure: false } } })
    await run(true)

    expect(removed).toEqual([])
    expect(confirmed.map((gone) => gone.keys)).toContainEqual(keys)
  })

  test('stays where something waits for it, or it was met since', async () => {
    const [first, second, third] = keysOf('anime', 1, 2, 3)
    const keys = [first, second, third].flatMap((key) => key ?? [])
    const { run, removed, plan, freshness } = open({ gone: { anime: { keys } } })
    plan.put(first ?? 0, planRow(outboxRow()), 0)
    freshness.heard(second ?? 0, 2_000)
    await run(true)

    expect(removed).toEqual([third])
  })
})

describe('more than a fifth of the list', () => {
  const many = (count: number) =>
    keysOf('anime', ...Array.from({ length: count }, (_, at) => at + 1))

  test.each([
    [39, 0],
    [40, 0],
    [41, 41],
  ])('%i of 200 gone asks about %i', async (count, asked) => {
    const half = Math.ceil(count / 2)
    const manga = { keys: keysOf('manga', ...Array(count - half).keys()) }
    const { run, removed } = open({ known: 100, gone: { anime: { keys: many(half) }, manga } })

    expect(await run(true)).toBe(asked)
    expect(removed).toHaveLength(count - asked)
  })

  test('is counted over both kinds', async () => {
    const { run } = open({
      known: 100,
      gone: { anime: { keys: many(21) }, manga: { keys: keysOf('manga', ...Array(20).keys()) } },
    })

    expect(await run(true)).toBe(41)
  })

  test('is asked about when it is all of the few titles of one kind', async () => {
    const gone = { manga: { keys: keysOf('manga', ...Array(6).keys()) } }
    const { run, removed } = open({ known: { anime: 94, manga: 6 }, gone })

    expect(await run(true)).toBe(6)
    expect(removed).toEqual([])
  })

  test('stays a question while only what is new is read', async () => {
    const { run, accept, asks, removed, news } = open({ gone: { anime: { keys: many(60) } } })
    await run(true)
    news.areTold = true

    expect(await run(false)).toBe(60)
    expect(asks()).toBe(true)
    accept(true)
    expect(removed).toHaveLength(60)
    expect(asks()).toBe(false)
  })

  test('is not asked about for a single title, of however few', async () => {
    const { run, removed } = open({ known: 1, gone: { anime: { keys: many(1) } } })

    expect(await run(true)).toBe(0)
    expect(removed).toHaveLength(1)
  })

  test('is taken off when the user says so, except what was met since', async () => {
    const keys = many(60)
    const { run, removed, accept, freshness } = open({ gone: { anime: { keys } } })
    await run(true)
    freshness.heard(keys[0] ?? 0, 5_000)
    accept(true)

    expect(removed).toEqual(keys.slice(1))
  })

  test('stays when the user says so, and is not asked about twice', async () => {
    const { run, removed, accept } = open({ gone: { anime: { keys: many(60) } } })
    await run(true)
    accept(false)
    accept(true)

    expect(removed).toEqual([])
  })

  test('is forgotten by the next reading', async () => {
    const gone: NonNullable<Wishes['gone']> = { anime: { keys: many(60) } }
    const { run, removed, accept } = open({ gone })
    await run(true)
    delete gone.anime
    await run(true)
    accept(true)

    expect(removed).toEqual([])
  })
})
