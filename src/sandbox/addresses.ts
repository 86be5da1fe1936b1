import { serviceIds, type ServiceId } from '../shared/service'
import type { SandboxAccount, SandboxAccounts } from './accounts'

/** All a client needs to reach one of the services. */
export interface ServiceAddress extends SandboxAccount {
  /** Base of the API. */
  url: string
  /** Where a person signs in, and where codes and tokens are exchanged. */
  authorizeUrl: string
  tokenUrl: string
}

export type Addresses = Partial<Record<ServiceId, ServiceAddress>>

const paths: Readonly<Record<ServiceId, { api: string; authorize: string; token: string }>> = {
  anilist: { api: '', authorize: 'api/v2/oauth/authorize', token: 'api/v2/oauth/token' },
  'anilist-v1': { api: 'api/', authorize: 'api/auth/authorize', token: 'api/auth/access_token' },
  anisearch: { api: 'v1/', authorize: 'oauth/authorize', token: 'oauth/token' },
}

/** The addresses under an origin such as `http://127.0.0.1:4010/`. */
export function addressesOf(origin: string, accounts: SandboxAccounts): Addresses {
  return Object.fromEntries(
    serviceIds.flatMap((service) => {
      const account = accounts[service]
      if (!account) return []
      const { api, authorize, token } = paths[service]
      const base = `${origin}${service}/`
      const urls = { url: base + api, authorizeUrl: base + authorize, tokenUrl: base + token }
      return [[service, { ...urls, ...account }]]
    }),
  )
}
