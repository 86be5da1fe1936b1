/** `npm run test:import-crash -- --runs 500`: imports that are killed at random moments. */
import './lib/node-version.mjs'
import { run } from './lib/run.mjs'

const loader = './scripts/lib/typescript.mjs'
const args = ['--disable-warning=ExperimentalWarning', '--import', loader]
process.exitCode = await run('node', [
  ...args,
  'test/campaigns/import-crash/main.ts',
  ...process.argv.slice(2),
])
