import type { Account } from '../../shared/account'
import type { HandlersOf } from '../../shared/ipc'
import type { AccountCalls } from '../../shared/ipc/accounts'
import type { ServiceId } from '../../shared/service'
import type { Settings, SettingsPatch } from '../../shared/settings'
import type { Tokens } from '../environment'
import type { Viewer } from '../providers/provider'
import type { Bearer } from '../queue/execute'
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
}

export type SignIn = ReturnType<typeof createSignIn>

/** Getting into an account, from one to another, and out of it. */
export function createSignIn(options: Options) {
  const { accounts, realms, sandbox, tokens, settings, removeData, onSignedIn } = options

  /** Asks the service whose tokens these are and keeps them for that account. Failures: all codes of services. */
  async function withTokens(service: ServiceId, given: Omit<Tokens, 'origin'>): Promise<Account> {
    const realm = realms.of(service, false)
    const viewer = await whoHolds(realm, given.accessToken)
    const account = accounts.signIn(realm.id, viewer, given)
    tokens.write(account.id, { ...given, origin: new URL(realm.baseUrl()).origin })
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
  function whoHolds(realm: Realm, accessToken: string): Promise<Viewer> {
    const call = realm.provider.viewer()
    const authorization = `Bearer ${accessToken}`
    const named = { ...call, anonymous: true, headers: { ...call.headers, authorization } }
    return realm.execute.run(named, { priority: 'screen', account: null, impatient: true })
  }

  function open(accountId: number) {
    settings.write({ activeAccount: accountId })
  }

  const handlers: HandlersOf<AccountCalls> = {
    'accounts:list': accounts.list,
    'accounts:try': intoSandbox,
    'accounts:open': (accountId) => {
      const account = accounts.need(accountId)
      open(accountId)
      if (account.sandbox) void sandbox.ensure()
    },
    'accounts:remove': (accountId) => {
      accounts.need(accountId)
      const savedTo = removeData(accountId)
      tokens.remove(accountId)
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
      return token === undefined ? bearer.current(account) : token
    },
  }
}
