import { join } from 'node:path'
import { wait } from '../shared/clock'
import { toFailure, type Failure } from '../shared/failure'
import { unknownMedia, type Titles } from '../shared/media'
import type { TitleLanguage } from '../shared/account'
import type { HistoryRow } from './db/history'
import { packKey, unpackKey, type PackedKey } from './db/keys'
import { markDamaged, openOrRepair } from './db/repair'
import { createTables } from './db/tables'
import type { AppOptions, TsuzukiApp } from './environment'
import { createHttpTransport } from './http/request'
import { createAnilistV1 } from './providers/anilist-v1/anilist-v1'
import { createAnilist } from './providers/anilist/anilist'
import { createAnisearch } from './providers/anisearch/anisearch'
import { createApply } from './queue/apply'
import { createFreshness } from './queue/freshness'
import { createOutbox } from './queue/outbox'
import { createOutcome } from './queue/outcome'
import { createPlan } from './queue/plan'
import { createQueue } from './queue/queue'
import { createSettle } from './queue/settle'
import { createAccountRemoval } from './services/account-data'
import { createAccounts } from './services/accounts'
import { createAppCalls } from './services/app-calls'
import { createHistory } from './services/history'
import { createLibrary } from './services/library'
import { createLibraryRead } from './services/library-read'
import { createListDownload } from './services/list-download'
import { createReaderOf } from './services/list-reader'
import { createNews } from './services/news'
import { createOutgoing } from './services/outgoing'
import { createPictureAddresses } from './services/picture-addresses'
import { createRealms } from './services/realms'
import { createSandboxHost } from './services/sandbox'
import { createSignIn, withSandboxTokens } from './services/sign-in'
import { createSync } from './services/sync'
import { createTokenKeeper } from './services/tokens'

/** How long the end of the program waits for the answers to what has left, in ms. */
const mostPartingMs = 3_000

/** The whole main process except Electron: the same in the app, headless and in tests. */
export function createApp(options: AppOptions): TsuzukiApp {
  const { clock, random, log, push, settings } = options
  const databaseFile = join(options.profileDir, 'library.db')
  const { db, setAside } = openOrRepair(databaseFile)
  const tables = createTables(db)
  const providers = {
    anilist: createAnilist({ clock }),
    'anilist-v1': createAnilistV1({ clock }),
    anisearch: createAnisearch({ clock }),
  }
  const transport =
    options.transport ??
    createHttpTransport(options.proxyFor ? { proxyFor: options.proxyFor } : undefined)

  const accounts = createAccounts({ table: tables.accounts, providers, push })
  const plan = createPlan()
  const freshness = createFreshness()
  const outbox = createOutbox(tables, clock)
  const settle = createSettle(tables, clock)
  const rules = () => ({ progress: settings.read().progressConflict })

  const sandbox = createSandboxHost({
    start: options.startSandbox,
    stateDir: join(options.profileDir, 'sandbox'),
    onOnline: tryNow,
    onChange: (state) => push('sandbox:changed', state),
  })
  const tokens = createTokenKeeper({
    secrets: options.secrets,
    clock,
    originOf: (account) => originOf(account),
    renew: () => Promise.resolve(null),
    onLost: signedOut,
  })
  const realms = createRealms({
    db,
    accounts: tables.accounts,
    providers,
    env: options.env,
    transport,
    bearer: withSandboxTokens(tokens.bearer, (id) => {
      const account = accounts.find(id)
      return account?.sandbox ? sandbox.tokenOf(account.service) : undefined
    }),
    clock,
    random,
    product: () => own.identity(),
    sandboxUrl: sandbox.urlOf,
    onChange: () => outgoing.changed(),
  })

  const read = createLibraryRead({ list: tables.list, accounts, plan, clock, titleLanguage })
  const news = createNews(push, (key) => read.rowOf(key))
  const apply = createApply({
    db,
    media: tables.media,
    settle,
    freshness,
    plan,
    rules,
    breathe: () => wait(clock, 0),
    isOpen: (account) => accounts.rowOf(account) !== null,
    onHeard: told,
  })
  const outcome = createOutcome({
    outbox: tables.outbox,
    plan,
    settle,
    freshness,
    apply,
    clock,
    onChanged,
    onSignedOut: signedOut,
  })
  const queue = createQueue({
    outbox: tables.outbox,
    plan,
    settle,
    freshness,
    outcome,
    clock,
    accounts: accounts.signedIn,
    realmOf: ({ realm }) => realms.byId(realm),
    holdMs: () => settings.read().holdSeconds * 1000,
    onChanged,
    onError,
  })
  const library = createLibrary({
    outbox,
    accounts,
    read,
    clock,
    settings: settings.read,
    onEdited: (keys, changes) => {
      queue.touched(keys)
      onChanged(keys)
      history.added(changes)
    },
  })
  const history = createHistory({ table: tables.history, titlesOf, change: library.many, push })
  const outgoing = createOutgoing({
    table: tables.outbox,
    outbox,
    queue,
    plan,
    clock,
    realms: realms.open,
    realmOf: (id) => {
      const row = accounts.rowOf(id)
      return row && realms.byId(row.realm)
    },
    titlesOf,
    change: (ref, patch) => {
      const edit = { source: 'me', origin: 'user', group: null, rules: false } as const
      library.many([ref], () => patch, edit)
    },
    onDropped: (key, change) => {
      queue.reload([key])
      if (change) history.added([change])
    },
    push,
  })
  const { entries, meta } = tables
  const download = createListDownload({
    entries,
    freshness,
    plan,
    readerOf: createReaderOf({ entries, meta, apply, freshness, plan, clock }),
    removeGone: (keys) => {
      const heard = keys.map((key) => settle.heard(key, null, rules(), true))
      told(
        keys,
        heard.flatMap(({ change }) => change ?? []),
      )
    },
  })
  const sync = createSync({
    accounts,
    realmOf: ({ realm }) => realms.byId(realm),
    download,
    meta,
    clock,
    settings: settings.read,
    push,
    onError,
  })
  const own = createAppCalls({
    app: options,
    push,
    queueStatus: outgoing.status,
    onSettings: () => {
      tryNow()
      sync.reschedule()
    },
  })
  const removeAccountData = createAccountRemoval({
    tables,
    plan,
    profileDir: options.profileDir,
    clock,
  })
  const signIn = createSignIn({
    accounts,
    realms,
    sandbox,
    tokens,
    settings,
    removeData: (id) => {
      sync.forget(id)
      return removeAccountData(id)
    },
    onSignedIn: (account) => {
      void sync.run(account.id, false)
      queue.pump()
    },
  })

  function titlesOf(key: PackedKey): Titles {
    const { owner, title } = unpackKey(key)
    const realm = accounts.rowOf(owner)?.realm
    const media = realm === undefined ? null : tables.media.get(packKey(realm, title))
    return (media ?? unknownMedia(title)).titles
  }

  function titleLanguage(account: number): TitleLanguage {
    const chosen = settings.read().titleLanguage
    return chosen === 'account' ? accounts.need(account).options.titleLanguage : chosen
  }

  function originOf(account: number): string | null {
    const row = accounts.rowOf(account)
    return row && realms.byId(row.realm).origin
  }

  /** These titles look different, or what waits for them stands differently. */
  function onChanged(keys: readonly PackedKey[]) {
    news.changed(keys)
    outgoing.changed()
  }

  function told(keys: readonly PackedKey[], changes: readonly HistoryRow[]) {
    queue.reload(keys.filter((key) => plan.get(key)))
    onChanged(keys)
    history.added(changes)
  }

  function signedOut(account: number, failure: Failure) {
    accounts.signedOut(account, failure)
    outgoing.changed()
  }

  function onError(error: unknown) {
    const failure = toFailure(error)
    log.error('unexpected', { failure, error })
    if (failure.code === 'storage' && failure.reason === 'damaged') markDamaged(databaseFile)
  }

  function tryNow() {
    for (const realm of realms.open()) realm.circuit.tryNow()
    queue.pump()
  }

  return {
    handlers: {
      ...own.handlers,
      ...sandbox.handlers,
      ...signIn.handlers,
      ...library.handlers,
      ...outgoing.handlers,
      ...history.handlers,
      ...sync.handlers,
    },
    async start() {
      if (setAside) own.notice({ id: 'database-repaired', params: { file: setAside } })
      const active = accounts.find(settings.read().activeAccount ?? -1)
      if (active?.sandbox) await sandbox.ensure().catch(onError)
      queue.start()
      sync.start()
    },
    async stop() {
      sync.stop()
      await queue.stop(mostPartingMs)
      realms.stop()
      await sandbox.stop()
      db.close()
    },
    resumed() {
      tryNow()
      sync.again()
    },
    online: tryNow,
    pictures: createPictureAddresses(accounts, realms, tables.media),
    signInWithToken: signIn.withTokens,
  }
}
