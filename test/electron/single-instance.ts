import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a second start hands over to the first. */
export interface Handover {
  readonly argv: string[]
  readonly cwd: string
  readonly data: unknown
}

/** One lock for each profile: a socket, and beside it a file with its owner's process id. */
export function createSingleInstance(onSecond: (handover: Handover) => void) {
  let server: Server | undefined

  /** Whether this process is the first; if not, the first has been told. */
  function request(profile: string, data: unknown): boolean {
    if (server) return true
    const hash = createHash('sha256').update(profile).digest('hex').slice(0, 16)
    const socket = join(tmpdir(), `stand-in-${hash}.sock`)
    const owner = `${socket}.pid`
    if (isAlive(owner)) {
      connect(socket).end(JSON.stringify({ argv: process.argv, cwd: process.cwd(), data }))
      return false
    }
    const clear = () => [socket, owner].forEach((path) => rmSync(path, { force: true }))
    clear()
    writeFileSync(owner, String(process.pid))
    server = createServer((connection) => {
      let text = ''
      connection.on('data', (part: Buffer) => (text += part.toString()))
      connection.on('end', () => onSecond(JSON.parse(text) as Handover))
      connection.on('error', () => {}) // The other process went away halfway: nothing to hand over.
    })
    server.listen(socket)
    server.unref()
    process.once('exit', clear)
    return true
  }

  function release() {
    server?.close()
    server = undefined
  }

  return { request, release, isHeld: () => server !== undefined }
}

function isAlive(owner: string): boolean {
  try {
    const pid = Number(readFileSync(owner, 'utf8'))
    process.kill(pid, 0)
    return pid !== process.pid
  } catch {
    return false
  }
}
