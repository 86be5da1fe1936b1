import type { ServiceId } from '../shared/service'

/** A client registered at a service and the main user signed in with it. */
export interface SandboxAccount {
  token: string
  refreshToken: string | null
  user: { id: number; name: string }
  clientId: string
  clientSecret: string
}

export type SandboxAccounts = Partial<Record<ServiceId, SandboxAccount>>
