import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findElectronBinary } from '../lib/electron-binary'

/** How long the one question to the download's host may take, in ms. */
const PATIENCE = 5_000
const RELEASES = 'https://github.com/electron/electron/releases/download/'

/** What became of the one attempt for this version of Electron. */
interface Attempt {
  readonly version: string
  readonly at: string
  /** Why there is no binary; null if it was fetched. */
  readonly reason: string | null
}

interface Dependencies {
  readonly root: string
  readonly say: (line: string) => void
  /** Ask again even if an earlier attempt failed. */
  readonly retry: boolean
}

/**
 * Electron's binary: the one that is there, else fetched if its host answers within 5 s. That is
 * tried once; the outcome is kept in node_modules/.cache/tsuzuki/electron.json.
 * Gives the path, or why there is none.
 */
export async function obtainElectron({ root, say, retry }: Dependencies) {
  const there = findElectronBinary(root)
  if (there) return { path: there }
  const { version } = readJson<{ version: string }>(
    join(root, 'node_modules/electron/package.json'),
  ) ?? { version: 'unknown' }
  const memory = join(root, 'node_modules/.cache/tsuzuki/electron.json')
  const last = readJson<Attempt>(memory)
  if (last?.version === version && last.reason !== null && !retry)
    return { reason: `${last.reason}; --retry-electron asks again` }

  const reason = (await whyUnreachable(version)) ?? fetchBinary(root, version, say)
  mkdirSync(dirname(memory), { recursive: true })
  const attempt: Attempt = { version, at: new Date().toISOString(), reason }
  writeFileSync(memory, JSON.stringify(attempt))
  const path = findElectronBinary(root)
  return path ? { path } : { reason: reason ?? 'the download left nothing behind' }
}

/** Only asks for the head: a slow line that gets an answer may take its time for the rest. */
async function whyUnreachable(version: string): Promise<string | null> {
  const { ELECTRON_MIRROR, npm_config_electron_mirror: configured } = process.env
  const mirror = ELECTRON_MIRROR ?? configured ?? RELEASES
  const name = `electron-v${version}-${process.platform}-${process.arch}.zip`
  const request = { method: 'HEAD', signal: AbortSignal.timeout(PATIENCE) }
  try {
    const { ok, status } = await fetch(`${mirror}v${version}/${name}`, request)
    return ok ? null : `its host answered ${status}`
  } catch (error) {
    return wordsOf(error)
  }
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `its host did not answer within ${PATIENCE / 1000} s`
  return error.cause instanceof Error ? error.cause.message : error.message
}

function fetchBinary(root: string, version: string, say: (line: string) => void): string | null {
  say(`Fetching Electron ${version}, once…`)
  const program = join(root, 'node_modules/electron/install.js')
  const { status } = spawnSync(process.execPath, [program], { stdio: 'inherit' })
  return status === 0 ? null : 'the download failed'
}

function readJson<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T // Ours, or npm's: no stranger writes there.
  } catch {
    return undefined
  }
}
