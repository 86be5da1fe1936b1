import { createSandbox } from '../src/sandbox/sandbox'
import { createSandboxTransport, memoryEnv } from '../test/support/sandbox-transport'
import { createVirtualClock } from '../test/support/virtual-clock'
import { spread, type Report } from './figure'
import { createDiskProfile, signInAndRead } from './support/loaded-profile'
import { createReplay } from './support/replay'

const sizes = [5_000, 10_000]
const runs = 6

/**
 * The first download of a list, our own time alone: answers are there at once, each run has a profile of its own
 * on the disk. `value` is the middle one of several runs, the first of which only recorded the answers.
 */
export async function run(report: Report): Promise<void> {
  for (const n of sizes) {
    const clock = createVirtualClock()
    const sandbox = createSandbox({ clock, entries: n, services: ['anilist'] })
    const wire = createReplay(createSandboxTransport(sandbox))
    const samples: number[] = []
    for (let i = 0; i <= runs; i += 1) {
      // The clock stands at the same time in each run, so that the same is asked.
      const edges = { clock: i === 0 ? clock : createVirtualClock(), env: memoryEnv }
      const profile = createDiskProfile()
      const { transport } = wire
      const { app, rows, readMs } = await signInAndRead({ ...edges, sandbox, profile, transport })
      if (rows.length !== n) throw new Error(`${rows.length} titles came of ${n}`)
      if (i > 0) samples.push(readMs)
      await app.stop()
      profile.remove()
      wire.replay()
    }
    const { p50, max } = spread(samples)
    report({ figure: 'sync.first', n, unit: 'ms', value: p50, max })
  }
}
