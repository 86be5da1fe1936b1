import { EventEmitter } from 'node:events'
import type { NativeTheme } from 'electron'
import { describe, expect, test } from 'vitest'
import { createCrashRecovery } from '../../../../src/main/desktop/crash'
import { menuTemplate } from '../../../../src/main/desktop/menu'
import { readSwitches } from '../../../../src/main/desktop/switches'
import { followTheme, groundColor } from '../../../../src/main/desktop/theme'
import { watchWaking } from '../../../../src/main/desktop/waking'
import { wordsIn } from '../../../../src/main/desktop/words'
import { createSilentLog } from '../../../../src/main/log/silent'

describe('after a crash of the page', () => {
  function setUp(answer = true) {
    const did: string[] = []
    let now = 0
    const gone = createCrashRecovery({
      clock: { monotonic: () => now },
      log: createSilentLog(),
      reload: () => did.push('reload'),
      onRestarted: () => did.push('notice'),
      ask: () => {
        did.push('ask')
        return Promise.resolve(answer)
      },
      quit: () => did.push('quit'),
    })
    const crash = () => gone({ reason: 'crashed', exitCode: 5 })
    return { did, crash, gone, pass: (ms: number) => (now += ms) }
  }

  test('it comes back, and that is said', async () => {
    const { did, crash } = setUp()
    await crash()
    expect(did).toEqual(['notice', 'reload'])
  })

  test('the fourth time within a minute the user is asked', async () => {
    const { did, crash, pass } = setUp()
    for (let n = 0; n < 4; n += 1) {
      await crash()
      pass(10_000)
    }
    expect(did.filter((what) => what !== 'notice')).toEqual([
      'reload',
      'reload',
      'reload',
      'ask',
      'reload',
    ])
  })

  test('a no ends the app instead of trying for ever', async () => {
    const { did, crash } = setUp(false)
    for (let n = 0; n < 4; n += 1) await crash()
    expect(did.at(-1)).toBe('quit')
    expect(did.filter((what) => what === 'reload')).toHaveLength(3)
  })

  test('crashes that are rare are mended without a question for ever', async () => {
    const { did, crash, pass } = setUp()
    for (let n = 0; n < 50; n += 1) {
      await crash()
      pass(20_001)
    }
    expect(did).not.toContain('ask')
  })

  test('a page that ended in peace is left alone', async () => {
    const { did, gone } = setUp()
    await gone({ reason: 'clean-exit', exitCode: 0 })
    expect(did).toEqual([])
  })
})

describe('switches', () => {
  const electron = ['/usr/bin/electron', '/app']

  test('say what a start is for', () => {
    const argv = [...electron, '--try=anisearch', '--theme=dark', '--lang=de-AT', '--hidden']
    expect(readSwitches([...argv, '--route=/library/manga/status/current?q=x'])).toEqual({
      tryService: 'anisearch',
      route: '/library/manga/status/current?q=x',
      hidden: true,
      overrides: { theme: 'dark', language: 'de' },
    })
  })

  test('that are absent change nothing', () => {
    expect(readSwitches(electron)).toEqual({
      tryService: null,
      route: '',
      hidden: false,
      overrides: {},
    })
  })

  test('that make no sense are passed over', () => {
    const odd = ['--try=myanimelist', '--theme=pink', '--lang=fr', '--hidden=no']
    expect(readSwitches([...electron, ...odd])).toEqual(readSwitches(electron))
  })

  test.each([
    'javascript:alert(1)',
    '//evil.example',
    '/a b',
    '/<script>',
    'queue',
    '/a#b',
    '/%2e',
  ])('the route %s leads nowhere new', (route) => {
    const read = readSwitches([...electron, `--route=${route}`]).route
    expect(read === '' || read.startsWith('//')).toBe(true)
  })

  test('the last of two counts', () => {
    expect(readSwitches(['--try=anilist', '--try=anisearch']).tryService).toBe('anisearch')
  })
})

describe('waking', () => {
  function setUp() {
    const told: string[] = []
    const timers: (() => void)[] = []
    let online = true
    const powerMonitor = new EventEmitter()
    const stop = watchWaking({
      powerMonitor,
      isOnline: () => online,
      clock: {
        after(_ms, task) {
          timers.push(task)
          return () => void timers.splice(timers.indexOf(task), 1)
        },
      },
      core: {
        resumed: () => told.push('resumed'),
        online: () => told.push('online'),
        airing: { look: () => told.push('looked') },
      },
    })
    const look = (isOnline: boolean) => {
      online = isOnline
      timers.shift()?.()
    }
    return { told, powerMonitor, look, stop, timers }
  }

  test('the core hears when the machine wakes up', () => {
    const { told, powerMonitor } = setUp()
    powerMonitor.emit('resume')
    expect(told).toEqual(['resumed'])
  })

  test('the core hears once when the network comes back', () => {
    const { told, look } = setUp()
    for (const online of [true, false, false, true, true]) look(online)
    expect(told).toEqual(['online'])
  })

  test('nobody looks any more once the app ends', () => {
    const { stop, timers, look } = setUp()
    look(true)
    expect(timers).toHaveLength(1)
    stop()
    expect(timers).toEqual([])
  })
})

describe('theme', () => {
  function fakeTheme(first: NativeTheme['themeSource']) {
    const set: string[] = []
    return {
      set,
      theme: {
        get themeSource() {
          return first
        },
        set themeSource(value) {
          set.push(value)
        },
      },
    }
  }

  test.each([
    ['light', 'light'],
    ['dark', 'dark'],
    ['contrast', 'system'],
  ] as const)('%s makes the system %s', (setting, source) => {
    const { theme, set } = fakeTheme(source === 'system' ? 'dark' : 'system')
    followTheme(theme, setting)
    expect(set).toEqual([source])
  })

  test('that holds already is not set again', () => {
    const { theme, set } = fakeTheme('dark')
    followTheme(theme, 'dark')
    expect(set).toEqual([])
  })

  test('gives the window its ground before the first paint', () => {
    expect(groundColor({ shouldUseDarkColors: true })).not.toBe(
      groundColor({ shouldUseDarkColors: false }),
    )
  })
})

describe('menu', () => {
  test('of macOS lets one copy, paste and undo by keys', () => {
    const template = menuTemplate('darwin', wordsIn('de', 'de'), () => {})
    const edit = template?.find(({ label }) => label === 'Bearbeiten')
    const roles = (edit?.submenu as { role?: string }[]).map(({ role }) => role)
    expect(roles).toEqual(
      expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll']),
    )
    expect(template?.[0]).toEqual({ role: 'appMenu' })
  })

  test('of macOS leads to the view of imports and backups', () => {
    const shown: string[] = []
    const template = menuTemplate('darwin', wordsIn('en', 'en'), (route) => shown.push(route))
    const file = template?.find(({ label }) => label === 'File')
    const [item] = file?.submenu as { label: string; click: () => void }[]
    item?.click()
    expect(item?.label).toBe('Import and Backups…')
    expect(shown).toEqual(['/backup'])
  })

  test.each(['linux', 'win32'])('is none on %s', (platform) => {
    expect(menuTemplate(platform, wordsIn('en', 'en'), () => {})).toBeNull()
  })
})
