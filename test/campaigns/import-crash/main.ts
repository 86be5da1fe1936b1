import { parseArgs } from 'node:util'
import { killMany } from './campaign'

/** `main.ts --runs N --seed N`: so many imports, killed; the exit code is 1 when one is not whole. */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
  },
})
const started = performance.now()
const { wrong, runs, killed, kills } = await killMany(Number(values.runs), Number(values.seed))
const seconds = ((performance.now() - started) / 1000).toFixed(1)
const { before, within, after } = killed
console.log(
  `${runs} of ${values.runs} imports done, seed ${values.seed}, ${kills} kills: first killed ${before} times before, ` +
    `${within} within, ${after} after being applied (${seconds} s)`,
)
for (const line of wrong) console.error(line)
if (wrong.length > 0) process.exitCode = 1
else console.log('Nothing doubled, nothing lost, everything taken back')
