/** `npm run test:crash -- --runs 10000`: kills the app while it works, and looks at what is left. */
import './lib/node-version.mjs'
import { run } from './lib/run.mjs'

const loader = './scripts/lib/typescript.mjs'
const args = ['--disable-warning=ExperimentalWarning', '--import', loader]
process.exitCode = await run('node', [
  ...args,
  'test/campaigns/crash/main.ts',
  ...process.argv.slice(2),
])
