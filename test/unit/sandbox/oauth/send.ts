import { createHash } from 'node:crypto'
import { isFault } from '../../../../src/sandbox/core/wire'
import type { createAsk } from '../ask'

export type Ask = ReturnType<typeof createAsk>
type Service = 'anilist' | 'anilist-v1' | 'anisearch'

export const back = 'http://127.0.0.1:51000/callback'
export const verifier = 'v'.repeat(64)
export const challenge = createHash('sha256').update(verifier).digest('base64url')
export const approve = { decision: 'approve' }
export const deny = { decision: 'deny' }

/** One call of the sign-in of a service: a form, or for GET the query. */
export interface Call {
  service: Service
  method: 'GET' | 'POST'
  path: string
  fields?: Record<string, string>
  headers?: Record<string, string>
}

export async function send({ handle }: Ask, { service, method, path, fields = {}, headers }: Call) {
  const encoded = new URLSearchParams(fields).toString()
  const answer = await handle({
    service,
    method,
    path: method === 'GET' ? `/${path}?${encoded}` : `/${path}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: method === 'GET' ? '' : encoded,
  })
  if (isFault(answer)) throw new Error(answer.fault)
  const text = Buffer.from(answer.body).toString()
  const isJson = answer.headers['content-type']?.includes('json')
  const location = answer.headers.location ? new URL(answer.headers.location) : null
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const json: any = isJson ? JSON.parse(text) : null
  return { status: answer.status, text, json, location }
}

/** The credentials of the client that is registered from the start. */
export function clientOf({ sandbox }: Ask, service: Service) {
  const account = sandbox.accounts[service]
  return { client_id: account?.clientId ?? '', client_secret: account?.clientSecret ?? '' }
}
