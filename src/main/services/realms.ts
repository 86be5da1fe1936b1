import type { Clock } from '../../shared/clock'
import { AppError } from '../../shared/failure'
import type { ServiceId } from '../../shared/service'
import type { AccountsTable, RealmRow } from '../db/accounts'
import { createBucketStore } from '../db/buckets'
import type { Database } from '../db/database'
import type { Transport } from '../http/transport'
import type { Provider } from '../providers/provider'
import type { Bearer } from '../queue/renewing'
import { createRealm, type Realm } from '../queue/realm'
import { baseUrlOf, identityHeaders } from './endpoints'

interface Options {
  db: Database
  accounts: AccountsTable
  providers: Readonly<Record<ServiceId, Provider>>
  env: Readonly<Record<string, string | undefined>>
  transport: Transport
  bearer: Bearer
  /** A token of nobody, at services of this name that want one for reading. */
  nobody: (service: ServiceId, dead: string | null) => Promise<string | null>
  /** Blackens secrets in what services say. */
  clean: (text: string) => string
  clock: Clock
  random: () => number
  product: () => { version: string; homepage: string }
  /** The address of a built-in service; `null` while they do not run. */
  sandboxUrl: (service: ServiceId) => string | null
  onChange: () => void
}

export const sandboxOrigin = 'sandbox'

export type Realms = ReturnType<typeof createRealms>

/** The services that are in use, each with one gate for all its accounts. */
export function createRealms(options: Options) {
  const { db, accounts, providers, env, sandboxUrl } = options
  const open = new Map<number, Realm>()

  function make(row: RealmRow): Realm {
    const provider = providers[row.service]
    const baseUrl = () => addressOf(row, provider)
    const realm = createRealm({
      row,
      provider,
      baseUrl,
      headers: () =>
        identityHeaders(options.product(), new URL(baseUrl()), provider.wantsReferer ?? false),
      store: createBucketStore(db, row.id),
      transport: options.transport,
      bearer: options.bearer,
      ...(row.origin === sandboxOrigin
        ? {}
        : { nobody: (dead: string | null) => options.nobody(row.service, dead) }),
      clean: options.clean,
      clock: options.clock,
      random: options.random,
    })
    realm.circuit.onChange(options.onChange)
    return realm
  }

  function addressOf(row: RealmRow, provider: Provider): string {
    if (row.origin !== sandboxOrigin) return ownAddressOf(row, provider)
    const url = sandboxUrl(row.service)
    if (!url) throw new AppError({ code: 'offline', reason: 'sandbox-off' })
    return url
  }

  /** Lists and tokens of one address are not for another that the environment names now. */
  function ownAddressOf(row: RealmRow, provider: Provider): string {
    const url = baseUrlOf(provider, env)
    if (url.origin === row.origin) return url.href
    throw new AppError({ code: 'offline', reason: 'other-address', detail: row.origin })
  }

  function byId(id: number): Realm {
    const known = open.get(id)
    if (known) return known
    const realm = make(accounts.realmById(id))
    open.set(id, realm)
    return realm
  }

  return {
    byId,
    /** The realm of a service as the environment has it now, or of its sandbox. */
    of(service: ServiceId, sandbox: boolean): Realm {
      const origin = sandbox ? sandboxOrigin : baseUrlOf(providers[service], env).origin
      return byId(accounts.realm(service, origin).id)
    },
    /** The address of a service as the environment has it now, without opening its realm. */
    addressNow: (service: ServiceId): URL => baseUrlOf(providers[service], env),
    /** The realm belongs to the address that its service has now. */
    isHere(id: number): boolean {
      const { service, origin } = accounts.realmById(id)
      return origin === baseUrlOf(providers[service], env).origin
    },
    providerOf: (service: ServiceId) => providers[service],
    open: () => [...open.values()],
    stop() {
      for (const realm of open.values()) realm.stop()
    },
  }
}
