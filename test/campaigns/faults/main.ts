import { parseArgs } from 'node:util'
import { playMany } from './campaign'
import type { Story } from './commands'
import { play } from './play'

/**
 * `main.ts --runs N --seed N [--path P]` plays so many stories, `main.ts --story JSON` that one;
 * the exit code is 1 when one goes wrong.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    path: { type: 'string' },
    story: { type: 'string' },
  },
})
const started = performance.now()
const runs = Number(values.runs)
const report = values.story
  ? (await play(JSON.parse(values.story) as Story)).join('\n')
  : await playMany({
      runs,
      seed: Number(values.seed),
      ...(values.path === undefined ? {} : { path: values.path }),
    })
const seconds = (performance.now() - started) / 1000
if (report) {
  console.error(report)
  process.exitCode = 1
} else {
  console.log(`${runs} stories, seed ${values.seed}: all well (${seconds.toFixed(1)} s)`)
}
