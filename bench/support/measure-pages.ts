import { type Report, spread } from '../figure'
import type { OpenedPages } from './opened-pages'

const rounds = 3

/** `pages.series`: from the click on a cover to the page of a title that is known here. */
export async function measureSeries({ page, meter }: OpenedPages, n: number, report: Report) {
  const covers = page.locator('[role=gridcell][data-title]')
  await covers.nth(n - 1).waitFor()
  const shown = await meter<string[]>('titles()')
  const titles = shown.slice(0, n)
  const back = async () => {
    await page.goBack()
    await covers.first().waitFor()
  }
  for (const title of titles) {
    await page.locator(`[role=gridcell][data-title="${title}"]`).click()
    await page.locator('.series .main > section').nth(1).waitFor()
    await back()
  }
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1)
    for (const title of titles) {
      times.push(await meter<number>(`pressCover('${title}')`))
      await back()
    }
  report({ figure: 'pages.series', n, unit: 'ms', ...spread(times) })
}

const words = [
  'I **liked** this one more than the last, and the music most of all. '.repeat(3),
  'Was it ~!the brother, who had been there all along!~ or did I miss something?',
  '> Every episode is better than the one before.\n\nNot the fourth, _really_.',
  'Yes.',
]

/** Turns of the wheel, and by how much each, in px. */
const turns = 240
const turn = 360

/** `pages.thread`: the ms between frames while the wheel turns, over comments that are all here. */
export async function measureThread(
  { page, admin, meter }: OpenedPages,
  n: number,
  report: Report,
) {
  const thread = await admin.fillThread('anilist', words, n)
  await page.evaluate(`location.hash = '#/thread/${thread}'`)
  await page.locator('[role=feed] [data-index]').first().waitFor()
  await meter(`scrollToComment(${n})`)
  await meter('scrollPage(0.25)')
  await page.getByRole('feed').hover({ position: { x: 300, y: 300 }, force: true })
  for (let at = 0; at < 20; at += 1) await page.mouse.wheel(0, turn)
  await meter('frames()')
  for (let at = 0; at < turns; at += 1) await page.mouse.wheel(0, at < turns / 2 ? turn : -turn)
  const frames = await meter<number[]>('frames()')
  report({ figure: 'pages.thread', n, unit: 'ms', ...spread(frames) })
}
