import type { Report } from './figure'
import { measureSeries, measureThread } from './support/measure-pages'
import { openPages } from './support/opened-pages'

/** Titles whose pages are opened, and comments of a thread. */
const titles = 20
const comments = 2_000

/** What one does with pages of the service, in the built app, once their answers are known here. */
export async function run(report: Report): Promise<void> {
  const pages = await openPages()
  await measureSeries(pages, titles, report)
  await measureThread(pages, comments, report)
  await pages.close()
}
