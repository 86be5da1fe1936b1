import { join } from 'node:path'
import { createHttpTransport } from '../../src/main/http/request'
import { createLog } from '../../src/main/log/log'
import { createNoDesktop } from '../../src/main/plain/no-desktop'
import type { AppOptions, Desktop } from '../../src/main/environment'
import { serveSandbox, type SandboxServer } from '../../src/sandbox/http'
import type { SandboxOptions } from '../../src/sandbox/options'
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox'
import { createCatalogue, type Catalogue } from '../../src/sandbox/world/catalogue'
import type { Account } from '../../src/shared/account'
import type { EventName, Events, Push } from '../../src/shared/ipc'
import type { ServiceId } from '../../src/shared/service'
import type { SignInState, SignInWay } from '../../src/shared/sign-in'
import { copiedFrom, decideAt, followTo, type Choice } from './person'
import { createProfile, startApp, type Profile, type StartedApp } from './start-app'
import { createFastClock } from './fast-clock'
import { freePort } from './free-port'

/** The ways of all services, each as a person would go it. */
export const allWays: readonly (readonly [ServiceId, SignInWay])[] = [
  ['anilist', 'browser'],
  ['anilist', 'pin'],
  ['anilist', 'code'],
  ['anilist-v1', 'browser'],
  ['anilist-v1', 'pin'],
  ['anisearch', 'browser'],
]

const program = { id: 'our-program', name: 'Tsuzuki', secret: 'our-s3cret' }

export interface SignInApp {
  readonly app: StartedApp
  readonly profile: Profile
  readonly sandbox: Sandbox
  readonly catalogue: Catalogue
  readonly server: SandboxServer
  readonly port: number
  /** What the app wanted the browser to open, the newest last. */
  readonly opened: string[]
  /** `savesTo` is the folder that the person saves files to; `null`: they thought better of it. */
  readonly desk: { clipboard: string; refuses: boolean; savesTo: string | null }
  /** Waits for the next state that the window is told and that fits. */
  until(fits: (state: SignInState | null) => boolean): Promise<SignInState | null>
  /** Waits for the next news of that name that fit. */
  heard<E extends EventName>(name: E, fits: (payload: Events[E]) => boolean): Promise<Events[E]>
  /** Waits until the service has heard a request of that route. */
  arrived(service: ServiceId, route: string): Promise<void>
  /** Names the program, with its secret, as the settings of an account do. */
  register(service: ServiceId): Promise<void>
  /** Signs in to the end as a person would. */
  signIn(service: ServiceId, way: SignInWay, choice?: Choice): Promise<SignInState>
  accountOf(state: SignInState | null): Promise<Account>
  restart(): Promise<StartedApp>
  stop(): Promise<void>
}

interface Options extends Partial<SandboxOptions> {
  readonly app?: Partial<AppOptions>
  readonly profile?: Profile
}

/** The app over real HTTP against the built-in services, with a desktop that remembers. */
export async function startSignInApp(options: Options = {}): Promise<SignInApp> {
  const { app: edges = {}, profile: given, ...ofSandbox } = options
  const clock = createFastClock()
  const catalogue = createCatalogue({ anime: 80, manga: 40, wall: clock.wall() })
  const sandbox = createSandbox({ clock, catalogue, entries: 12, ...ofSandbox })
  const server = await serveSandbox(sandbox)
  const port = await freePort()
  const profile = given ?? createProfile({ signInPort: port })
  profile.kept.settings = { ...profile.kept.settings, signInPort: port }
  const redirectUris = [`http://127.0.0.1:${port}/sign-in`]
  for (const service of ['anilist', 'anilist-v1', 'anisearch'] as const)
    sandbox.control.setClient(service, { ...program, redirectUris })

  const opened: string[] = []
  const desk = { clipboard: '', refuses: false, savesTo: null as string | null }
  const desktop: Desktop = {
    ...createNoDesktop(),
    openExternal: (url) => Promise.resolve(!desk.refuses && Boolean(opened.push(url))),
    readClipboard: () => Promise.resolve(desk.clipboard),
    clearClipboard: () => void (desk.clipboard = ''),
    chooseSavePath: (name) => Promise.resolve(desk.savesTo && join(desk.savesTo, name)),
  }

  const waiting = new Set<(name: EventName, payload: unknown) => void>()
  let stopped = false
  let app = await begin()

  async function begin(): Promise<StartedApp> {
    const started = startApp(profile, {
      clock,
      transport: createHttpTransport(),
      env: {
        TSUZUKI_ANILIST_URL: `${server.origin}anilist/`,
        TSUZUKI_ANILIST_V1_URL: `${server.origin}anilist-v1/api/`,
        TSUZUKI_ANISEARCH_URL: `${server.origin}anisearch/v1/`,
      },
      desktop,
      log: createLog({ dir: `${profile.dir}/logs`, clock, homeDir: null }),
      ...edges,
      push: listen((name, payload) => void started.events.push({ name, payload })),
    })
    await started.start()
    return started
  }

  function listen(push: Push): Push {
    return (name, payload) => {
      push(name, payload)
      for (const tell of waiting) tell(name, payload)
    }
  }

  function heard<E extends EventName>(
    name: E,
    fits: (payload: Events[E]) => boolean,
  ): Promise<Events[E]> {
    return new Promise((resolve) => {
      const tell = (told: EventName, payload: unknown) => {
        // The name says which payload it is.
        const news = payload as Events[E]
        if (told !== name || !fits(news)) return
        waiting.delete(tell)
        resolve(news)
      }
      waiting.add(tell)
    })
  }
  const until = (fits: (state: SignInState | null) => boolean) =>
    heard('accounts:sign-in-changed', fits)

  async function register(service: ServiceId) {
    await app.handlers['accounts:set-client']({
      service,
      clientId: program.id,
      ownRedirect: '',
    })
    desk.clipboard = program.secret
    await app.handlers['accounts:paste-secret'](service)
  }

  return {
    get app() {
      return app
    },
    profile,
    sandbox,
    catalogue,
    server,
    port,
    opened,
    desk,
    until,
    heard,
    async arrived(service, route) {
      while (!sandbox.inspect.requests(service)[route])
        await new Promise((resolve) => setImmediate(resolve))
    },
    register,
    async signIn(service, way, choice) {
      const ended = until((state) => state?.phase === 'done' || state?.phase === 'failed')
      const { pastes } = await app.handlers['accounts:sign-in']({ service, way })
      const target = await decideAt(opened.at(-1) ?? '', choice)
      if (pastes !== 'address' && !target.includes('error=')) {
        desk.clipboard = copiedFrom(target)
        await app.handlers['accounts:paste']()
      } else await followTo(target)
      const state = await ended
      if (!state) throw new Error('The sign-in was forgotten.')
      return state
    },
    async accountOf(state) {
      const accounts = await app.handlers['accounts:list']()
      const found = accounts.find(({ id }) => id === state?.signedInAs)
      if (!found) throw new Error(`Nobody is signed in: ${JSON.stringify(state)}`)
      return found
    },
    async restart() {
      await app.stop()
      app = await begin()
      return app
    },
    async stop() {
      if (stopped) return
      stopped = true
      await app.stop()
      await server.close()
      if (!given) profile.remove()
    },
  }
}
