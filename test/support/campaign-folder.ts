import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from './repository'

const shelf = join(repositoryRoot, '.cache/campaigns')

/**
 * A folder of its own for a run of a campaign, beside the code and not in the system's. What runs
 * left that were killed themselves is cleared away first.
 */
export function campaignFolder(name: string, parent = shelf): { dir: string; remove: () => void } {
  mkdirSync(parent, { recursive: true })
  for (const left of readdirSync(parent)) {
    if (!isAlive(Number(left.split('.')[1]))) remove(join(parent, left))
  }
  const dir = mkdtempSync(join(parent, `${name}.${process.pid}.`))
  return { dir, remove: () => remove(dir) }
}

function remove(dir: string) {
  rmSync(dir, { recursive: true, force: true })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Somebody else's process is there, though we may not signal it.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
