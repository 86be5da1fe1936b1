import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { killMany } from './campaign'

/**
 * `main.ts --runs N --seed N --jobs N` kills the app so many times; the exit code is 1 when something
 * went wrong. Of each service so many lists are worked on side by side as `--jobs` says.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: String(availableParallelism()) },
  },
})
const started = performance.now()
const secondsSo = () => ((performance.now() - started) / 1000).toFixed(1)
const { kills, edits, complaints } = await killMany({
  kills: Number(values.runs),
  seed: Number(values.seed),
  jobs: Number(values.jobs),
  checked: (service, so) =>
    console.log(`${service}: ${so} kills, all well so far (${secondsSo()} s)`),
})
for (const text of complaints) console.error(text)
if (complaints.length > 0) process.exitCode = 1
console.log(
  `${kills} of ${values.runs} kills done, ${edits} edits acknowledged, seed ${values.seed}: ` +
    `${complaints.length === 0 ? 'all well' : `${complaints.length} complaints`} (${secondsSo()} s)`,
)
