import { join } from 'node:path'
import { toFailure } from '../shared/failure'
import { copyBeforeMigration } from './db/copy-before-migration'
import { markDamaged, openOrRepair } from './db/repair'
import { createTables } from './db/tables'
import type { AppOptions, TsuzukiApp } from './environment'
import { createHttpTransport } from './http/request'
import { createBackups } from './backups'
import { createCommunities } from './communities'
import { createDiscovering } from './discovering'
import { createLists } from './lists'
import { createAnilistV1 } from './providers/anilist-v1/anilist-v1'
import { createAnilist } from './providers/anilist/anilist'
import { createAnisearch } from './providers/anisearch/anisearch'
import { createAccounts } from './services/accounts'
import { createAiring } from './services/airing/airing'
import { createAppCalls } from './services/app-calls'
import { createCustomLists } from './services/custom-lists'
import { createForeignTexts } from './services/foreign/foreign-texts'
import { createPictureAddresses } from './services/picture-addresses'
import { createLookedUp } from './services/looked-up'
import { createRealms } from './services/realms'
import { createSandboxHost } from './services/sandbox'
import { withSandboxTokens } from './services/sign-in'
import { createTokenKeeper } from './services/tokens'
import { createSignIns } from './sign-ins'

/** The whole main process except Electron: the same in the app, headless and in tests. */
export function createApp(options: AppOptions): TsuzukiApp {
  const { clock, random, log, push, settings } = options
  const databaseFile = join(options.profileDir, 'library.db')
  copyBeforeMigration(databaseFile, join(options.profileDir, 'backups'))
  const { db, setAside } = openOrRepair(databaseFile)
  const tables = createTables(db)
  const reshape = options.reshape ?? ((provider) => provider)
  const providers = {
    anilist: reshape(createAnilist({ clock })),
    'anilist-v1': reshape(createAnilistV1({ clock })),
    anisearch: reshape(createAnisearch({ clock })),
  }
  const transport =
    options.transport ??
    createHttpTransport(options.proxyFor ? { proxyFor: options.proxyFor } : undefined)

  const foreign = createForeignTexts(options.desktop)
  const accounts = createAccounts({
    table: tables.accounts,
    providers,
    push(name, payload) {
      push(name, payload)
      // Whoever has just signed in may have posts that waited for it.
      communities.tryNow()
      // An account may allow titles for adults now, or no more.
      airing.settingsChanged()
    },
    clock,
  })

  const sandbox = createSandboxHost({
    start: options.startSandbox,
    stateDir: join(options.profileDir, 'sandbox'),
    onOnline: () => lists.tryNow(),
    onChange: (state) => push('sandbox:changed', state),
  })
  const tokens = createTokenKeeper({
    secrets: options.secrets,
    originOf: (account) => originOf(account),
    renew: (account, old) => signIns.renew(account, old),
    revoke: (account, dropped) => signIns.revoke(account, dropped),
    onRenewed: accounts.renewed,
    onLost: (account, failure) => lists.signedOut(account, failure),
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
    nobody: (service, dead) => signIns.nobody(service, dead),
    clean: log.clean,
    clock,
    random,
    product: () => own.identity(),
    sandboxUrl: sandbox.urlOf,
    onChange: () => lists.queueChanged(),
  })

  const lists = createLists({
    app: options,
    tables,
    accounts,
    realms,
    onChanged: (keys) => airing.changed(keys),
    nextEpisode: (key) => airing.nextEpisode(key),
    onLent: (lender, kind, found) => airing.lent(lender, kind, found),
    onLetGo: (atOnce) => (atOnce ? communities.sendNow() : communities.tryNow()),
    onError,
  })
  const own = createAppCalls({
    app: options,
    push,
    queueStatus: lists.queueStatus,
    onSettings: () => {
      lists.tryNow()
      lists.sync.reschedule()
      airing.settingsChanged()
    },
  })
  const airing = createAiring({ app: options, tables, accounts, realms, lists, own, onError })
  const signIns = createSignIns({
    app: options,
    tables,
    accounts,
    realms,
    sandbox,
    tokens,
    lists,
    identity: own.identity,
    notice: own.notice,
  })

  const customLists = createCustomLists({
    accounts,
    realmOf: realms.byId,
    onRemoved: (account) => void lists.sync.run(account, true),
  })

  const lookedUp = createLookedUp({ tables, accounts, realms, clock })
  const discovering = createDiscovering({
    lookedUp,
    accounts,
    realmById: realms.byId,
    desktop: options.desktop,
    foreign,
  })

  const communities = createCommunities({
    app: options,
    tables,
    accounts,
    realms,
    lookedUp,
    foreign,
    readList: (account) => void lists.sync.run(account, true),
    isHeld: () => lists.queue.isHeld(),
    onSignedOut: lists.signedOut,
    onError,
  })

  const backups = createBackups({
    app: options,
    databaseFile,
    tables,
    accounts,
    realms,
    lists,
    createLists: customLists.create,
    version: () => own.identity().version,
    onError,
  })

  function originOf(account: number): string | null {
    const row = accounts.rowOf(account)
    return row && realms.byId(row.realm).origin
  }

  function onError(error: unknown) {
    const failure = toFailure(error)
    log.error('unexpected', { failure, error })
    if (failure.code === 'storage' && failure.reason === 'damaged') markDamaged(databaseFile)
  }

  return {
    handlers: {
      ...own.handlers,
      ...sandbox.handlers,
      ...customLists.handlers,
      ...backups.savedFirst(signIns.handlers),
      ...lists.handlers,
      ...backups.handlers,
      ...airing.handlers,
      ...foreign.handlers,
      ...lookedUp.handlers,
      ...communities.handlers,
      ...discovering,
    },
    async start() {
      if (setAside) own.notice({ id: 'database-rebuilt', params: { file: setAside } })
      const active = accounts.find(settings.read().activeAccount ?? -1)
      if (active?.sandbox) await sandbox.ensure().catch(onError)
      signIns.start()
      lists.start()
      communities.start()
      airing.start()
      backups.start()
    },
    async stop() {
      signIns.stop()
      backups.stop()
      airing.stop()
      communities.stop()
      await lists.stop()
      realms.stop()
      await sandbox.stop()
      db.close()
    },
    resumed() {
      lists.tryNow()
      lists.sync.again()
      airing.resumed()
      signIns.resumed()
    },
    online() {
      lists.tryNow()
      airing.online()
    },
    airing: airing.port,
    pictures: createPictureAddresses({
      accounts,
      realms,
      media: tables.media,
      people: tables.pictures,
      foreign: foreign.addressOf,
    }),
    signInWithToken: signIns.withTokens,
  }
}
