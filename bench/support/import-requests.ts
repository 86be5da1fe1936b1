import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSandbox } from '../../src/sandbox/sandbox'
import { createCatalogue } from '../../src/sandbox/world/catalogue'
import { finishedImport } from '../../test/support/backup-acts'
import { createSandboxTransport, memoryEnv } from '../../test/support/sandbox-transport'
import { createVirtualClock } from '../../test/support/virtual-clock'
import { createDiskProfile, signInAndRead } from './loaded-profile'

const titlesOver = 1.2

/**
 * Requests that an import of `n` rows into an empty AniList account uses, and the least possible:
 * as many as the writes need when each carries as many entries as one can.
 */
export async function importRequests(n: number) {
  const clock = createVirtualClock()
  const most = Math.ceil(n * titlesOver)
  const catalogue = createCatalogue({ anime: most, manga: most, wall: clock.wall() })
  const world = async (entries: number) => {
    const sandbox = createSandbox({ clock, catalogue, entries, services: ['anilist'] })
    const profile = createDiskProfile()
    let requests = 0
    const send = createSandboxTransport(sandbox)
    const transport: typeof send = (request) => {
      requests += 1
      return send(request)
    }
    const loaded = await signInAndRead({ clock, sandbox, profile, transport, env: memoryEnv })
    return { ...loaded, used: () => requests }
  }
  const full = await world(n)
  const { name } = await full.app.handlers['backup:auto-now']()
  const { folder } = await full.app.handlers['backup:auto-list']()
  const bytes = readFileSync(join(folder, name))
  await full.app.stop()
  full.profile.remove()

  const into = await world(0)
  const before = into.used()
  await finishedImport(into, bytes)
  const requests = into.used() - before
  const there = into.sandbox.inspect.entries('anilist').length
  const limit = Math.ceil(full.rows.length / into.account.capabilities.batchSize)
  await into.app.stop()
  into.profile.remove()
  if (there !== full.rows.length) throw new Error(`${there} of ${full.rows.length} arrived`)
  return { unit: 'requests', requests, limit, ratio: requests / limit } as const
}
