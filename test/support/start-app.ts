import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../src/main/app'
import type { AppOptions, Tokens } from '../../src/main/environment'
import { createNoDesktop } from '../../src/main/plain/no-desktop'
import type { Clock } from '../../src/shared/clock'
import type { EventName, Events, Push } from '../../src/shared/ipc'
import { defaultSettings, type Settings } from '../../src/shared/settings'

/** What outlives a run of the app: the profile on disk, settings, secrets. */
export function createProfile(settings: Partial<Settings> = {}, parent = tmpdir()) {
  const dir = mkdtempSync(join(parent, 'tsuzuki-'))
  const kept = { settings: { ...defaultSettings, syncMinutes: 0, ...settings } }
  const secrets = new Map<string, Tokens>()
  return { dir, kept, secrets, remove: () => rmSync(dir, { recursive: true, force: true }) }
}

export type Profile = ReturnType<typeof createProfile>

const silent = () => undefined

/** The real app over the given edges; only window and desktop are missing. */
export function startApp(
  profile: Profile,
  edges: { clock: Clock; random?: () => number } & Partial<AppOptions>,
) {
  const events: { name: EventName; payload: unknown }[] = []
  const push: Push = (name, payload) => void events.push({ name, payload })
  const app = createApp({
    profileDir: profile.dir,
    resourcesDir: join(import.meta.dirname, '../../resources'),
    random: () => 0.5,
    settings: {
      read: () => profile.kept.settings,
      write: (patch) => (profile.kept.settings = { ...profile.kept.settings, ...patch }),
    },
    secrets: {
      protection: () => 'protected',
      read: (key) => profile.secrets.get(key) ?? null,
      write: (key, tokens) => void profile.secrets.set(key, tokens),
      remove: (key) => void profile.secrets.delete(key),
      sessionOnly: () => false,
      allowUnprotected: silent,
      unprotectedAllowed: () => false,
    },
    product: { name: 'Tsuzuki', version: '0.0.0-test', homepage: null, contact: null },
    log: {
      info: silent,
      warn: silent,
      error: (event, fields) =>
        void events.push({ name: 'app:notice', payload: { event, fields } }),
      hide: silent,
      clean: (text) => text,
    },
    desktop: createNoDesktop(),
    push,
    env: {},
    ...edges,
  })

  return {
    ...app,
    events,
    /** Payloads of one event, in order. */
    told: <E extends EventName>(name: E): Events[E][] =>
      events.filter((event) => event.name === name).map((event) => event.payload as Events[E]),
  }
}

export type StartedApp = ReturnType<typeof startApp>
