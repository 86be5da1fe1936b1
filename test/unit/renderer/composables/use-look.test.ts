import { afterEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { useLook } from '../../../../src/renderer/src/composables/use-look'
import { defaultSettings, type Settings } from '../../../../src/shared/settings'

function dress(change: Partial<Settings>, holds: readonly string[] = []) {
  const listeners: (() => void)[] = []
  vi.stubGlobal('matchMedia', (query: string) => ({
    get matches() {
      return holds.includes(query)
    },
    addEventListener: (_: string, listener: () => void) => listeners.push(listener),
    removeEventListener: () => {},
  }))
  const settings = shallowRef({ ...defaultSettings, ...change })
  const scope = effectScope()
  scope.run(() => useLook(settings))
  return { settings, listeners, scope, root: document.documentElement }
}

afterEach(() => void vi.unstubAllGlobals())

const systemIsDark = '(prefers-color-scheme: dark)'

test.each([
  ['light', [systemIsDark], false],
  ['dark', [], true],
  ['system', [systemIsDark], true],
  ['system', [], false],
  ['contrast', [systemIsDark], true],
] as const)('%s on a system with %o is dark: %s', (theme, holds, dark) => {
  const { root, scope } = dress({ theme }, holds)

  expect(root.classList.contains('dark')).toBe(dark)
  expect(root.classList.contains('light')).toBe(!dark)
  scope.stop()
})

test('high contrast is a choice, and follows the system', () => {
  expect(dress({ theme: 'contrast' }).root.dataset.contrast).toBe('more')
  expect(dress({}, ['(prefers-contrast: more)']).root.dataset.contrast).toBe('more')
  expect(dress({ theme: 'light' }).root.dataset.contrast).toBe('usual')
})

test('text grows, motion stops', () => {
  const { root } = dress({ textSize: 150, reduceMotion: true })

  expect(root.style.fontSize).toBe('24px')
  expect(root.dataset.motion).toBe('less')
})

test('follows the system and the settings while it runs', async () => {
  const holds: string[] = []
  const { root, settings, listeners, scope } = dress({}, holds)

  holds.push(systemIsDark)
  listeners.forEach((listener) => listener())
  await nextTick()
  expect(root.classList.contains('dark')).toBe(true)

  settings.value = { ...defaultSettings, theme: 'light' }
  await nextTick()
  expect(root.classList.contains('dark')).toBe(false)
  scope.stop()
})
