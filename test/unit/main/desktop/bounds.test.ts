import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Rectangle } from 'electron'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { placeOn, rememberPlace } from '../../../../src/main/desktop/bounds'
import { openPlaces } from '../../../../src/main/desktop/places'

vi.mock('electron', async () => {
  const { forStores } = await import('./fake-electron')
  return { default: forStores('/nowhere') }
})

const screen = { workArea: { x: 0, y: 0, width: 1920, height: 1040 } }
const second = { workArea: { x: 1920, y: 0, width: 1280, height: 1000 } }
const at = (bounds: Rectangle) => ({ bounds, maximized: false })

describe('where the window opens', () => {
  test('the first time, in the middle at a fair size', () => {
    const place = placeOn([screen], null)
    expect(place.width).toBeGreaterThanOrEqual(1_000)
    expect(place.x).toBeUndefined()
  })

  test('as it lay, on whichever screen', () => {
    const bounds = { x: 2_000, y: 100, width: 900, height: 700 }
    expect(placeOn([screen, second], at(bounds))).toEqual(bounds)
  })

  test('in the middle again when its screen is gone, at the size it had', () => {
    const place = placeOn([screen], at({ x: 2_000, y: 100, width: 900, height: 700 }))
    expect(place).toEqual({ width: 900, height: 700 })
  })

  test.each<[string, Rectangle]>([
    ['above the screen', { x: 100, y: -50, width: 900, height: 700 }],
    ['below the screen', { x: 100, y: 1_035, width: 900, height: 700 }],
    ['left of the screen but for a sliver', { x: -850, y: 100, width: 900, height: 700 }],
    ['right of the screen but for a sliver', { x: 1_900, y: 100, width: 900, height: 700 }],
  ])('never with its title %s', (_where, bounds) => {
    expect(placeOn([screen], at(bounds)).x).toBeUndefined()
  })

  test('never larger than the screen, never too small to use', () => {
    const huge = placeOn([screen], at({ x: 9_000, y: 0, width: 5_000, height: 5_000 }))
    expect(huge).toEqual({ width: 1_920, height: 1_040 })
    const tiny = placeOn([screen], at({ x: 10, y: 10, width: 150, height: 90 }))
    expect(tiny).toEqual({ x: 10, y: 10, width: 420, height: 400 })
  })

  test('somewhere, even without a screen', () => {
    expect(placeOn([], null).width).toBeGreaterThan(0)
  })
})

describe('the file of the place', () => {
  let dir: string
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'tsuzuki-bounds-'))
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))

  const place = at({ x: 1, y: 2, width: 800, height: 600 })

  test('is read by the next run', () => {
    openPlaces(dir).write(place)
    expect(openPlaces(dir).read()).toEqual(place)
  })

  test.each(['', '{', '[]', '{"bounds":{"x":"a"}}', '{"bounds":null,"maximized":1}'])(
    'that reads %j is forgotten',
    (text) => {
      writeFileSync(join(dir, 'window.json'), text)
      const places = openPlaces(dir)
      expect(places.read()).toBeNull()
      places.write(place)
      expect(openPlaces(dir).read()).toEqual(place)
    },
  )

  test('that cannot be kept is no failure', () => {
    const inTheWay = join(dir, 'file')
    writeFileSync(inTheWay, '')
    const places = openPlaces(inTheWay)
    expect(() => places.write(place)).not.toThrow()
    expect(places.read()).toBeNull()
  })
})

describe('remembering', () => {
  function setUp() {
    const written: unknown[] = []
    const timers = new Set<() => void>()
    let destroyed = false
    const window = Object.assign(new EventEmitter(), {
      getNormalBounds: () => ({ x: 5, y: 6, width: 700, height: 500 }),
      isMaximized: () => true,
      isDestroyed: () => destroyed,
    })
    const clock = {
      after(_ms: number, task: () => void) {
        timers.add(task)
        return () => void timers.delete(task)
      },
    }
    rememberPlace(window, { write: (place) => void written.push(place) }, clock)
    return {
      window,
      written,
      timers,
      pass: () => [...timers].forEach((task) => task()),
      destroy: () => (destroyed = true),
    }
  }

  test('waits until the window has come to rest, and keeps the size it has when not maximized', () => {
    const { window, written, pass, timers } = setUp()

    for (let n = 0; n < 50; n += 1) window.emit('move')
    expect(written).toEqual([])
    expect(timers.size).toBe(1)
    pass()

    expect(written).toEqual([{ bounds: { x: 5, y: 6, width: 700, height: 500 }, maximized: true }])
  })

  test('does not wait when the window closes', () => {
    const { window, written, timers } = setUp()
    window.emit('resize')
    window.emit('close')
    expect(written).toHaveLength(1)
    expect(timers.size).toBe(0)
  })

  test('does not ask a window that is gone', () => {
    const { window, written, pass, destroy } = setUp()
    window.emit('resize')
    destroy()
    pass()
    expect(written).toEqual([])
  })
})
