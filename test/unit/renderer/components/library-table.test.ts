import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { computed, defineComponent, h, nextTick, ref, shallowRef } from 'vue'
import LibraryTable from '../../../../src/renderer/src/components/library/LibraryTable.vue'
import { i18n } from '../../../../src/renderer/src/i18n'
import { usualColumns } from '../../../../src/renderer/src/library/columns'
import type { Section } from '../../../../src/renderer/src/library/groups'
import type { ListLook } from '../../../../src/renderer/src/library/look'
import type { ListRow } from '../../../../src/shared/entry'
import { titleKey, type TitleKey } from '../../../../src/shared/media'
import { row } from '../support/builders'
import { controls } from '../support/mounting'

const look: ListLook = {
  accountId: 1,
  kind: 'anime',
  titles: { language: 'romaji', own: {} },
  scoreFormat: 'point-10-decimal',
  scoreTable: 'anilist',
  locale: 'en',
  nowS: 0,
}

const count = 20_000
const height = 640

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(height)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000)
})

afterEach(() => {
  vi.restoreAllMocks()
  document.body.innerHTML = ''
})

/** A list of 20,000 as the view would drive it, with a count of how often rows are drawn. */
function setUp() {
  const rows = Array.from({ length: count }, (_, index) =>
    row(titleKey('anime', index + 1), `Title ${index + 1}`, { progress: 3 }, { episodes: 12 }),
  )
  const touches = ref(0)
  const active = shallowRef<TitleKey | null>(null)
  const shown = shallowRef<readonly ListRow[] | null>(null)
  const selected = shallowRef<ReadonlySet<TitleKey>>(new Set())
  const sections = shallowRef<readonly Section[]>([])
  const emitted: unknown[][] = []
  const drawn = { times: 0 }
  const on =
    (name: string) =>
    (...args: unknown[]) =>
      void emitted.push([name, ...args])

  const Host = defineComponent(() => {
    const list = computed(() => shown.value ?? rows)
    const rowAt = (place: number) => {
      void touches.value
      return list.value[place]
    }
    return () =>
      h(LibraryTable, {
        count: list.value.length,
        rowAt,
        look,
        layout: 'compact',
        columns: usualColumns('anime'),
        sort: { key: 'title', descending: false },
        grouping: 'none',
        sections: sections.value,
        selected: selected.value,
        active: active.value,
        rating: null,
        label: 'Anime, Watching',
        scale: 1,
        onActivate: on('activate'),
        onOpen: on('open'),
        onSelect: on('select'),
        onStep: on('step'),
        onMenu: on('menu'),
      })
  })

  const wrapper = mount(Host, {
    attachTo: document.body,
    global: {
      plugins: [i18n],
      stubs: controls,
      mixins: [
        {
          updated(this: { $options: { __name?: string } }) {
            if (this.$options.__name === 'EntryRow') drawn.times += 1
          },
        },
      ],
    },
  })
  return { wrapper, rows, touches, active, shown, selected, sections, emitted, drawn }
}

const lines = () => [...document.querySelectorAll<HTMLElement>('.row:not([hidden])')]
const line = (title: string) => document.querySelector<HTMLElement>(`[data-title="${title}"]`)!

test('draws only what is in sight, at the height of all', () => {
  setUp()

  expect(lines().length).toBeGreaterThan(height / 32)
  expect(lines().length).toBeLessThan(50)
  expect(document.querySelector<HTMLElement>('.body')!.style.height).toBe(`${count * 32}px`)
  expect(document.querySelector('[role=grid]')!.getAttribute('aria-rowcount')).toBe('20001')
})

test('draws a row beyond the edge at rest, and three on either side while one scrolls', async () => {
  setUp()
  await nextTick()
  const inSight = height / 32
  expect(lines()).toHaveLength(inSight + 1)

  const grid = document.querySelector('[role=grid]')!
  grid.scrollTop = 3200
  grid.dispatchEvent(new Event('scroll'))
  await nextTick()

  expect(lines()).toHaveLength(inSight + 6)
})

test('an edit among 20,000 draws its own row and no other', async () => {
  const { rows, touches, drawn } = setUp()
  await nextTick()
  drawn.times = 0

  rows[2] = { ...rows[2]!, entry: { ...rows[2]!.entry, progress: 4 } }
  touches.value += 1
  await nextTick()

  expect(line('anime:3').querySelector('.progress')!.textContent).toBe('4 / 12')
  expect(drawn.times).toBe(1)
})

test('moving to the next row draws the two that are concerned', async () => {
  const { active, drawn } = setUp()
  active.value = 'anime:1'
  await nextTick()
  drawn.times = 0

  active.value = 'anime:2'
  await nextTick()

  expect(drawn.times).toBe(2)
  const id = document.querySelector('[role=grid]')!.getAttribute('aria-activedescendant')
  expect(document.getElementById(id!)!.dataset.title).toBe('anime:2')
})

test('names each button by its title', () => {
  setUp()
  const plus = line('anime:2').querySelector('.plus')!
  const words = plus
    .getAttribute('aria-labelledby')!
    .split(' ')
    .map((id) => document.getElementById(id)!.textContent)

  expect(words.join(' ')).toBe('One more Title 2')
})

test('a click on a row opens it, a click on a button does what the button says', () => {
  const { emitted } = setUp()

  line('anime:2').querySelector<HTMLElement>('.plus')!.click()
  line('anime:4').querySelector<HTMLElement>('.name')!.click()

  expect(emitted).toEqual([
    ['step', 'anime:2', 1],
    ['activate', 'anime:2'],
    ['activate', 'anime:4'],
    ['open', 'anime:4', null],
  ])
})

test('the right button opens the menu at the row', () => {
  const { emitted } = setUp()

  line('anime:2').dispatchEvent(new MouseEvent('contextmenu', { bubbles: true }))

  expect(emitted.at(-1)?.slice(0, 2)).toEqual(['menu', 'anime:2'])
})

test('the keyboard never stays on a button that now belongs to another title', async () => {
  const { shown, rows } = setUp()
  line('anime:1').querySelector<HTMLElement>('.plus')!.focus()
  expect(document.activeElement?.closest('[data-title]')).toBe(line('anime:1'))

  shown.value = rows.slice(10)
  await nextTick()

  expect(document.activeElement).toBe(document.querySelector('[role=grid]'))
})

test('a row that has not arrived is drawn in outline', async () => {
  const { shown } = setUp()

  shown.value = Object.assign([row('anime:1', 'First')], { length: 3 })
  await nextTick()

  expect(lines()).toHaveLength(1)
  expect(document.querySelectorAll('.row-outline')).toHaveLength(2)
})

test('selecting one among 20,000 draws its own row and no other', async () => {
  const { selected, drawn } = setUp()
  await nextTick()
  drawn.times = 0

  selected.value = new Set<TitleKey>(['anime:3'])
  await nextTick()

  expect(line('anime:3').getAttribute('aria-selected')).toBe('true')
  expect(drawn.times).toBe(1)
})

test('Ctrl, Shift and the box before a row select it and open nothing', () => {
  const { emitted } = setUp()
  const click = (title: string, part: string, held: MouseEventInit = {}) =>
    line(title)
      .querySelector(part)!
      .dispatchEvent(new MouseEvent('click', { bubbles: true, ...held }))

  click('anime:2', '.name', { ctrlKey: true })
  click('anime:5', '.name', { shiftKey: true })
  click('anime:7', '.tick')

  expect(emitted.filter(([name]) => name !== 'activate')).toEqual([
    ['select', 'anime:2', 'toggle'],
    ['select', 'anime:5', 'range'],
    ['select', 'anime:7', 'toggle'],
  ])
})

test('headings stand before their rows and push them down', async () => {
  const { sections } = setUp()

  sections.value = [
    { group: 0, from: 0, count: 2 },
    { group: 20_241, from: 2, count: count - 2 },
  ]
  await nextTick()

  const names = [...document.querySelectorAll('[role=rowgroup].body > [role=row]')].map(
    (each) => (each as HTMLElement).dataset.title ?? each.textContent.trim(),
  )
  expect(new Set(names.slice(0, 5))).toEqual(
    new Set(['No season known 2', 'anime:1', 'anime:2', 'Winter 2024 19998', 'anime:3']),
  )
  expect(document.querySelector('[role=grid]')!.getAttribute('aria-rowcount')).toBe('20003')
})

test('what a filter takes away is filled again, not made anew', async () => {
  const { shown, rows } = setUp()
  await nextTick()
  const seen = lines().length
  const made = document.querySelectorAll('.row').length
  const first = document.querySelector('.row')

  shown.value = rows.slice(0, 2)
  await nextTick()
  expect(lines().map(({ dataset }) => dataset['title'])).toEqual(['anime:1', 'anime:2'])
  expect(document.querySelectorAll('.row')).toHaveLength(made)

  shown.value = rows.slice(10)
  await nextTick()
  expect(lines()).toHaveLength(seen)
  expect(document.querySelector('.row')).toBe(first)
  expect(line('anime:11')).not.toBeNull()
})
