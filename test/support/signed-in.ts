import type { AppOptions } from '../../src/main/environment'
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox'
import type { SandboxOptions } from '../../src/sandbox/options'
import { createCatalogue } from '../../src/sandbox/world/catalogue'
import type { Account } from '../../src/shared/account'
import type { ListRow } from '../../src/shared/entry'
import { mediaKinds, type TitleKey } from '../../src/shared/media'
import type { ServiceId } from '../../src/shared/service'
import type { Settings } from '../../src/shared/settings'
import { createSandboxTransport, memoryEnv } from './sandbox-transport'
import { createProfile, startApp, type StartedApp } from './start-app'
import { entryThere } from './there'
import { createVirtualClock } from './virtual-clock'

/** Longer than any list takes to be read at any limit, in ms. */
const longMs = 24 * 3600 * 1000

type Options = Partial<SandboxOptions> & {
  settings?: Partial<Settings>
  /** Unix ms at which it begins. */
  wall?: number
  /** Where its profile lies. */
  profileIn?: string
  /** Other edges of the app than usual. */
  edges?: Partial<AppOptions>
}

/** The app over a service in memory and in virtual time, signed in, its list read. */
export async function startSignedIn(service: ServiceId, options: Options = {}) {
  const { settings, wall, edges, profileIn, ...ofSandbox } = options
  const clock = createVirtualClock(wall)
  const catalogue =
    options.catalogue ?? createCatalogue({ anime: 160, manga: 120, wall: clock.wall() })
  const sandbox = createSandbox({
    clock,
    catalogue,
    entries: 40,
    services: [service],
    tokenLifetimeMs: 1000 * longMs,
    ...ofSandbox,
  })
  const profile = createProfile(settings, profileIn)
  const transport = createSandboxTransport(sandbox)
  let app = startApp(profile, { clock, transport, env: memoryEnv, ...edges })
  await app.start()
  const account = await signIn(app, service, sandbox, clock)
  await clock.advanceUntil(() => !isReading(app), longMs)

  return {
    clock,
    catalogue,
    sandbox,
    profile,
    account,
    transport,
    get app() {
      return app
    },
    ref: (title: TitleKey) => ({ accountId: account.id, title }),
    rows: () => rowsOf(app, account.id),
    there: (title: TitleKey) => entryThere({ sandbox, catalogue }, service, title),
    signInAgain: () => signIn(app, service, sandbox, clock),
    /** Starts the app anew on the same profile, as after a crash. */
    async restart() {
      clock.forgetTimers()
      app = startApp(profile, { clock, transport, env: memoryEnv, ...edges })
      await app.start()
      return app
    },
  }
}

export type SignedIn = Awaited<ReturnType<typeof startSignedIn>>

/** A list is being read at the moment. */
export function isReading({ told }: StartedApp): boolean {
  const phase = told('sync:changed').at(-1)?.phase
  return phase === 'waiting' || phase === 'reading'
}

export async function signIn(
  app: StartedApp,
  service: ServiceId,
  sandbox: Sandbox,
  clock: ReturnType<typeof createVirtualClock>,
): Promise<Account> {
  const accessToken = sandbox.accounts[service]?.token ?? ''
  const given = { accessToken, refreshToken: null, expiresAt: null, scopes: [] }
  let account: Account | undefined
  const pending = app.signInWithToken(service, given).then((found) => (account = found))
  await clock.advanceUntil(() => account !== undefined, longMs)
  return pending
}

/** All rows of the list as the window gets them. */
export async function rowsOf({ handlers }: StartedApp, accountId: number): Promise<ListRow[]> {
  const rows: ListRow[] = []
  for (const kind of mediaKinds) {
    for (let after: string | null = null; ;) {
      const chunk = await handlers['library:rows'](accountId, kind, after)
      rows.push(...chunk.rows)
      after = chunk.next
      if (after === null) break
    }
  }
  return rows
}
