import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

const root = resolve(import.meta.dirname, '../..')
const imports = ['./scripts/lib/node-version.mjs', './scripts/lib/typescript.mjs']

export interface Line {
  readonly id?: number | string | null
  readonly ok?: boolean
  readonly value?: unknown
  readonly failure?: { readonly code: string; readonly detail?: string }
  readonly event?: string
  readonly payload?: unknown
}

/** `npm run headless` as a process of its own, and what it says line by line. */
export function startHeadless(args: readonly string[], env: Record<string, string> = {}) {
  const child: ChildProcess = spawn(
    process.execPath,
    [...imports.flatMap((name) => ['--import', name]), 'src/main/headless.ts', ...args],
    { cwd: root, env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] },
  )
  const lines: Line[] = []
  const watchers = new Set<() => void>()
  let lastId = 0
  let complaints = ''

  child.stderr?.on('data', (part: Buffer) => (complaints += part.toString()))
  createInterface({ input: child.stdout! }).on('line', (text) => {
    lines.push(JSON.parse(text) as Line)
    for (const look of watchers) look()
  })
  const ended = once(child, 'exit').then(([code]) => code as number | null)

  /** The first line, said or still to come, that `fits`; rejects when the run ends without it. */
  function line(fits: (line: Line) => boolean): Promise<Line> {
    return new Promise((found, missed) => {
      const look = () => {
        const hit = lines.find(fits)
        if (!hit) return
        watchers.delete(look)
        found(hit)
      }
      watchers.add(look)
      void ended.then(() => missed(new Error(`it ended without that line: ${complaints}`)))
      look()
    })
  }

  return {
    lines,
    line,
    ended,
    complaints: () => complaints,
    write: (text: string) => void child.stdin?.write(text),
    closeInput: () => void child.stdin?.end(),
    signal: (name: NodeJS.Signals) => void child.kill(name),

    async call(name: string, ...args: unknown[]): Promise<Line> {
      const id = (lastId += 1)
      child.stdin?.write(`${JSON.stringify({ id, call: name, args })}\n`)
      return line((said) => said.id === id)
    },
  }
}

export type Headless = ReturnType<typeof startHeadless>
