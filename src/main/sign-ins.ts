import type { HandlersOf } from '../shared/ipc'
import type { AccountCalls, CustomListCalls } from '../shared/ipc/accounts'
import type { Notice } from '../shared/ipc/app'
import { serviceIds, type ServiceId } from '../shared/service'
import type { AllTables } from './db/tables'
import type { AppOptions } from './environment'
import { openLoopback } from './http/loopback'
import { createAnilistV1OAuth } from './providers/anilist-v1/oauth'
import { createAnilistOAuth } from './providers/anilist/oauth'
import { createAnisearchOAuth } from './providers/anisearch/oauth'
import type { Lists } from './lists'
import type { Accounts } from './services/accounts'
import { identityHeaders } from './services/endpoints'
import type { Realms } from './services/realms'
import type { SandboxHost } from './services/sandbox'
import { createSignIn } from './services/sign-in'
import { createClients } from './services/sign-in/clients'
import { createFlow } from './services/sign-in/flow'
import { createIssue } from './services/sign-in/issue'
import { createKeeping } from './services/sign-in/keeping'
import { createNobody } from './services/sign-in/nobody'
import { pageWordsIn } from './services/sign-in/page-words'
import { createPages } from './services/sign-in/pages'
import { secretText } from './services/sign-in/pkce'
import { createPrepare } from './services/sign-in/prepare'
import { createReminders } from './services/sign-in/reminders'
import { createRenewal } from './services/sign-in/renewal'
import type { TokenKeeper } from './services/tokens'

interface Options {
  app: AppOptions
  tables: AllTables
  accounts: Accounts
  realms: Realms
  sandbox: SandboxHost
  tokens: TokenKeeper
  lists: Lists
  identity: () => { version: string; homepage: string }
  notice: (notice: Notice) => void
}

/** Wires what has to do with signing in and staying signed in. */
export function createSignIns(options: Options) {
  const { app, tables, accounts, realms, sandbox, tokens, lists, identity, notice } = options
  const { clock, desktop, log, push, secrets } = app
  const oauths = {
    anilist: createAnilistOAuth({ clock }),
    'anilist-v1': createAnilistV1OAuth({ clock }),
    anisearch: createAnisearchOAuth({ clock }),
  }
  const settings = {
    read: app.settings.read,
    write: (patch: Parameters<typeof app.settings.write>[0]) =>
      push('settings:changed', app.settings.write(patch)),
  }
  const language = () => {
    const chosen = settings.read().language
    return chosen === 'system' ? desktop.systemLanguage : chosen
  }
  const realmOf = (service: ServiceId) => realms.of(service, false)
  const addressOf = (service: ServiceId, site: string | null) =>
    oauths[service].addressOf(realms.addressNow(service), site)

  const clients = createClients({
    oauths,
    addressOf,
    settings,
    secrets,
    desktop,
    language,
    isUsed: (service, clientId) =>
      accounts.list().some((account) => {
        const issuedTo = account.service === service && tokens.read(account.id)?.issuedTo
        return issuedTo && issuedTo.clientId === clientId
      }),
  })
  const renewal = createRenewal({
    oauths,
    clientOf: clients.clientOf,
    realmOf: (id) => {
      const row = accounts.rowOf(id)
      return row && realms.byId(row.realm)
    },
    onFailed: (failure) => log.warn('tokens', { failure }),
  })
  const signIn = createSignIn({
    accounts,
    realms,
    sandbox,
    tokens,
    settings,
    removeData(id) {
      reminders.forget(id)
      return lists.remove(id)
    },
    onSignedIn: (account) => {
      lists.sync.signedIn(account.id)
      lists.queue.pump()
      reminders.look()
    },
    onSignedOut: (id) => lists.signedOut(id, { code: 'signed-out' }),
    onDropped: clients.release,
  })
  const flow = createFlow({
    prepare: createPrepare({
      oauths,
      clients,
      addressOf,
      log,
      secretText,
      language,
      assertNamed: (service) => {
        identityHeaders(identity(), realms.addressNow(service), false)
      },
    }),
    issue: createIssue({ realmOf, log, clock }),
    clients,
    listen: openLoopback,
    port: () => settings.read().signInPort,
    pages: () => createPages(pageWordsIn(language())),
    desktop,
    log,
    clock,
    secretText,
    keep: signIn.withTokens,
    onChange(state) {
      if (state?.failure) log.warn('sign-in', { ...state })
      push('accounts:sign-in-changed', state)
    },
  })
  const keeping = createKeeping({ secrets, tokens, accounts })
  const reminders = createReminders({
    accounts: accounts.list,
    meta: tables.meta,
    clock,
    notice,
    language,
  })

  const handlers: HandlersOf<Omit<AccountCalls, keyof CustomListCalls>> = {
    ...signIn.handlers,
    'accounts:sign-in': flow.start,
    'accounts:sign-in-state': flow.state,
    'accounts:paste': flow.paste,
    'accounts:cancel-sign-in': flow.cancel,
    'accounts:setups': () => serviceIds.map(clients.setupOf),
    'accounts:set-client': clients.change,
    'accounts:paste-secret': clients.pasteSecret,
    'accounts:forget-secret': clients.forgetSecret,
    'accounts:open-registration': clients.openRegistration,
    'accounts:keeping': keeping.now,
    'accounts:allow-unprotected': keeping.allowUnprotected,
  }

  return {
    handlers,
    nobody: createNobody({ oauths, clientOf: clients.clientOf, addressOf, realmOf, clock, log }),
    withTokens: signIn.withTokens,
    renew: renewal.renew,
    revoke: renewal.revoke,
    start() {
      keeping.findTokens(realms)
      reminders.start()
    },
    resumed: reminders.start,
    stop() {
      flow.cancel()
      reminders.stop()
    },
  }
}
