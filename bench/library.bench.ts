import type { Report } from './figure'
import { measureFilter } from './support/measure-filter'
import {
  measureIncrement,
  measureScroll,
  measureSort,
  measureSwitch,
} from './support/measure-library'
import { measureSearch } from './support/measure-search'
import { memoryOf, type Memory } from './support/memory'
import { openLibrary } from './support/opened-library'

const sizes = [500, 5_000, 20_000, 50_000]

/** What one does with a list all day, in the built app, over lists of several sizes. */
export async function run(report: Report): Promise<void> {
  const empty = await memoryOfEmpty()
  for (const n of sizes) {
    const library = await openLibrary(n)
    const memory = await memoryOf(library)
    for (const part of ['main', 'renderer'] as const) {
      const value = memory[part] - empty[part]
      report({ figure: `library.memory.${part}`, n, unit: 'MiB', value })
    }
    await measureFilter(library, report)
    await measureSort(library, report)
    await measureSwitch(library, report)
    await measureScroll(library, report)
    await measureIncrement(library, report)
    measureSearch(library.profile.rows, report)
    await library.close()
  }
}

async function memoryOfEmpty(): Promise<Memory> {
  const library = await openLibrary(0)
  const memory = await memoryOf(library)
  await library.close()
  return memory
}
