import { parseArgs } from 'node:util'
import { playMany, playOne } from './campaign'
import type { Story } from './commands'

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
const path = values.path === undefined ? {} : { path: values.path }
const { stories, report } = values.story
  ? await playOne(JSON.parse(values.story) as Story)
  : await playMany({ runs: Number(values.runs), seed: Number(values.seed), ...path })
const seconds = (performance.now() - started) / 1000
if (report) {
  console.error(report)
  process.exitCode = 1
} else {
  console.log(`${stories} stories, seed ${values.seed}: all well (${seconds.toFixed(1)} s)`)
}
