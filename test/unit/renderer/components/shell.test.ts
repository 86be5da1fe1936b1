import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import KeysDialog from '../../../../src/renderer/src/components/shell/KeysDialog.vue'
import NoticeBar from '../../../../src/renderer/src/components/shell/NoticeBar.vue'
import SideBar from '../../../../src/renderer/src/components/shell/SideBar.vue'
import StatusBar from '../../../../src/renderer/src/components/shell/StatusBar.vue'
import { keyBindings } from '../../../../src/renderer/src/keys'
import { promiseOf } from '../../../../src/renderer/src/promise'
import { queueStatus } from '../support/builders'
import { show } from '../support/mounting'

beforeEach(() => void vi.useFakeTimers())

afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

const limited = queueStatus({
  waiting: 3,
  services: [
    {
      service: 'anilist',
      sandbox: false,
      buckets: [],
      pause: { code: 'rate-limited', detail: null, goesOnInMs: 41_000 },
    },
  ],
})

test.each([
  ['en', 'All saved'],
  ['de', 'Alles gesichert'],
] as const)('in %s it says %s', (language, words) => {
  const bar = show(StatusBar, { promised: promiseOf(queueStatus(), 0) }, language)

  expect(bar.get('.line').text()).toBe(words)
})

test('counts down for the eye, and does not talk every second', () => {
  const bar = show(StatusBar, { promised: promiseOf(limited, 0) })

  expect(bar.get('.line').text()).toBe('3 waiting · AniList limit: going on in 41 s')
  expect(bar.get('[role=status]').text()).not.toContain('41')
})

test('says when something is tried again', () => {
  const down = queueStatus({
    waiting: 1,
    services: [
      {
        service: 'anilist',
        sandbox: false,
        buckets: [],
        pause: { code: 'outage', detail: null, goesOnInMs: 120_000 },
      },
    ],
  })

  expect(
    show(StatusBar, { promised: promiseOf(down, 0) })
      .get('.line')
      .text(),
  ).toBe('1 waiting · AniList is down. Your changes are safe and wait. Next try in 2 min')
})

const said = { text: 'Frieren 11 → 12', tone: 'calm', action: 'Undo', spoken: 1 }

test('a word goes after 8 s', () => {
  const bar = show(NoticeBar, said)

  vi.advanceTimersByTime(7999)
  expect(bar.emitted('dismiss')).toBeUndefined()
  vi.advanceTimersByTime(1)
  expect(bar.emitted('dismiss')).toHaveLength(1)
})

test('a newer word has 8 s of its own', async () => {
  const bar = show(NoticeBar, said)

  vi.advanceTimersByTime(7000)
  await bar.setProps({ spoken: 2 })
  vi.advanceTimersByTime(7000)

  expect(bar.emitted('dismiss')).toBeUndefined()
})

test('it waits as long as the pointer or the keyboard is on it', async () => {
  const bar = show(NoticeBar, said)

  await bar.get('.notice').trigger('pointerenter')
  vi.advanceTimersByTime(20_000)
  expect(bar.emitted('dismiss')).toBeUndefined()

  await bar.get('.notice').trigger('pointerleave')
  vi.advanceTimersByTime(8000)
  expect(bar.emitted('dismiss')).toHaveLength(1)
})

test('it never takes the focus, and is read aloud politely', () => {
  const before = document.activeElement

  const bar = show(NoticeBar, said)

  expect(document.activeElement).toBe(before)
  expect(bar.get('[role=status]').attributes('aria-live')).toBe('polite')
})

test('its button does what it says', async () => {
  const bar = show(NoticeBar, said)

  await bar.findAll('button')[0]!.trigger('click')

  expect(bar.emitted('act')).toHaveLength(1)
})

test('the side bar leads to every status and list, with counts', () => {
  const bar = show(SideBar, {
    place: { kind: 'manga', tab: { type: 'status', status: 'current' } },
    statuses: [{ status: 'current', count: 12 }],
    hidden: 0,
    lists: [{ name: 'With Mia', count: 3 }],
    smart: [
      { id: 'ready', name: '' },
      { id: 'list-1', name: 'Short films' },
    ],
    all: 40,
  })
  const links = bar.findAll('a').map((link) => [link.attributes('href'), link.text()])

  expect(links).toContainEqual([
    '/library/manga/status/current',
    expect.stringContaining('Reading12'),
  ])
  expect(links).toContainEqual([
    '/library/manga/custom/With%20Mia',
    expect.stringContaining('With Mia3'),
  ])
  expect(links).toContainEqual(['/library/anime/status/current', expect.stringContaining('Anime')])
  expect(links).toContainEqual([
    '/library/manga/smart/ready',
    expect.stringContaining('Ready to watch'),
  ])
  expect(links).toContainEqual([
    '/library/manga/smart/list-1',
    expect.stringContaining('Short films'),
  ])
})

test('shows every key that works', () => {
  const dialog = show(KeysDialog, { open: true })

  expect(dialog.findAll('dt')).toHaveLength(keyBindings.length)
  expect(dialog.text()).toContain('Ctrl')
})
