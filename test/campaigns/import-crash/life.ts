import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { repositoryRoot } from '../../support/repository'
import type { Story } from './profile'

const flags = [
  '--disable-warning=ExperimentalWarning',
  '--import',
  './scripts/lib/typescript.mjs',
  join(import.meta.dirname, 'child.ts'),
]

export interface Life {
  /** What it said, by word. */
  readonly said: ReadonlyMap<string, unknown>
  /** ms from its first word to its end. */
  readonly ms: number
  readonly killed: boolean
}

/** Runs the app once; with `killAfterMs` it is killed so long after it said that it begins. */
export function live(
  act: 'import' | 'go-on' | 'judge',
  { dir, accountId }: Story,
  killAfterMs: number | null,
): Promise<Life> {
  const child = spawn(process.execPath, [...flags, act, dir, String(accountId)], {
    cwd: repositoryRoot,
    env: { ...process.env, NODE_COMPILE_CACHE: join(repositoryRoot, '.cache/compiled') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = new Map<string, unknown>()
  const errors: string[] = []
  let begun = performance.now()
  child.stderr.on('data', (data) => errors.push(String(data)))
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { word, value } = JSON.parse(line) as { word: string; value: unknown }
    said.set(word, value)
    if (word !== 'begins') return
    begun = performance.now()
    if (killAfterMs !== null) setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  })
  return new Promise((resolve, reject) => {
    child.on('close', (code, signal) => {
      if (code !== 0 && signal !== 'SIGKILL') return reject(new Error(errors.join('')))
      resolve({ said, ms: performance.now() - begun, killed: signal === 'SIGKILL' })
    })
  })
}
