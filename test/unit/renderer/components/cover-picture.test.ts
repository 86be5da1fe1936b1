import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nextTick } from 'vue'
import CoverPicture from '../../../../src/renderer/src/components/library/CoverPicture.vue'
import { afterPaint } from '../../../../src/renderer/src/composables/after-paint'

beforeEach(() => void vi.useFakeTimers({ toFake: ['requestAnimationFrame'] }))
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** The next frame has been painted, and what waited for it has been done. */
async function paint() {
  const done = new Promise<void>((resolve) => afterPaint(resolve))
  vi.advanceTimersToNextFrame()
  await done
  await nextTick()
}

function cover(has = true) {
  const props = { title: 'anime:1', name: 'Mushishi', accountId: 4, size: 'small', has } as const
  const wrapper = mount(CoverPicture, { props })
  return {
    wrapper,
    plate: () => wrapper.get('.plate').text(),
    picture: () => wrapper.get<HTMLElement>('.picture').element.style.backgroundImage,
  }
}

test('shows its plate at once, and the picture after the first paint', async () => {
  const { plate, picture } = cover()
  expect([plate(), picture()]).toEqual(['MU', ''])

  await paint()
  expect(picture()).toBe('url("cover://4/anime-1/small")')
})

test('of another title follows after the paint of its name: the last one of several', async () => {
  const { wrapper, plate, picture } = cover()
  await paint()
  await wrapper.setProps({ title: 'anime:2', name: 'Pokémon' })
  await wrapper.setProps({ title: 'anime:3', name: 'Sora' })
  expect(plate()).toBe('MU')

  await paint()
  expect([plate(), picture()]).toEqual(['SO', 'url("cover://4/anime-3/small")'])
})

test('of a title without one is its plate alone', async () => {
  const { wrapper, plate, picture } = cover()
  await paint()
  await wrapper.setProps({ title: 'anime:2', name: 'Pokémon', has: false })
  await paint()

  expect([plate(), picture()]).toEqual(['PO', ''])
})

test('what fails after a paint is reported, and holds up nothing else', async () => {
  const reported: unknown[] = []
  vi.stubGlobal('reportError', (error: unknown) => reported.push(error))
  const { picture } = cover()
  const broken = new Error('Broken')
  afterPaint(() => {
    throw broken
  })
  const { picture: other } = cover()
  await paint()
  vi.unstubAllGlobals()

  expect(reported).toEqual([broken])
  expect([picture(), other()]).not.toContain('')
})
