/** `npm run test:faults -- --runs 10000`: stories of edits and faults against the built-in services. */
import './lib/node-version.mjs'
import { run } from './lib/run.mjs'

const loader = './scripts/lib/typescript.mjs'
const args = ['--disable-warning=ExperimentalWarning', '--import', loader]
process.exitCode = await run('node', [
  ...args,
  'test/campaigns/faults/main.ts',
  ...process.argv.slice(2),
])
