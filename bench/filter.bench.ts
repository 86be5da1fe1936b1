import type { Report } from './figure'
import { measureFilter } from './support/measure-filter'
import { openLibrary } from './support/opened-library'

const sizes = [500, 5_000, 20_000, 50_000]

/** Typing into the filter of the built app, over lists of several sizes. */
export async function run(report: Report): Promise<void> {
  for (const n of sizes) {
    const library = await openLibrary(n)
    await measureFilter(library, report)
    await library.close()
  }
}
