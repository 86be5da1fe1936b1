import { writeFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { ServiceId } from '../shared/service'
import { addressesOf } from './addresses'
import { serveSandbox } from './http'
import type { FromSandbox, SandboxWorkerData, ToSandbox } from './messages'
import { createSandbox } from './sandbox'
import { openStateStore } from './state-store'
import { systemClock } from './system-clock'
import { readTitles } from './world/titles'

/** The app holds no refresh token for its own services, so theirs must last. */
const tokenLifetimeMs = 365 * 24 * 3600 * 1000

const port = parentPort
if (!port) throw new Error('This file runs in a worker thread.')
const tell = (message: FromSandbox): void => port.postMessage(message)

async function start({ stateDir, adminFile }: SandboxWorkerData): Promise<void> {
  const store = openStateStore(stateDir)
  const sandbox = createSandbox({
    clock: systemClock,
    random: Math.random,
    titles: readTitles(),
    tokenLifetimeMs,
    kept: store.kept,
    onChange: store.onChange,
    flush: store.flush,
  })
  const server = await serveSandbox(sandbox)
  const admin = { url: server.adminUrl, secret: sandbox.secret }
  if (adminFile) writeFileSync(adminFile, JSON.stringify(admin), { mode: 0o600 })
  const addresses = addressesOf(server.origin, sandbox.accounts)
  const each = (of: (service: ServiceId) => string): Record<ServiceId, string> => ({
    anilist: of('anilist'),
    'anilist-v1': of('anilist-v1'),
    anisearch: of('anisearch'),
  })

  port?.on('message', ({ id, call }: ToSandbox) => {
    void answer(call).then(() => {
      tell({ kind: 'done', id })
      if (call.kind === 'stop') port.close()
    })
  })
  tell({
    kind: 'started',
    baseUrls: each((service) => addresses[service]?.url ?? ''),
    tokens: each((service) => addresses[service]?.token ?? ''),
  })

  async function answer(call: ToSandbox['call']): Promise<void> {
    if (call.kind === 'set-online') return sandbox.control.setOnline(call.online)
    await server.close()
    store.close()
  }
}

try {
  // Only our own starter makes this worker, with this data.
  await start(workerData as SandboxWorkerData)
} catch (error) {
  tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
}
