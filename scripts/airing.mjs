/**
 * `npm run test:airing [-- --runs N] [--seed N] [--path P]`: lives through so many virtual weeks of
 * notifications, 300 without a number. Seed and path of a failure replay it.
 */
import './lib/node-version.mjs'
import { parseArgs } from 'node:util'
import { run } from './lib/run.mjs'

const { values } = parseArgs({
  options: { runs: { type: 'string' }, seed: { type: 'string' }, path: { type: 'string' } },
})
const environment = Object.fromEntries(
  Object.entries(values).map(([name, value]) => [`AIRING_${name.toUpperCase()}`, value]),
)
process.exitCode = await run(
  'vitest',
  ['run', '--project', 'integration', 'test/campaigns/airing'],
  environment,
)
