import { isFault, type SandboxAnswer } from '../../../src/sandbox/core/wire'
import type { SandboxOptions } from '../../../src/sandbox/options'
import { createSandbox } from '../../../src/sandbox/sandbox'
import { createCatalogue } from '../../../src/sandbox/world/catalogue'
import { createVirtualClock } from '../../support/virtual-clock'

export const startWall = Date.UTC(2026, 0, 15, 12)

/** Small, made up, the same for all tests. */
export const catalogue = createCatalogue({ anime: 160, manga: 60, seed: 7, wall: startWall })

export interface Heard {
  status: number
  headers: Readonly<Record<string, string>>
  text: string
  /** What the answer says; tests know its shape. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  json: any
}

export function heard(answer: SandboxAnswer): Heard {
  if (isFault(answer)) throw new Error(`The answer was a fault: ${answer.fault}`)
  const text = typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body).toString()
  const isJson = answer.headers['content-type']?.includes('json') && text !== ''
  const json: unknown = isJson ? JSON.parse(text) : null
  return { status: answer.status, headers: answer.headers, text, json }
}

/** A sandbox in memory under virtual time, and short ways to ask it. */
export function createAsk(options: Partial<SandboxOptions> = {}) {
  const clock = createVirtualClock(startWall)
  const entries = { anime: 30, manga: 14 }
  const sandbox = createSandbox({ clock, catalogue, entries, others: 4, seed: 7, ...options })
  const { accounts } = sandbox
  const bearer = (token: string | undefined) => ({ authorization: `Bearer ${token}` })
  const form = 'application/x-www-form-urlencoded'

  return {
    clock,
    sandbox,
    userId: accounts.anilist?.user.id ?? 0,
    async graph(
      query: string,
      variables: Record<string, unknown> = {},
      headers: Record<string, string> = bearer(accounts.anilist?.token),
    ): Promise<Heard> {
      const body = JSON.stringify({ query, variables })
      return heard(
        await sandbox.handle({ service: 'anilist', method: 'POST', path: '/', headers, body }),
      )
    },
    async v1(
      method: string,
      path: string,
      fields: Record<string, string> = {},
      token: string | null | undefined = accounts['anilist-v1']?.token,
    ): Promise<Heard> {
      const headers = { 'content-type': form, ...(token ? bearer(token) : {}) }
      const body = method === 'GET' ? '' : new URLSearchParams(fields).toString()
      const query = method === 'GET' ? `?${new URLSearchParams(fields).toString()}` : ''
      const asked = { service: 'anilist-v1', method, path: `/api/${path}${query}` } as const
      return heard(await sandbox.handle({ ...asked, headers, body }))
    },
    async anisearch(
      method: string,
      path: string,
      json: unknown = null,
      headers: Record<string, string> = {
        'user-agent': 'Tsuzuki/1.0 (+https://example.org)',
        ...bearer(accounts.anisearch?.token),
      },
    ): Promise<Heard> {
      const body = json === null ? '' : JSON.stringify(json)
      const asked = { service: 'anisearch', method, path: `/v1/${path}` } as const
      return heard(await sandbox.handle({ ...asked, headers, body }))
    },
    /** A raw request, whose answer may be a fault. */
    handle: sandbox.handle,
  }
}

/** A title of the catalogue that is not on the main user's list. */
export function unlisted(
  { sandbox }: ReturnType<typeof createAsk>,
  service: 'anilist' | 'anilist-v1' | 'anisearch',
  type: 'anime' | 'manga' = 'anime',
) {
  const listed = new Set(sandbox.inspect.entries(service).map(({ mediaId }) => mediaId))
  const found = catalogue.of(type).find(({ id }) => !listed.has(id))
  if (!found) throw new Error('Every title is listed.')
  return found
}
