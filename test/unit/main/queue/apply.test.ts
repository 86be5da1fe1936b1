import { describe, expect, test } from 'vitest'
import { packKey } from '../../../../src/main/db/keys'
import { planRow } from '../../../../src/main/db/outbox'
import { createApply, type Heard, type HeardRows } from '../../../../src/main/queue/apply'
import { createFreshness } from '../../../../src/main/queue/freshness'
import { createPlan } from '../../../../src/main/queue/plan'
import { createSettle } from '../../../../src/main/queue/settle'
import type { FetchedEntry } from '../../../../src/main/providers/provider'
import type { Entry } from '../../../../src/shared/entry'
import type { TitleKey } from '../../../../src/shared/media'
import { entryOf, mediaOf } from '../../../support/entries'
import { memoryTables } from '../../../support/tables'
import { createVirtualClock } from '../../../support/virtual-clock'
import { keyOf, outboxRow } from './rows'

const realm = 9

function open() {
  const tables = memoryTables()
  const clock = createVirtualClock()
  const freshness = createFreshness()
  const plan = createPlan()
  const told: HeardRows[] = []
  const nameless: unknown[] = []
  let breaths = 0
  let isOpen = true
  let onBreath = () => undefined as void
  const { apply } = createApply({
    ...tables,
    settle: createSettle(tables, clock),
    freshness,
    plan,
    clock,
    rules: () => ({ progress: 'ask' }),
    nameless(key, malId) {
      nameless.push({ key, malId })
      return malId === 5 ? mediaOf('anime:1', { episodes: 12 }) : null
    },
    breathe() {
      breaths += 1
      onBreath()
      return Promise.resolve()
    },
    isOpen: () => isOpen,
    onHeard: (rows) => told.push(rows),
  })
  return {
    tables,
    clock,
    freshness,
    plan,
    told,
    nameless,
    breaths: () => breaths,
    onBreath: (does: () => void) => (onBreath = does),
    close: () => (isOpen = false),
    shown: (title: TitleKey = 'anime:1') => tables.entries.get(keyOf(title))?.entry ?? null,
    isFresh: (title: TitleKey = 'anime:1') => freshness.isFresh(keyOf(title), clock.monotonic()),
    hear: (items: readonly FetchedEntry[], more: Partial<Heard> = {}) =>
      apply({
        account: 1,
        realm,
        kind: 'anime',
        items,
        asked: null,
        askedAt: clock.monotonic(),
        tell: true,
        ...more,
      }),
  }
}

function found(title: TitleKey, fields: Partial<Entry> = {}): FetchedEntry {
  return { entry: entryOf(title, fields), media: mediaOf(title, { episodes: 24 }) }
}

describe('what was read of a list', () => {
  test('is shown, its titles are known, and it is fresh', async () => {
    const { hear, shown, tables, isFresh, told } = open()
    await hear([found('anime:1', { progress: 3 }), found('anime:2')])

    expect(shown()).toMatchObject({ progress: 3 })
    expect(tables.media.get(packKey(realm, 'anime:1'))).toMatchObject({ episodes: 24 })
    expect(isFresh('anime:2')).toBe(true)
    expect(told).toHaveLength(1)
    expect(told[0]?.keys).toEqual([keyOf('anime:1'), keyOf('anime:2')])
    expect(told[0]?.rows.get(keyOf('anime:1'))).toMatchObject({ title: 'anime:1' })
  })

  test('is told of only where something is new', async () => {
    const { hear, told } = open()
    await hear([found('anime:1')])
    await hear([found('anime:1')])

    expect(told).toHaveLength(1)
  })

  test('takes titles off that were asked for by name and are absent', async () => {
    const { hear, shown, told } = open()
    await hear([found('anime:1'), found('anime:2')])
    await hear([found('anime:1')], { asked: ['anime:1', 'anime:2'] })

    expect([shown('anime:1')?.title, shown('anime:2')]).toEqual(['anime:1', null])
    expect(told[1]?.changes).toMatchObject([{ key: keyOf('anime:2'), after: null }])
  })

  test('takes nothing off that nobody asked for', async () => {
    const { hear, shown } = open()
    await hear([found('anime:1'), found('anime:2')])
    await hear([found('anime:1')])

    expect(shown('anime:2')).not.toBeNull()
  })

  test('comes without its title where the service sends none, which is looked for', async () => {
    const { hear, nameless, tables } = open()
    await hear([
      { entry: entryOf('anime:1'), media: null, malId: 5 },
      { entry: entryOf('anime:2'), media: null, malId: null },
      { entry: entryOf('anime:3'), media: null },
    ])

    expect(nameless).toEqual([
      { key: packKey(realm, 'anime:1'), malId: 5 },
      { key: packKey(realm, 'anime:2'), malId: null },
    ])
    expect(tables.media.get(packKey(realm, 'anime:1'))).toMatchObject({ episodes: 12 })
    expect(tables.media.get(packKey(realm, 'anime:2'))).toBeNull()
  })
})

describe('an answer that is older than what is known', () => {
  test('does not overwrite what was heard after it was asked for', async () => {
    const { hear, shown, clock } = open()
    const early = clock.monotonic()
    await clock.advance(1_000)
    await hear([found('anime:1', { progress: 5 })])
    await hear([found('anime:1', { progress: 3 })], { askedAt: early })

    expect(shown()?.progress).toBe(5)
  })

  test('is not believed about a title that is being written, which is read anew', async () => {
    const { hear, shown, plan, isFresh, clock } = open()
    await hear([found('anime:1', { progress: 3 })])
    plan.put(keyOf('anime:1'), planRow(outboxRow()), 0)
    plan.get(keyOf('anime:1'))!.busy = 'writing'
    await clock.advance(1_000)
    await hear([found('anime:1', { progress: 9 })])

    expect(shown()?.progress).toBe(3)
    expect(isFresh()).toBe(false)
  })

  test('is not believed when it was asked for while a write was under way', async () => {
    const { hear, shown, freshness, isFresh, clock } = open()
    await hear([found('anime:1', { progress: 3 })])
    const left = clock.monotonic()
    await clock.advance(300)
    const askedAt = clock.monotonic()
    await clock.advance(300)
    freshness.heard(keyOf('anime:1'), left, clock.monotonic())
    await hear([found('anime:1', { progress: 9 })], { askedAt })

    expect(shown()?.progress).toBe(3)
    expect(isFresh()).toBe(false)
  })
})

describe('a long list', () => {
  const many = Array.from({ length: 1_200 }, (_, at) => found(`anime:${at + 1}`))

  test('is written in slices, between which others may run', async () => {
    const { hear, breaths, told } = open()
    await hear(many)

    expect(breaths()).toBe(2)
    expect(told.map(({ keys }) => keys.length)).toEqual([500, 500, 200])
  })

  test('is usable from the first slice on', async () => {
    const { hear, onBreath, tables } = open()
    const seen: number[] = []
    onBreath(() => void seen.push(tables.entries.count(1, 'anime')))
    await hear(many)

    expect(seen).toEqual([500, 1_000])
  })

  test('ends when its account is removed meanwhile', async () => {
    const { hear, onBreath, close, tables } = open()
    onBreath(() => void close())
    await hear(many)

    expect(tables.entries.count(1, 'anime')).toBe(500)
  })
})

test('of an account that is gone nothing is taken in', async () => {
  const { hear, close, shown, tables } = open()
  close()
  await hear([found('anime:1')])

  expect(shown()).toBeNull()
  expect(tables.media.get(packKey(realm, 'anime:1'))).toBeNull()
})

test('a change of somebody else meets what waits here', async () => {
  const { hear, shown, tables } = open()
  await hear([found('anime:1', { status: 'current', progress: 3 })])
  tables.outbox.put(outboxRow({ base: entryOf('anime:1', { status: 'current', progress: 3 }) }))
  await hear([found('anime:1', { status: 'current', progress: 3, notes: 'theirs' })])

  expect(shown()).toMatchObject({ progress: 4, notes: 'theirs' })
})
