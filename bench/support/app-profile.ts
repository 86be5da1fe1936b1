import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Transport } from '../../src/main/http/transport'
import { serveSandbox } from '../../src/sandbox/http'
import type { EntryCounts } from '../../src/sandbox/options'
import { createSandbox } from '../../src/sandbox/sandbox'
import { readTitles } from '../../src/sandbox/world/titles'
import type { ListRow } from '../../src/shared/entry'
import { createSandboxTransport, memoryUrls } from '../../test/support/sandbox-transport'
import { createVirtualClock } from '../../test/support/virtual-clock'
import { createDiskProfile, signInAndRead } from './loaded-profile'

/** A folder that the built app opens as somebody's own, with a list that was read before. */
export interface AppProfile {
  readonly dir: string
  /** What the app must be started with to find the pictures. */
  readonly env: Readonly<Record<string, string>>
  readonly rows: readonly ListRow[]
  /** Removes the folder and ends the service. */
  remove(): Promise<void>
}

/**
 * Reads a list of so many titles into a new profile, over a service in memory and in virtual time.
 * The account has no sign-in any more: the app shows the list and asks nobody but for pictures,
 * which the service hands out on this machine.
 */
export async function createAppProfile(entries: EntryCounts): Promise<AppProfile> {
  const clock = createVirtualClock()
  const sandbox = createSandbox({
    clock,
    entries,
    services: ['anilist'],
    titles: readTitles(),
    behaviour: { listCap: 1_000_000 },
  })
  const server = await serveSandbox(sandbox)
  const env = { TSUZUKI_ANILIST_URL: `${server.origin}anilist/` }
  const inMemory = createSandboxTransport(sandbox)
  const transport: Transport = (request) =>
    inMemory({
      ...request,
      url: request.url.replace(env.TSUZUKI_ANILIST_URL, memoryUrls.anilist),
    })

  const profile = createDiskProfile()
  const loaded = await signInAndRead({ clock, sandbox, profile, transport, env })
  await loaded.app.stop()
  const settings = { ...profile.kept.settings, showAdult: true, language: 'en' }
  writeFileSync(join(profile.dir, 'settings.json'), JSON.stringify(settings))
  return {
    dir: profile.dir,
    env,
    rows: loaded.rows,
    async remove() {
      profile.remove()
      await server.close()
    },
  }
}
