import type { Account } from '../../shared/account'
import { toFailure } from '../../shared/failure'
import type { HandlersOf } from '../../shared/ipc'
import type { AccountCalls } from '../../shared/ipc/accounts'
import type { ServiceId } from '../../shared/service'
import type { Settings, SettingsPatch } from '../../shared/settings'
import type { Tokens } from '../environment'
import type { Viewer } from '../providers/provider'
import type { Bearer } from '../queue/renewing'
import type { Realm } from '../queue/realm'
import type { Accounts } from './accounts'
import type { Realms } from './realms'
import type { SandboxHost } from './sandbox'
import type { TokenKeeper } from './tokens'

interface Options {
  accounts: Accounts
  realms: Realms
  sandbox: SandboxHost
  tokens: TokenKeeper
  settings: { read: () => Settings; write: (patch: SettingsPatch) => void }
  /** Removes everything of an account; answers where what waited was saved. */
  removeData: (accountId: number) => string | null
  /** Signed in: read the list, send what waits. */
  onSignedIn: (account: Account) => void
  /** The user signed out: nothing is sent until somebody signs in again. */
  onSignedOut: (accountId: number) => void
  /** Tokens that this program asked for are gone. */
  onDropped: (service: ServiceId, clientId: string) => void
}

type OwnCalls = Pick<
  AccountCalls,
  'accounts:list' | 'accounts:try' | 'accounts:open' | 'accounts:sign-out' | 'accounts:remove'
>

export type SignIn = ReturnType<typeof createSignIn>

/** Getting into an account, from one to another, and out of it. */
export function createSignIn(options: Options) {
  const { accounts, realms, sandbox, tokens, settings, removeData, onSignedIn } = options

  /**
   * Asks the service whose tokens these are and keeps them for that account: the same person's
   * keeps its list and queue, anybody else's is another account. Failures: all codes of services,
   * `storage`.
   */
  async function withTokens(
    service: ServiceId,
    given: Omit<Tokens, 'origin'>,
    signal?: AbortSignal,
  ): Promise<Account> {
    const realm = realms.of(service, false)
    const viewer = await whoHolds(realm, given.accessToken, signal)
    const account = accounts.signIn(realm.id, viewer, given)
    const before = tokens.read(account.id)
    try {
      tokens.write(account.id, { ...given, origin: new URL(realm.baseUrl()).origin })
    } catch (error) {
      accounts.signedOut(account.id, toFailure(error))
      throw error
    }
    if (before?.issuedTo) options.onDropped(service, before.issuedTo.clientId)
    open(account.id)
    onSignedIn(account)
    return account
  }

  async function intoSandbox(service: ServiceId): Promise<Account> {
    const running = await sandbox.ensure()
    const realm = realms.of(service, true)
    const viewer = await whoHolds(realm, running.tokens[service])
    const account = accounts.signIn(realm.id, viewer, { expiresAt: null, refreshToken: null })
    open(account.id)
    onSignedIn(account)
    return account
  }

  /** Asks with a token that no account has yet. */
  function whoHolds(realm: Realm, accessToken: string, signal?: AbortSignal): Promise<Viewer> {
    const call = realm.provider.viewer()
    const authorization = `Bearer ${accessToken}`
    const named = { ...call, anonymous: true, headers: { ...call.headers, authorization } }
    const ask = { priority: 'screen', account: null, impatient: true } as const
    realm.circuit.tryNow()
    return realm.execute.run(named, signal ? { ...ask, signal } : ask)
  }

  function dropTokens({ id, service }: Account) {
    const before = tokens.read(id)
    tokens.remove(id)
    options.onSignedOut(id)
    if (before?.issuedTo) options.onDropped(service, before.issuedTo.clientId)
  }

  function open(accountId: number) {
    settings.write({ activeAccount: accountId })
  }

  const handlers: HandlersOf<OwnCalls> = {
    'accounts:list': accounts.list,
    'accounts:try': intoSandbox,
    'accounts:open': (accountId) => {
      const account = accounts.need(accountId)
      open(accountId)
      if (account.sandbox) void sandbox.ensure()
    },
    'accounts:sign-out': (accountId) => {
      const account = accounts.need(accountId)
      if (!account.sandbox) dropTokens(account)
    },
    'accounts:remove': (accountId) => {
      const account = accounts.need(accountId)
      // The tokens first: a disk that then refuses the rest leaves an account with all that waits,
      // signed out, and never one without data that a token fills again.
      dropTokens(account)
      const savedTo = removeData(accountId)
      accounts.remove(accountId)
      const next = accounts.list()[0]?.id ?? null
      if (settings.read().activeAccount === accountId) settings.write({ activeAccount: next })
      return { savedTo }
    },
  }

  return { handlers, withTokens }
}

/** Tokens of accounts; those of the built-in services come from the services themselves. */
export function withSandboxTokens(
  bearer: Bearer,
  sandboxToken: (account: number) => string | null | undefined,
): Bearer {
  return {
    ...bearer,
    current(account) {
      const token = sandboxToken(account)
      // While the built-in services do not run, nobody is signed out: they cannot be reached.
      return token === undefined ? bearer.current(account) : (token ?? '')
    },
  }
}
