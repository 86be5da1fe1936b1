import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { AppOptions } from '../../src/main/environment'
import type { Transport } from '../../src/main/http/transport'
import type { Account } from '../../src/shared/account'
import type { ListRow } from '../../src/shared/entry'
import type { RowChunk } from '../../src/shared/ipc/library'
import { mediaKinds } from '../../src/shared/media'
import type { ServiceId } from '../../src/shared/service'
import { defaultSettings } from '../../src/shared/settings'
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox'
import { repositoryRoot } from '../../test/support/repository'
import { createSandboxTransport, memoryEnv } from '../../test/support/sandbox-transport'
import { startApp, type Profile, type StartedApp } from '../../test/support/start-app'
import { createVirtualClock, type VirtualClock } from '../../test/support/virtual-clock'

/** Beside the sources, as a temporary folder may live in memory, where nothing is ever durable. */
export function createDiskProfile(): Profile {
  const folder = join(repositoryRoot, '.cache/bench')
  mkdirSync(folder, { recursive: true })
  const dir = mkdtempSync(join(folder, 'profile-'))
  return {
    dir,
    kept: { settings: { ...defaultSettings, syncMinutes: 0 } },
    secrets: new Map(),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  }
}

/** A day of virtual time: no list takes longer to read at any limit. */
const longest = 24 * 3600 * 1000

/**
 * The app with a list of `entries` titles, read the way the app reads it, over services in
 * memory and in virtual time: nothing happens by itself afterwards.
 */
export async function startLoaded(entries: number, service: ServiceId = 'anilist') {
  const clock = createVirtualClock()
  const sandbox = createSandbox({ clock, entries, services: [service] })
  const transport = createSandboxTransport(sandbox)
  const profile = createDiskProfile()
  return signInAndRead({ clock, sandbox, profile, transport, env: memoryEnv, service })
}

interface Parts {
  readonly clock: VirtualClock
  readonly sandbox: Sandbox
  readonly profile: Profile
  readonly transport: Transport
  readonly env: Readonly<Record<string, string>>
  readonly service?: ServiceId
  readonly edges?: Pick<AppOptions, 'reshape'>
}

/** Starts the app on a profile, signs in and waits until the whole list has been read, which took `readMs`. */
export async function signInAndRead(parts: Parts) {
  const { clock, sandbox, profile, transport, env, service = 'anilist', edges } = parts
  const app = startApp(profile, { clock, transport, env, ...edges })
  await app.start()
  const token = sandbox.accounts[service]?.token ?? ''
  const signIn = { accessToken: token, refreshToken: null, expiresAt: null, scopes: [] }
  let account: Account | undefined
  const started = performance.now()
  const signedIn = app.signInWithToken(service, signIn).then((found) => (account = found))
  await clock.advanceUntil(() => account !== undefined, longest)
  await signedIn
  await clock.advanceUntil(() => app.told('sync:changed').at(-1)?.phase === 'idle', longest)
  const readMs = performance.now() - started
  const sync = app.told('sync:changed').at(-1)
  if (!account || !sync?.syncedAt)
    throw new Error(`The list did not come: ${JSON.stringify(sync?.failure)}`)
  const rows = await allRows(app, account.id)
  return { app, clock, sandbox, profile, account, rows, readMs }
}

export type LoadedApp = Awaited<ReturnType<typeof startLoaded>>

async function allRows({ handlers }: StartedApp, accountId: number): Promise<ListRow[]> {
  const rows: ListRow[] = []
  for (const kind of mediaKinds) {
    let after: string | null = null
    do {
      const chunk: RowChunk = await handlers['library:rows'](accountId, kind, after)
      rows.push(...chunk.rows)
      after = chunk.next
    } while (after !== null)
  }
  return rows
}
