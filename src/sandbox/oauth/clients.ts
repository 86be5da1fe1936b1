import { createTable, type Changes, type Table } from '../core/table'

/** A program registered at a service. */
export interface Client {
  id: string
  name: string
  /** Null for one that cannot keep a secret. */
  secret: string | null
  /** Compared to the letter; the word `loopback` stands for any address on this machine. */
  redirectUris: readonly string[]
}

export type Clients = Table<string, Client>

/** Begins with the one client that is handed out at the start. */
export function createClients(first: Client, changes: Changes): Clients {
  const clients = createTable<string, Client>('clients', (client) => client.id, changes)
  if (!clients.wasKept) clients.put(first)
  return clients
}

/** Whether a client may have people sent there. */
export function mayRedirect(client: Client, uri: string): boolean {
  if (client.redirectUris.includes(uri)) return true
  return client.redirectUris.includes('loopback') && isLoopback(uri)
}

/** Whether the secret is the client's. */
export function knowsSecret(client: Client, secret: string | null): boolean {
  return client.secret === null ? !secret : client.secret === secret
}

function isLoopback(uri: string): boolean {
  try {
    const { protocol, hostname } = new URL(uri)
    return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
  } catch {
    return false
  }
}

/** Credentials of an `Authorization: Basic` header; null without one. */
export function basicOf(
  headers: Readonly<Record<string, string>>,
): [id: string, secret: string] | null {
  const packed = /^Basic\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1]
  if (!packed) return null
  const [id = '', ...secret] = Buffer.from(packed, 'base64').toString().split(':')
  return [decodeURIComponent(id), decodeURIComponent(secret.join(':'))]
}
