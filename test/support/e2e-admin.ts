import { readFileSync } from 'node:fs'
import type { Behaviour } from '../../src/sandbox/behaviour'
import type { Arrival } from '../../src/sandbox/core/arrivals'
import type { FaultRequest } from '../../src/sandbox/core/faults'
import type { LimitRule, Violations } from '../../src/sandbox/core/limits'
import type { EntryChange, ListEntry } from '../../src/sandbox/world/entry'
import type { SandboxUser } from '../../src/sandbox/world/user'
import type { ServiceId } from '../../src/shared/service'

export interface Log {
  readonly arrivals: readonly Arrival[]
  readonly violations: Violations
  /** How often each route was asked. */
  readonly requests: Readonly<Record<string, number>>
}

export type Admin = ReturnType<typeof createAdmin>

/**
 * The admin calls of built-in services that run elsewhere. Where they are stands in `file`, which
 * is read anew for each call, for a new start has a new port.
 */
export function createAdmin(file: string) {
  async function ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) {
    const { url, secret } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { 'x-sandbox-secret': secret ?? '' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return await answer.json()
  }

  return {
    /** The list as the service has it. */
    async entries(service: ServiceId) {
      const { entries } = (await ask('GET', `state?service=${service}`)) as { entries: ListEntry[] }
      return entries
    },
    log: async (service: ServiceId) => (await ask('GET', `log?service=${service}`)) as Log,
    fault: (fault: FaultRequest) => ask('POST', 'faults', fault),
    mend: () => ask('DELETE', 'faults'),
    /** Changes an entry as another device would; `mediaId` is AniList's. */
    remoteEdit: (service: ServiceId, mediaId: number, change: EntryChange | null) =>
      ask('POST', 'remote-edit', { service, mediaId, change }),
    limit: (service: ServiceId, limit: Partial<LimitRule>, bucket?: string) =>
      ask('POST', 'limits', { service, limit, ...(bucket ? { bucket } : {}) }),
    user: (service: ServiceId, change: Partial<SandboxUser>) =>
      ask('POST', 'user', { service, change }),
    /** Lets people have said these texts. */
    words: (service: ServiceId, texts: readonly string[]) =>
      ask('POST', 'words', { service, texts }),
    /** Fills a thread with so many comments; answers its number. */
    async fillThread(service: ServiceId, texts: readonly string[], count: number) {
      const { thread } = (await ask('POST', 'thread', { service, texts, count })) as {
        thread: number
      }
      return thread
    },
    behaviour: (change: Partial<Behaviour>) => ask('POST', 'behaviour', change),
  }
}
