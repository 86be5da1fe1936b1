import { beforeEach, describe, expect, test, vi } from 'vitest'
import { useAiringStore } from '../../../../src/renderer/src/stores/airing'
import { useAiringNoticesStore } from '../../../../src/renderer/src/stores/airing-notices'
import { useLibraryStore } from '../../../../src/renderer/src/stores/library'
import { useNoticesStore } from '../../../../src/renderer/src/stores/notices'
import { useSeasonStore } from '../../../../src/renderer/src/stores/season'
import { useWeekStore } from '../../../../src/renderer/src/stores/week'
import type { AiringState, ScheduledEpisode } from '../../../../src/shared/airing'
import { AppError } from '../../../../src/shared/failure'
import { notice, scheduled, seasonTitle } from '../support/airing'
import { row } from '../support/builders'
import { installFakeBridge } from '../support/fake-bridge'
import { freshStores } from '../support/mounting'

const state: AiringState = { ready: 2, titles: [], upcoming: [], pausedUntil: null }
const ref = { accountId: 1, title: 'anime:7' } as const

beforeEach(freshStores)

describe('airing', () => {
  test('mirrors what main says', async () => {
    const main = installFakeBridge({
      'airing:state': () => state,
      'airing:calendar': () => ({ folder: '/calendars' }),
    })
    const airing = useAiringStore()

    await airing.load()
    main.push('airing:changed', { ...state, ready: 3 })

    expect(airing.state.ready).toBe(3)
    expect(airing.calendar).toEqual({ folder: '/calendars' })
  })

  test('counts one more on the list that is shown, so that it can be undone, and on any other', async () => {
    const mine = row('anime:7', 'Mushishi', { progress: 1 })
    const answer = { row: mine, changeId: 4, group: 4 }
    const main = installFakeBridge({
      'library:row': () => mine,
      'library:step': () => answer,
    })
    const airing = useAiringStore()
    useLibraryStore().reset(1)

    await airing.plus(ref)
    expect(useNoticesStore().current).toMatchObject({ kind: 'change', undo: 4 })
    await airing.plus({ ...ref, accountId: 2 })

    expect(main.argsOf('library:step')).toEqual([
      [ref, 1],
      [{ ...ref, accountId: 2 }, 1],
    ])
  })

  test('says where a calendar was saved, and nothing when it was not', async () => {
    let path: string | null = null
    installFakeBridge({ 'airing:export': () => path })
    const airing = useAiringStore()
    const said = useNoticesStore()

    await airing.exportCalendar()
    expect(said.current).toBeNull()
    path = '/calendars/tsuzuki.ics'
    await airing.exportCalendar()

    expect(said.current).toEqual({ kind: 'file-saved', path })
  })

  test('keeps the folder that is known when another cannot be written to', async () => {
    const main = installFakeBridge({
      'airing:choose-calendar': () => ({ folder: '/calendars' }),
      'airing:stop-calendar': () => {
        throw new AppError({ code: 'storage' })
      },
    })
    const airing = useAiringStore()

    await airing.chooseCalendar()
    await airing.stopCalendar()

    expect(main.calls.map(({ name }) => name)).toEqual([
      'airing:choose-calendar',
      'airing:stop-calendar',
    ])
    expect(airing.calendar).toEqual({ folder: '/calendars' })
    expect(useNoticesStore().current).toMatchObject({ kind: 'failure' })
  })

  test('pauses notifications', async () => {
    installFakeBridge({ 'airing:pause': (minutes) => ({ ...state, pausedUntil: minutes }) })
    const airing = useAiringStore()

    await airing.pause(60)

    expect(airing.state.pausedUntil).toBe(60)
  })
})

describe('the week', () => {
  const query = { accountId: 1, whose: 'mine', fromS: 0, untilS: 100 } as const

  test('shows the latest answer, not one that was overtaken', async () => {
    const answers = new Map<number, PromiseWithResolvers<readonly ScheduledEpisode[]>>()
    installFakeBridge({
      'airing:between': (_account, fromS) => {
        const answer = Promise.withResolvers<readonly ScheduledEpisode[]>()
        answers.set(fromS, answer)
        return answer.promise
      },
    })
    const week = useWeekStore()

    const first = week.load(query)
    const second = week.load({ ...query, fromS: 50 })
    answers.get(50)?.resolve([scheduled('anime:2', 1, 60)])
    await second
    answers.get(0)?.resolve([scheduled('anime:1', 1, 10)])
    await first

    expect(week.episodes.map(({ ref: { title } }) => title)).toEqual(['anime:2'])
    expect(week.shown?.fromS).toBe(50)
    expect(week.isLoading).toBe(false)
  })

  test('keeps what it shows when a question fails, and says so', async () => {
    let fails = false
    installFakeBridge({
      'airing:between': () => {
        if (fails) throw new AppError({ code: 'offline' })
        return [scheduled('anime:1', 1, 10)]
      },
    })
    const week = useWeekStore()

    await week.load(query)
    fails = true
    await week.load(query)

    expect(week.episodes).toHaveLength(1)
    expect(week.isLoading).toBe(false)
    expect(useNoticesStore().current).toMatchObject({ failure: { code: 'offline' } })
  })
})

describe('a season', () => {
  const of = { year: 2026, season: 'fall' } as const
  const part = (first: number, next: number | null) => ({
    titles: [seasonTitle(`anime:${first}`), seasonTitle(`anime:${first + 1}`)],
    next,
    hidden: 3,
    askedAt: 1000,
  })

  test('is read part by part', async () => {
    const main = installFakeBridge({
      'airing:season': (_account, _of, offset) => (offset === 0 ? part(1, 2) : part(3, null)),
    })
    const season = useSeasonStore()

    await season.load(1, of)

    expect(main.argsOf('airing:season')).toEqual([
      [1, of, 0],
      [1, of, 2],
    ])
    expect(season.shown?.titles.map(({ ref: { title } }) => title)).toEqual([
      'anime:1',
      'anime:2',
      'anime:3',
      'anime:4',
    ])
    expect(season.shown).toMatchObject({ hidden: 3, askedAt: 1000 })
  })

  test('follows the list: what is put on it, taken off it, and what other accounts do', async () => {
    const main = installFakeBridge({ 'airing:season': () => part(1, null) })
    const season = useSeasonStore()
    await season.load(1, of)
    const rows = [row('anime:1', 'A', { status: 'planned' })]

    main.push('library:changed', { accountId: 2, rows, removed: [] })
    expect(season.shown?.titles[0]?.entry).toBeNull()
    main.push('library:changed', { accountId: 1, rows, removed: [] })
    expect(season.shown?.titles[0]?.entry).toEqual({ status: 'planned', progress: 0 })
    main.push('library:changed', { accountId: 1, rows: [], removed: ['anime:1'] })

    expect(season.shown?.titles[0]?.entry).toBeNull()
  })

  test('that cannot be had is none', async () => {
    installFakeBridge({})
    const season = useSeasonStore()

    await season.load(1, of)

    expect(season.shown).toBeNull()
    expect(season.isLoading).toBe(false)
  })
})

describe('past notifications', () => {
  const page = (from: number) => Array.from({ length: 100 }, (_, at) => notice(from - at))

  test('are read page by page', async () => {
    const main = installFakeBridge({
      'airing:notices': (before) => (before === null ? page(300) : [notice(200)]),
    })
    const notices = useAiringNoticesStore()

    await notices.load()
    expect(notices.hasOlder).toBe(true)
    await notices.loadOlder()

    expect(main.argsOf('airing:notices')).toEqual([[null], [201]])
    expect(notices.list).toHaveLength(101)
    expect(notices.hasOlder).toBe(false)
  })

  test('are all read anew when something happened, also those that were read back to', async () => {
    vi.useFakeTimers()
    try {
      let muted = false
      let newest = 300
      const main = installFakeBridge({
        'airing:notices': (before) => {
          const from = before === null ? newest : before - 1
          return page(from)
            .filter(({ id }) => id > 150)
            .map((each) => ({ ...each, muted }))
        },
      })
      const notices = useAiringNoticesStore()
      await notices.load()
      await notices.loadOlder()
      expect(notices.list).toHaveLength(150)

      muted = true
      newest = 301
      main.push('airing:said', null)
      await vi.advanceTimersByTimeAsync(1000)

      expect(notices.list.map(({ id }) => id)).toEqual(
        Array.from({ length: 151 }, (_, at) => 301 - at),
      )
      expect(notices.list.every((each) => each.muted)).toBe(true)
      expect(notices.hasOlder).toBe(false)
    } finally {
      vi.useRealTimers()
    }
  })

  test('are read anew once for a burst of news, but only if somebody wants them', async () => {
    vi.useFakeTimers()
    try {
      const main = installFakeBridge({ 'airing:notices': () => [] })
      const notices = useAiringNoticesStore()
      main.push('airing:said', null)
      await vi.advanceTimersByTimeAsync(1000)
      expect(main.argsOf('airing:notices')).toHaveLength(0)

      await notices.load()
      main.push('airing:said', null)
      main.push('airing:changed', state)
      await vi.advanceTimersByTimeAsync(1000)

      expect(main.argsOf('airing:notices')).toHaveLength(2)
    } finally {
      vi.useRealTimers()
    }
  })
})
