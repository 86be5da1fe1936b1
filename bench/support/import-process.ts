import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Account } from '../../src/shared/account'
import { repositoryRoot } from '../../test/support/repository'
import type { Measured } from './import-child'

const flags = [
  '--expose-gc',
  '--disable-warning=ExperimentalWarning',
  '--import',
  './scripts/lib/typescript.mjs',
]

/** Measures an import in a process of its own; without a file, the app that has nothing to do. */
export function measureChild(dir: string, account?: Account, file?: string): Measured {
  const child = join(import.meta.dirname, 'import-child.ts')
  const more = account === undefined || file === undefined ? [] : [JSON.stringify(account), file]
  const said = execFileSync(process.execPath, [...flags, child, dir, ...more], {
    cwd: repositoryRoot,
    encoding: 'utf8',
  })
  // The child's own last line.
  return JSON.parse(said.trim().split('\n').at(-1) ?? '') as Measured
}
