import type { Report } from './figure'
import { memoryOf, type Memory } from './support/memory'
import { openLibrary } from './support/opened-library'

const sizes = [5_000, 20_000]
const rounds = 3

/** What a list adds to the memory of the app, as it stands when all of it is in the window. */
export async function run(report: Report): Promise<void> {
  const empty = await typicalMemory(0)
  for (const n of sizes) {
    const loaded = await typicalMemory(n)
    report({ figure: 'memory.main', n, unit: 'MiB', value: loaded.main - empty.main })
    report({ figure: 'memory.renderer', n, unit: 'MiB', value: loaded.renderer - empty.renderer })
  }
}

/** The middle one of several starts: how much a process has given back is a matter of luck. */
async function typicalMemory(n: number): Promise<Memory> {
  const found: Memory[] = []
  for (let round = 0; round < rounds; round += 1) {
    const library = await openLibrary(n)
    found.push(await memoryOf(library))
    await library.close()
  }
  const middle = (of: (memory: Memory) => number) =>
    found.map(of).toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? NaN
  return { main: middle(({ main }) => main), renderer: middle(({ renderer }) => renderer) }
}
