import { afterEach } from 'vitest'
import { addressesOf } from '../../../src/sandbox/addresses'
import { serveSandbox, type SandboxServer } from '../../../src/sandbox/http'
import type { SandboxOptions } from '../../../src/sandbox/options'
import { createSandbox } from '../../../src/sandbox/sandbox'
import { systemClock } from '../../../src/sandbox/system-clock'
import { catalogue } from '../../unit/sandbox/ask'

const servers: SandboxServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

/** A sandbox on a real socket, closed after the test. */
export async function serve(options: Partial<SandboxOptions> = {}) {
  const entries = { anime: 30, manga: 14 }
  const usual = { clock: systemClock, catalogue, entries, others: 3 }
  const sandbox = createSandbox({ ...usual, ...options })
  const server = await serveSandbox(sandbox)
  servers.push(server)
  const { anilist, 'anilist-v1': v1, anisearch } = addressesOf(server.origin, sandbox.accounts)
  if (!anilist || !v1 || !anisearch) throw new Error('A service is missing.')
  return { sandbox, server, anilist, v1, anisearch }
}
