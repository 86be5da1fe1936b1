import { parseArgs } from 'node:util'
import { killMany } from './campaign'

/** `main.ts --runs N --seed N` kills the app so many times; the exit code is 1 when something went wrong. */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
  },
})
const started = performance.now()
const told = (service: string, kills: number) =>
  console.log(`${service}: ${kills} kills, all well so far`)
const { kills, edits, complaints } = await killMany(Number(values.runs), Number(values.seed), told)
const seconds = ((performance.now() - started) / 1000).toFixed(1)
for (const text of complaints) console.error(text)
if (complaints.length > 0) process.exitCode = 1
console.log(
  `${kills} kills, ${edits} edits acknowledged, seed ${values.seed}: ` +
    `${complaints.length === 0 ? 'all well' : `${complaints.length} complaints`} (${seconds} s)`,
)
