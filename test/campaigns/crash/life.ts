import { spawn, type ChildProcess } from 'node:child_process'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Line, Orders } from './words'

export interface Life {
  /** As power cut: nothing of it runs any further. */
  kill(): void
  /** Resolves when it is dead and all that it said has been heard. */
  readonly over: Promise<{ readonly code: number | null; readonly stderr: string }>
}

/** Starts the app as a process of its own; `hear` gets each line that it says, in order. */
export function startLife(script: string, orders: Orders, hear: (line: Line) => void): Life {
  const flags = ['--disable-warning=ExperimentalWarning', '--enable-source-maps']
  const child = spawn(process.execPath, [...flags, script, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(script), 'compiled') },
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (text) => {
    const line = parse(text)
    if (line) hear(line)
  })
  const over = Promise.all([ended(child), new Promise((resolve) => lines.once('close', resolve))])
  return {
    kill: () => void child.kill('SIGKILL'),
    over: over.then(([code]) => ({ code, stderr })),
  }
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', (code) => resolve(code)))
}

/** The last line may have been cut off. */
function parse(text: string): Line | null {
  try {
    return JSON.parse(text) as Line
  } catch {
    return null
  }
}
