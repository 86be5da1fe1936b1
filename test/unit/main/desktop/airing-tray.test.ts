import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { airingWordsIn } from '../../../../src/main/desktop/airing/airing-words'
import { createTray, iconName } from '../../../../src/main/desktop/airing/tray'
import { trayTemplate } from '../../../../src/main/desktop/airing/tray-menu'
import type { AiringState } from '../../../../src/shared/airing'
import { createAiringClock } from '../../../support/airing-clock'

const now = Date.parse('2026-11-28T12:00:00Z')
const minute = 60_000
const ref = { accountId: 1, title: 'anime:7' } as const
const en = airingWordsIn('en', '')
const de = airingWordsIn('de', '')
const saved = { waiting: 0, sending: 0, attention: 0, conflicts: 0 }

const state = (change: Partial<AiringState> = {}): AiringState => ({
  ready: 3,
  titles: [{ ref, name: 'Tom & Jerry', ready: 3, next: 5 }],
  upcoming: [{ ref, name: 'Mushishi', episode: 9, airingAt: now / 1000 + 90_000 }],
  pausedUntil: null,
  ...change,
})

describe('the menu of the tray', () => {
  const heard: unknown[] = []
  const acts = {
    act: (act: unknown) => void heard.push(act),
    open: (what: unknown) => void heard.push(['open', what]),
    quit: () => void heard.push('quit'),
  }
  const menu = (airing: AiringState, queue = saved, words = en) =>
    trayTemplate({ airing, queue, now }, words, acts)
  const labels = (items: readonly MenuItemConstructorOptions[]) =>
    items.map(({ label, type }) => (type === 'separator' ? '–' : label))
  const press = (items: readonly MenuItemConstructorOptions[], id: string) =>
    items
      .find((item) => item.id?.startsWith(id))
      ?.click?.(undefined as never, undefined, undefined as never)

  test('says what is ready, what comes, and how things stand', () => {
    expect(labels(menu(state()))).toEqual([
      '+1  Tom && Jerry · 5  (3 ready)',
      '–',
      'Mushishi · 9  in 1 d 1 h',
      '–',
      'Pause notifications for an hour',
      'All saved',
      '–',
      'Open Tsuzuki',
      'Quit',
    ])
    expect(labels(menu(state(), saved, de)).slice(0, 3)).toEqual([
      '+1  Tom && Jerry · 5  (3 bereit)',
      '–',
      'Mushishi · 9  in 1 T 1 Std.',
    ])
  })

  test('has a line for it when nothing is ready and nothing comes', () => {
    expect(labels(menu(state({ ready: 0, titles: [], upcoming: [] }))).slice(0, 3)).toEqual([
      'Nothing to watch right now',
      '–',
      'Pause notifications for an hour',
    ])
  })

  test('counts minutes up, so that nothing is in 0 min', () => {
    const inS = (seconds: number) =>
      labels(
        menu(
          state({
            upcoming: [{ ref, name: 'A', episode: 1, airingAt: now / 1000 + seconds }],
          }),
        ),
      )[2]

    expect(inS(1)).toBe('A · 1  in 1 min')
    expect(inS(60)).toBe('A · 1  in 1 min')
    expect(inS(61)).toBe('A · 1  in 2 min')
    expect(inS(3599)).toBe('A · 1  in 1 h 0 min')
  })

  test.each([
    [{ waiting: 1, sending: 0, attention: 0, conflicts: 0 }, '1 change waits to be sent'],
    [{ waiting: 2, sending: 1, attention: 0, conflicts: 0 }, '3 changes wait to be sent'],
    [{ waiting: 2, sending: 0, attention: 1, conflicts: 1 }, '2 changes need you'],
    [{ waiting: 0, sending: 0, attention: 0, conflicts: 1 }, '1 change needs you'],
  ])('says of a queue %j: %s', (queue, text) => {
    expect(labels(menu(state(), queue))).toContain(text)
  })

  test('each line does what it says', () => {
    heard.length = 0
    const items = menu(state())
    for (const id of ['plus', 'next', 'pause', 'queue', 'open', 'quit']) press(items, id)
    press(menu(state({ pausedUntil: now + minute })), 'pause')

    expect(heard).toEqual([
      { do: 'plus', ref, episode: 5 },
      ['open', ref],
      { do: 'pause', minutes: 60 },
      ['open', 'queue'],
      ['open', null],
      'quit',
      { do: 'pause', minutes: 0 },
    ])
  })
})

describe('the tray', () => {
  function given(platform = 'linux') {
    const clock = createAiringClock(now)
    const theme = Object.assign(new EventEmitter(), {
      shouldUseDarkColorsForSystemIntegratedUI: false,
    })
    const did: string[] = []
    class FakeTray extends EventEmitter {
      constructor(public image: string) {
        super()
        trays.push(this)
      }
      setImage = (image: string) => void (this.image = image)
      setToolTip = (text: string) => void did.push(`tip ${text}`)
      setTitle = (text: string) => void did.push(`title ${text}`)
      setContextMenu = (menu: readonly MenuItemConstructorOptions[]) =>
        void did.push(`menu ${menu[0]?.label}`)
      destroy = () => void did.push('gone')
    }
    const trays: FakeTray[] = []
    const tray = createTray({
      Tray: FakeTray as never,
      Menu: { buildFromTemplate: (template) => template as never },
      nativeTheme: theme as never,
      platform,
      iconsDir: '/icons',
      clock,
      words: () => en,
      acts: {
        act: () => {},
        open: (what) => void did.push(`open ${JSON.stringify(what)}`),
        quit: () => {},
      },
    })
    return { tray, trays, did, clock, theme, icon: () => trays[0]?.image }
  }

  test('shows a dot and counts what is ready', () => {
    const { tray, did, icon } = given()
    expect(icon()).toBe(join('/icons', 'tray-light.png'))

    tray.airing(state())

    expect(icon()).toBe(join('/icons', 'tray-light-dot.png'))
    expect(did.at(-1)).toBe('tip Tsuzuki: 3 episodes ready')
  })

  test('counts beside its icon on macOS, and a click there only opens the menu', () => {
    const { tray, trays, did } = given('darwin')
    tray.airing(state())
    expect(did).toContain('title 3')

    trays[0]?.emit('click')
    expect(did.some((what) => what.startsWith('open'))).toBe(false)
  })

  test('leaves an open menu alone while it says the same', () => {
    const { tray, did, clock } = given()
    const far = state({ upcoming: [] })
    tray.airing(far)
    const before = did.length
    tray.airing({ ...far })
    clock.run(5 * minute)

    expect(did).toHaveLength(before)
  })

  test('counts down by the minute', () => {
    const { tray, did, clock } = given()
    tray.airing(state({ upcoming: [{ ref, name: 'A', episode: 1, airingAt: now / 1000 + 300 }] }))
    const menus = () => did.filter((what) => what.startsWith('menu')).length
    const before = menus()
    clock.run(3 * minute)

    expect(menus()).toBe(before + 3)
  })

  test('follows the panel into the dark', () => {
    const { theme, icon } = given()
    theme.shouldUseDarkColorsForSystemIntegratedUI = true
    theme.emit('updated')

    expect(icon()).toBe(join('/icons', 'tray-dark.png'))
  })

  test('is gone at the end, and its clock with it', () => {
    const { tray, did, clock } = given()
    tray.stop()

    expect(did.at(-1)).toBe('gone')
    expect(clock.timers()).toBe(0)
  })

  test('has an icon for each system, light, dark and with a dot', () => {
    const icons = join(import.meta.dirname, '../../../../resources/icons')
    for (const platform of ['linux', 'win32', 'darwin'])
      for (const isReady of [true, false])
        for (const isDark of [true, false]) {
          const name = iconName(platform, isReady, isDark)
          expect(existsSync(join(icons, `${name}.png`))).toBe(true)
          expect(existsSync(join(icons, `${name}@2x.png`))).toBe(true)
        }
  })
})
