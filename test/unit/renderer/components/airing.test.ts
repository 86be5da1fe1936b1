import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { defineComponent, h, nextTick } from 'vue'
import { weekColumns, weekDays } from '../../../../src/renderer/src/airing/week'
import AwayCard from '../../../../src/renderer/src/components/airing/AwayCard.vue'
import NoticeItem from '../../../../src/renderer/src/components/airing/NoticeItem.vue'
import SeasonCard from '../../../../src/renderer/src/components/airing/SeasonCard.vue'
import WeekColumn from '../../../../src/renderer/src/components/airing/WeekColumn.vue'
import AiringFields from '../../../../src/renderer/src/components/entry/AiringFields.vue'
import { provideClock } from '../../../../src/renderer/src/composables/use-shared-clock'
import type { ScheduledEpisode } from '../../../../src/shared/airing'
import { systemZone } from '../../../../src/shared/zoned-time'
import { at, notice, scheduled, seasonTitle, shown } from '../support/airing'
import { show } from '../support/mounting'

const inRomaji = { language: 'romaji', own: {} } as const

const now = '2026-11-28T12:00:00Z'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse(now) }))
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

function showDay(episodes: readonly ScheduledEpisode[], language: 'en' | 'de' = 'en') {
  const [column] = weekColumns(weekDays(Date.now(), systemZone()), episodes, systemZone())
  const heard: unknown[] = []
  const day = defineComponent({
    setup() {
      provideClock()
      const props = {
        column,
        titles: inRomaji,
        nowS: at(now),
        onOpen: (ref: unknown) => heard.push(['open', ref]),
        onPlus: (ref: unknown) => heard.push(['plus', ref]),
        onAdd: (ref: unknown) => heard.push(['add', ref]),
      }
      return () => h(WeekColumn, props as never)
    },
  })
  return { view: show(day, {}, language), heard }
}

describe('a day of the week', () => {
  test('names each episode with its time, and says what is special about it', () => {
    const { view } = showDay([
      scheduled('anime:1', 1, at('2026-11-28T13:00:00Z')),
      scheduled('anime:2', 12, at('2026-11-28T14:00:00Z'), { total: 12 }),
      scheduled('anime:3', 4, null, { wasAt: at('2026-11-28T15:00:00Z') }),
      scheduled('anime:4', 5, at('2026-11-28T16:00:00Z'), { wasAt: at('2026-11-27T16:00:00Z') }),
    ])
    const hints = view.findAll('.hints').map((hint) => hint.text())

    expect(hints[0]).toBe('First episode')
    expect(hints[1]).toBe('Finale')
    expect(hints[2]).toBe('put off, no new time yet')
    expect(hints[3]).toMatch(/^moved from Fri, Nov 27/)
    expect(view.get('button').attributes('title')).toMatch(/ · Japan: Sat, Nov 28.* 10:00/)
  })

  test('offers one more for what is out and not seen, and nothing for what was seen', async () => {
    const { view, heard } = showDay([
      scheduled('anime:1', 3, at('2026-11-28T10:00:00Z'), { progress: 1 }),
      scheduled('anime:2', 3, at('2026-11-28T11:00:00Z'), { progress: 3 }),
      scheduled('anime:3', 3, at('2026-11-28T13:00:00Z'), { progress: 1 }),
      scheduled('anime:4', 3, at('2026-11-28T11:30:00Z'), { status: 'planned' }),
    ])
    const plus = view.findAll('.plus')

    expect(plus.map((button) => button.attributes('aria-label'))).toEqual([
      'Watched episode 2 of Title 1',
    ])
    await plus[0]?.trigger('click')
    await view.findAll('[data-spot]')[0]?.trigger('keydown', { key: '+' })
    await view.findAll('[data-spot]')[2]?.trigger('keydown', { key: '+' })

    const first = { accountId: 1, title: 'anime:1' }
    expect(heard).toEqual([
      ['plus', first],
      ['plus', first],
    ])
  })

  test('lets one plan what is on no list, and open what is on one', async () => {
    const { view, heard } = showDay([
      scheduled('anime:1', 3, at('2026-11-28T13:00:00Z'), { status: null }),
      scheduled('anime:2', 3, at('2026-11-28T14:00:00Z')),
    ])

    await view.get('[aria-label="Plan to watch Title 1"]').trigger('click')
    await view.findAll('[data-spot]')[1]?.trigger('click')

    expect(heard).toEqual([
      ['add', { accountId: 1, title: 'anime:1' }],
      ['open', { accountId: 1, title: 'anime:2' }],
    ])
  })

  test('counts down without drawing anything else anew', async () => {
    const { view } = showDay([
      scheduled('anime:1', 1, at('2026-11-28T12:02:00Z')),
      scheduled('anime:2', 1, at('2026-11-28T15:30:00Z')),
    ])
    const countdowns = () => view.findAll('.countdown').map((each) => each.text())
    expect(countdowns()).toEqual(['in 2 min', 'in 3 h 30 min'])
    const changed: Node[] = []
    const observer = new MutationObserver((records) =>
      changed.push(...records.map(({ target }) => target)),
    )
    const whole = { subtree: true, childList: true, characterData: true, attributes: true }
    observer.observe(view.element.parentNode ?? view.element, whole)

    await vi.advanceTimersByTimeAsync(30_000)
    expect(countdowns()).toEqual(['in 2 min', 'in 3 h 29 min'])
    await vi.advanceTimersByTimeAsync(45_000)
    await nextTick()
    observer.disconnect()

    expect(countdowns()).toEqual(['in 45 s', 'in 3 h 28 min'])
    const elements = changed.map((node) => (node instanceof Element ? node : node.parentElement))
    expect(elements.length).toBeGreaterThan(0)
    expect(elements.every((element) => element?.closest('.countdown'))).toBe(true)
  })

  test('has its line between what has aired and what comes', () => {
    const { view } = showDay([
      scheduled('anime:1', 1, at('2026-11-28T11:00:00Z')),
      scheduled('anime:2', 1, at('2026-11-28T13:00:00Z')),
    ])
    const order = view.findAll('.now, .episode .name').map((each) => each.classes()[0])

    expect(order).toEqual(['name', 'now', 'name'])
    expect(view.get('.weekday').text()).toBe('Today')
  })

  test('speaks German', () => {
    const { view } = showDay([], 'de')

    expect(view.text()).toMatch(/^Heute.*Nichts$/s)
  })
})

describe('a past notification', () => {
  const showNotice = (change: Parameters<typeof notice>[1]) =>
    show(NoticeItem, { notice: notice(1, change), titles: inRomaji, now: 61_000 })
  const buttons = (view: ReturnType<typeof showNotice>) =>
    view.findAll('button').map((button) => button.attributes('aria-label'))

  test('can be answered: one more, open, mute', async () => {
    const view = showNotice({ episode: 3, title: shown('anime:7', 'Mushishi', { progress: 1 }) })

    expect(view.text()).toContain('Episode 3 is out')
    expect(view.text()).toContain('1 min ago')
    expect(buttons(view)).toEqual([
      'Watched episode 2 of Mushishi',
      'Open Mushishi',
      'Mute: Mushishi',
    ])
    for (const button of view.findAll('button')) await button.trigger('click')
    expect(view.emitted()).toMatchObject({ plus: [[]], open: [[]], mute: [[true]] })
  })

  test('has nothing more to count when the episode was seen, and is no longer muted on request', async () => {
    const view = showNotice({
      episode: 3,
      muted: true,
      title: shown('anime:7', 'Mushishi', { progress: 3 }),
    })

    expect(buttons(view)).toEqual(['Open Mushishi', 'Mute: Mushishi'])
    await view.findAll('button')[1]?.trigger('click')
    expect(view.emitted('mute')).toEqual([[false]])
  })

  test('of a sequel, a moved episode and one that waits says so', () => {
    const sequel = showNotice({ kind: 'sequel', title: shown('anime:8', 'B', { status: null }) })
    expect(sequel.text()).toContain('A sequel of something that you finished was announced')
    expect(buttons(sequel)).toEqual(['Mute: B'])

    expect(showNotice({ kind: 'moved', airingAt: at(now) }).text()).toMatch(
      /Episode 1 airs at another time: Sat, Nov 28/,
    )
    expect(showNotice({ kind: 'moved' }).text()).toContain('no new time is known')
    expect(showNotice({ saidAt: null, way: null }).text()).toContain('waits for the next digest')
  })

  test('of a title that is gone can only be read', () => {
    const view = showNotice({ title: null })

    expect(view.text()).toContain('A title that is on no list any more')
    expect(buttons(view)).toEqual([])
  })
})

test('the card says how much came while one was away, and of what', async () => {
  const titles = ['A', 'B', 'C', 'D', 'E'].map((name, nth) => ({
    title: shown(`anime:${nth + 1}`, name),
    episodes: nth === 0 ? [3, 4, 5] : [1],
  }))
  const away = { saidAt: 1, episodes: 7, titles }
  const view = show(AwayCard, { away, titles: inRomaji, daily: false })

  expect(view.get('h2').text()).toBe('While you were away: 7 episodes of 5 titles')
  expect(view.get('.names').text().replace(/\s+/g, ' ')).toBe(
    'A 3–5 · B 1 · C 1 · D 1 · and 1 more',
  )
  for (const button of view.findAll('button')) await button.trigger('click')
  expect(view.emitted()).toMatchObject({ show: [[]], dismiss: [[]] })
  await view.setProps({ daily: true })
  expect(view.get('h2').text()).toBe('Today: 7 episodes of 5 titles')
})

describe('a title in its season', () => {
  test('says when it comes next, and can be planned', async () => {
    const title = seasonTitle('anime:1', {
      nextEpisode: { episode: 4, airingAt: at('2026-11-29T14:00:00Z') },
      studios: ['Studio'],
      isSequelOfMine: true,
    })
    const view = show(SeasonCard, { title, titles: inRomaji })

    expect(view.get('.when').text()).toBe('ep 4 in 1 d 2 h')
    expect(view.text()).toContain('Sequel')
    expect(view.get('button .sr-only').text()).toBe('Plan to watch Title 1')
    await view.get('button').trigger('click')
    expect(view.emitted()).toMatchObject({ plan: [[]] })
    expect(view.emitted('open')).toBeUndefined()
  })

  test('that is on the list shows its status and opens', async () => {
    const title = seasonTitle('anime:1', { entry: { status: 'planned', progress: 0 } })
    const view = show(SeasonCard, { title, titles: inRomaji }, 'de')

    expect(view.text()).toContain('Geplant')
    expect(view.get('button .sr-only').text()).toBe('Geplant, Title 1 öffnen')
    await view.get('button').trigger('click')
    expect(view.emitted('open')).toHaveLength(1)
    expect(view.emitted('plan')).toBeUndefined()
  })

  test('that has not begun says when it does, if the day is known', () => {
    const text = (startDate: number) =>
      show(SeasonCard, {
        title: seasonTitle('anime:1', { status: 'not-yet-released', startDate }),
        titles: inRomaji,
      })
        .get('.when')
        .text()

    expect(text(20_270_109)).toBe('starts Jan 9')
    expect(text(20_270_100)).toBe('')
  })
})

test('a title can be muted, and have a delay of its own', async () => {
  const view = show(AiringFields, { chosen: { muted: false, delay: 45 } })
  const options = view.findAll('option').map((option) => option.text())

  expect(options[0]).toBe('As for all titles')
  expect(options).toContain('3 h later')
  expect(options.at(-1)).toBe('45 min later')
  await view.get('select').setValue('usual')
  await view.get('select').setValue('180')
  await view.get('[role=switch]').setValue(true)

  expect(view.emitted('change')).toEqual([[{ delay: null }], [{ delay: 180 }], [{ muted: true }]])
})
