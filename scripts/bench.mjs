/**
 * `npm run bench -- [NAME…] [--json]`: runs benches, each in a process of its own, all without a name.
 * Compares with the bounds of bench/budgets.ts; the exit code is 1 when one is broken.
 */
import './lib/node-version.mjs'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './lib/run.mjs'

const json = process.argv.includes('--json')
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const present = readdirSync(join(root, 'bench')).flatMap(
  (file) => /^(.+)\.bench\.ts$/.exec(file)?.[1] ?? [],
)
const unknown = asked.filter((name) => !present.includes(name))
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${present.join(', ')}`)
  process.exit(2)
}

const flags = [
  '--expose-gc',
  '--disable-warning=ExperimentalWarning',
  '--import',
  './scripts/lib/typescript.mjs',
]
for (const name of asked.length > 0 ? asked : present) {
  const code = await run('node', [...flags, 'bench/run.ts', name, ...(json ? ['--json'] : [])])
  if (code !== 0) process.exitCode = 1
}
