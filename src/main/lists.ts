import { showsAdult } from '../shared/adult'
import { wait } from '../shared/clock'
import type { Failure } from '../shared/failure'
import { unknownMedia, type NextEpisode, type Titles } from '../shared/media'
import { type TitleChoice, titleChoiceOf } from '../shared/title-choice'
import type { HistoryRow } from './db/history'
import { packKey, unpackKey, type PackedKey } from './db/keys'
import type { AllTables } from './db/tables'
import type { AppOptions } from './environment'
import { createApply } from './queue/apply'
import { createFreshness } from './queue/freshness'
import { createOutbox } from './queue/outbox'
import { createOutcome } from './queue/outcome'
import { createPlan } from './queue/plan'
import { createQueue } from './queue/queue'
import { createSettle } from './queue/settle'
import { createAccountRemoval } from './services/account-data'
import type { Accounts } from './services/accounts'
import { createBundledTitles } from './services/bundled-titles'
import { createClearedDates } from './services/cleared-dates'
import { createHistory } from './services/history'
import { createLibrary } from './services/library'
import { createLibraryRead } from './services/library-read'
import { createListDownload } from './services/list-download'
import { createReaderOf } from './services/list-reader'
import { createNaming } from './services/naming/naming'
import { createNews, type KnownRows } from './services/news'
import { createOutgoing } from './services/outgoing'
import { createProving } from './services/proving'
import type { Realms } from './services/realms'
import { createRefreshEntry } from './services/refresh-entry'
import { createSync } from './services/sync'

interface Options {
  app: AppOptions
  tables: AllTables
  accounts: Accounts
  realms: Realms
  /** Entries changed, or are gone. */
  onChanged: (keys: readonly PackedKey[]) => void
  /** What is known better of an entry's next episode; `null` for nothing. */
  nextEpisode: (key: PackedKey) => NextEpisode | null
  /** A service lent what it knows of titles by their MyAnimeList ids. */
  onLent: Parameters<typeof createNaming>[0]['onLent']
  /** Nothing is held back any more; `atOnce`: nor by its own time. */
  onLetGo: (atOnce: boolean) => void
  onError: (error: unknown) => void
}

/** How long the end of the program waits for the answers to what has left, in ms. */
const mostPartingMs = 3_000

export type Lists = ReturnType<typeof createLists>

/** Wires the way of an edit, there and back: library, history, queue, sync. */
export function createLists(options: Options) {
  const { app, tables, accounts, realms, nextEpisode, onError } = options
  const { clock, push, settings } = app
  const { db, entries, meta } = tables
  const plan = createPlan()
  const freshness = createFreshness()
  const outbox = createOutbox(tables, clock)
  const settle = createSettle(tables, clock)
  const rules = () => ({ progress: settings.read().progressConflict })

  const read = createLibraryRead({
    list: tables.list,
    accounts,
    plan,
    clock,
    titles,
    showsAdult: (account) => showsAdult(settings.read(), accounts.rowOf(account)),
    nextEpisode,
  })
  const news = createNews(push, read)
  const breathe = () => wait(clock, 0)
  const naming = createNaming({
    tables,
    accounts,
    realms,
    bundled: createBundledTitles(app.resourcesDir),
    clock,
    breathe,
    onNamed: onChanged,
    onLent: options.onLent,
    onError,
  })
  const apply = createApply({
    db,
    media: tables.media,
    settle,
    freshness,
    plan,
    clock,
    rules,
    nameless: naming.met,
    breathe,
    isOpen: (account) => accounts.rowOf(account) !== null,
    onHeard: ({ keys, changes, rows }) => told(keys, changes, rows),
  })
  const outcome = createOutcome({
    outbox: tables.outbox,
    entries: tables.entries,
    plan,
    settle,
    freshness,
    apply,
    clock,
    rules,
    onChanged,
    onTold: (changes) => history.added(changes),
    onSignedOut: signedOut,
    onWritten(account, sent) {
      proving.written(account, sent)
      clearedDates.written(account, sent)
    },
  })
  const clearedDates = createClearedDates({
    tables,
    realmOf: ({ realm }) => realms.byId(realm),
    onKept: (key) => onChanged([key]),
    onError,
  })
  const proving = createProving({
    tables,
    clock,
    realmOf: ({ realm }) => realms.byId(realm),
    onAgain: (keys) => queue.touched(keys),
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
  const history = createHistory({ tables, titlesOf, change: library.many, push })
  const outgoing = createOutgoing({
    table: tables.outbox,
    outbox,
    queue,
    plan,
    clock,
    realms: realms.open,
    realmOf: (id) => {
      const row = accounts.rowOf(id)
      return row?.signedIn ? realms.byId(row.realm) : null
    },
    titlesOf,
    change: (ref, patch) => {
      const edit = { source: 'me', origin: 'user', group: null, rules: false } as const
      library.many([ref], () => patch, edit)
    },
    onDropped: (key, change) => {
      queue.reload([key])
      if (change) history.decided(change)
    },
    onLetGo: options.onLetGo,
    push,
  })
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
    onRead: (account) => void naming.look(account),
    onError,
  })
  const refreshEntry = createRefreshEntry({
    accounts,
    realmOf: realms.byId,
    entries,
    apply,
    naming,
  })
  const removeAccountData = createAccountRemoval({
    tables,
    plan,
    profileDir: app.profileDir,
    clock,
  })

  function titlesOf(key: PackedKey): Titles {
    const { owner, title } = unpackKey(key)
    const realm = accounts.rowOf(owner)?.realm
    const media = realm === undefined ? null : tables.media.get(packKey(realm, title))
    return (media ?? unknownMedia(title)).titles
  }

  function titles(account: number): TitleChoice {
    return titleChoiceOf(settings.read(), accounts.need(account))
  }

  /** These titles look different, or what waits for them stands differently. */
  function onChanged(keys: readonly PackedKey[], rows?: KnownRows) {
    news.changed(keys, rows)
    outgoing.changed()
    options.onChanged(keys)
  }

  function told(keys: readonly PackedKey[], changes: readonly HistoryRow[], rows?: KnownRows) {
    queue.reload(keys.filter((key) => plan.get(key)))
    onChanged(keys, rows)
    history.added(changes)
  }

  function signedOut(account: number, failure: Failure) {
    accounts.signedOut(account, failure)
    outgoing.changed()
  }

  function tryNow() {
    for (const realm of realms.open()) realm.circuit.tryNow()
    queue.pump()
  }

  return {
    handlers: {
      ...library.handlers,
      ...outgoing.handlers,
      ...history.handlers,
      ...sync.handlers,
      ...refreshEntry,
    },
    library,
    read,
    sync,
    queue,
    titlesOf,
    titles,
    signedOut,
    tryNow,
    takeBack: history.takeBack,
    queueStatus: outgoing.status,
    queueChanged: outgoing.changed,
    /** These rows look different, though their entries are the same. */
    looksChanged: (keys: readonly PackedKey[]) => news.changed(keys),
    /** How many of an account's titles wait for its service. */
    waitingOf(account: number): number {
      let count = 0
      for (const row of plan.all()) if (row.account === account) count += 1
      return count
    },
    /** Forgets everything of an account; answers where what waited was saved. Failure: `storage`. */
    remove(account: number): string | null {
      sync.forget(account)
      naming.forget(account)
      const keys = entries.keys(account, 'anime')
      const savedTo = removeAccountData(account)
      options.onChanged(keys)
      return savedTo
    },
    start() {
      queue.start()
      sync.start()
    },
    /** Lets what has left be answered. */
    async stop() {
      sync.stop()
      naming.stop()
      await queue.stop(mostPartingMs)
    },
  }
}
