import { type Report, spread } from '../figure'
import type { OpenedLibrary } from './opened-library'

const sorts = ['Score', 'Progress', 'Last changed', 'Season', 'Popularity', 'Title']
const rounds = 3

/** `library.sort`: from the choice to the first row of the new order on the screen. */
export async function measureSort({ n, page, meter }: OpenedLibrary, report: Report) {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1)
    for (const name of sorts) {
      await page.getByRole('button', { name: /^Sort by / }).click()
      await page.getByRole('menu').waitFor()
      times.push(await meter(`pressMenuItem(${JSON.stringify(name)})`))
      times.push(await meter('pressSort()'), await meter('pressSort()'))
    }
  report({ figure: 'library.sort', n, unit: 'ms', ...spread(times) })
}

const tabs = ['status/completed', 'all', 'status/planned', 'status/dropped', 'all']
const layouts = ['Covers', 'Table', 'Compact table', 'Table']

/** `library.switch`: to another list, and to another way to draw the same one. */
export async function measureSwitch({ n, meter }: OpenedLibrary, report: Report) {
  const times: number[] = []
  for (let round = 0; round < rounds * 2; round += 1) {
    for (const tab of tabs) times.push(await meter(`pressLink('#/library/anime/${tab}')`))
    for (const layout of layouts) times.push(await meter(`pressLayout('${layout}')`))
  }
  report({ figure: 'library.switch', n, unit: 'ms', ...spread(times) })
}

/** Turns of the wheel, and by how much each, in px. */
const turns = 240
const turn = 360

/** `library.scroll`: the ms between frames while the wheel turns, in the table and among covers. */
export async function measureScroll({ n, page, meter }: OpenedLibrary, report: Report) {
  const all: number[] = []
  for (const layout of ['Covers', 'Table']) {
    await meter(`pressLayout('${layout}')`)
    await page.getByRole('grid').hover()
    for (let at = 0; at < 20; at += 1) await page.mouse.wheel(0, turn)
    await meter('frames()')
    for (let at = 0; at < turns; at += 1) await page.mouse.wheel(0, at < turns / 2 ? turn : -turn)
    const frames = await meter<number[]>('frames()')
    all.push(...frames)
    const name = layout === 'Table' ? 'library.scroll.table' : 'library.scroll.grid'
    report({ figure: name, n, unit: 'ms', ...spread(frames) })
    await meter('scrollTo(0)')
  }
  report({ figure: 'library.scroll', n, unit: 'ms', ...spread(all) })
}

const clicks = 100

/** `library.increment`: from the click on + to the new number on the screen, durable by then. */
export async function measureIncrement({ n, meter }: OpenedLibrary, report: Report) {
  const times: number[] = []
  for (let at = 0; at < clicks; at += 1) {
    if (at % 20 === 0) {
      await meter(`scrollTo(${at / clicks})`)
    }
    times.push(await meter('pressPlus()'))
  }
  await meter('scrollTo(0)')
  report({ figure: 'library.increment', n, unit: 'ms', ...spread(times) })
}
