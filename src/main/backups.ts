import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupProgress } from '../shared/backup'
import type { Handlers, HandlersOf } from '../shared/ipc'
import type { AccountCalls } from '../shared/ipc/accounts'
import type { BackupCalls } from '../shared/ipc/backup'
import type { TitleKey } from '../shared/media'
import { unknownMedia } from '../shared/media'
import { createBackupThread } from './backup/thread/client'
import type { WriteJob } from './backup/write'
import { packKey } from './db/keys'
import type { AllTables } from './db/tables'
import type { AppOptions } from './environment'
import type { Lists } from './lists'
import type { Accounts } from './services/accounts'
import { createApplying } from './services/backup/applying'
import { askingCost, createAsking } from './services/backup/asking'
import { createAutomatic } from './services/backup/automatic'
import { createChosenFolder } from './services/backup/chosen-folder'
import { createExporting } from './services/backup/exporting'
import { createImporting, type StartThread } from './services/backup/importing'
import { createKeepFresh } from './services/backup/keep-fresh'
import { withOldDatabase } from './services/backup/old-database'
import { type LibrarySource, openLibrary, type SourceAccount } from './services/backup/open-library'
import { paceOf } from './services/backup/pace'
import { createReceived } from './services/backup/received'
import { createRemembered } from './services/backup/remembered'
import { createReports } from './services/backup/report'
import { createSaveReport } from './services/backup/save-report'
import { createTakeTitles, titleRecord } from './services/backup/take-titles'
import { createThreadHere } from './services/backup/thread-here'
import { bundledFile } from './services/bundled-titles'
import type { CustomLists } from './services/custom-lists'
import type { Realms } from './services/realms'

interface Options {
  app: AppOptions
  databaseFile: string
  tables: AllTables
  accounts: Accounts
  realms: Realms
  lists: Lists
  /** Makes custom lists at the service of an account. Failures: all codes of services. */
  createLists: CustomLists['create']
  version: () => string
  onError: (error: unknown) => void
}

/** Wires what goes out of the lists into files, and what comes back. */
export function createBackups(options: Options) {
  const { app, databaseFile, tables, accounts, realms, lists, onError } = options
  const { clock, desktop, push, startBackupWorker } = app
  const folder = join(app.profileDir, 'backups')
  const received = createReceived()
  const takeTitles = createTakeTitles({ ...tables, clock })
  const ask = createAsking(takeTitles)
  const remembered = createRemembered(tables.meta)

  const startThread: StartThread = (onProgress) =>
    startBackupWorker
      ? createBackupThread<LibrarySource>({ startWorker: startBackupWorker, onProgress })
      : createThreadHere(openLibrary, onProgress)

  function sourceOf(from: readonly SourceAccount[], history: boolean): LibrarySource {
    // What crosses to the thread is named property by property.
    const named = from.map(({ id, realm, service, userId, userName, sandbox, options: shape }) => ({
      id,
      realm,
      service,
      userId,
      userName,
      sandbox,
      options: shape,
    }))
    return { file: databaseFile, accounts: named, history, bundled: bundledFile(app.resourcesDir) }
  }

  const realmOf = (accountId: number) => realms.byId(accounts.need(accountId).realm)

  async function write(
    accountId: number | null,
    job: WriteJob,
    { includePrivate, history }: { readonly includePrivate: boolean; readonly history: boolean },
  ) {
    const ids = accountId === null ? accounts.rows().map(({ id }) => id) : [accountId]
    return writeFrom(sourceOf(ids.map(accounts.need), history), job, includePrivate)
  }

  async function writeFrom(source: LibrarySource, job: WriteJob, includePrivate: boolean) {
    const thread = startThread(() => {})
    try {
      return await thread.write(source, job, {
        madeAt: clock.wall(),
        appVersion: options.version(),
        includePrivate,
      })
    } finally {
      await thread.close()
    }
  }

  const fullBackup = { format: 'tsuzuki', gzip: true } as const
  const automatic = createAutomatic({
    usualFolder: folder,
    chosenFolder: createChosenFolder(tables.meta),
    chooseFolder: desktop.chooseFolder,
    clock,
    write: async () => {
      return (await write(null, fullBackup, { includePrivate: true, history: false })).bytes
    },
    convert: (path) =>
      withOldDatabase(path, async (file, from) => {
        return (await writeFrom({ file, accounts: from, history: false }, fullBackup, true)).bytes
      }),
    hasLists: () => accounts.rows().length > 0,
    onChanged: changed,
    onError,
  })
  const keepFresh = createKeepFresh({
    clock,
    waiting: lists.waitingOf,
    readSize: (accountId) => realmOf(accountId).provider.someEntries?.size ?? null,
    read: (accountId) => lists.sync.run(accountId, true),
  })
  const importing = createImporting({
    startThread,
    accounts,
    sourceOf: (account) => sourceOf([account], false),
    paceOf: (accountId) => paceOf(realmOf(accountId).provider),
    askingCost: (accountId, wanted) => askingCost(realmOf(accountId), wanted),
    ask: (accountId, wanted, signal, progress) =>
      ask(realmOf(accountId), accountId, wanted, { signal, progress }),
    createLists: options.createLists,
    mediaOf(accountId, title: TitleKey) {
      const { realm } = accounts.need(accountId)
      return tables.media.get(packKey(realm, title)) ?? unknownMedia(title)
    },
    remembered: remembered.of,
    remember: remembered.add,
    onProgress: (progress) => changed(progress),
  })
  const applying = createApplying({
    db: tables.db,
    table: tables.backupJobs,
    accounts,
    change: lists.library.many,
    takeBack: lists.takeBack,
    snapshot: () => automatic.pathOfNew('before-import'),
    takeTitles: (accountId, titles) =>
      takeTitles(accounts.need(accountId).realm, titles.map(titleRecord)),
    onApplying: keepFresh.begun,
    reports: createReports(folder),
    clock,
    onChanged: () => changed(),
    onError,
  })

  function changed(progress: BackupProgress | null = null) {
    push('backup:changed', { jobs: applying.jobs(), progress })
  }

  const handlers: HandlersOf<BackupCalls> = {
    'backup:export': createExporting({
      write,
      chooseSavePath: desktop.chooseSavePath,
      now: clock.wall,
    }),
    'backup:drop-begin': received.begin,
    'backup:drop-chunk': (transfer, base64) => {
      const done = received.add(transfer, base64)
      changed({ step: 'receive', done, total: received.sizeOf(transfer) })
    },
    'backup:drop-end': (transfer, accountId, answers) => {
      const { name, bytes } = received.end(transfer)
      return importing.look(name, bytes, accountId, answers)
    },
    'backup:answer': importing.again,
    'backup:preview': importing.preview,
    'backup:rows': importing.rows,
    'backup:choose': importing.choose,
    'backup:resolve': importing.resolve,
    'backup:ask': importing.ask,
    'backup:ask-stop': importing.stopAsking,
    'backup:apply': () =>
      importing.takePlan(({ about, plan, newTitles, left }) =>
        applying.begin(about, plan, newTitles, left),
      ),
    'backup:pause': applying.pause,
    'backup:cancel': (job) => (job === null ? importing.close() : applying.cancel(job)),
    'backup:undo': applying.undo,
    'backup:save-report': createSaveReport({
      table: tables.backupJobs,
      chooseSavePath: desktop.chooseSavePath,
    }),
    'backup:jobs': applying.jobs,
    'backup:auto-list': automatic.state,
    'backup:auto-folder': automatic.setFolder,
    'backup:auto-now': () => automatic.make('by-hand'),
    'backup:auto-restore': async (name, accountId) =>
      importing.look(name, await automatic.read(name), accountId, {}),
  }

  return {
    handlers,
    /** Signing out and removing an account save a backup first. */
    savedFirst<T extends Pick<HandlersOf<AccountCalls>, 'accounts:sign-out' | 'accounts:remove'>>(
      calls: T,
    ): T {
      const first =
        <A extends unknown[], R>(then: (...args: A) => R) =>
        async (...args: A) => {
          await automatic.make('before-sign-out')
          return then(...args)
        }
      return {
        ...calls,
        'accounts:sign-out': first(calls['accounts:sign-out']),
        'accounts:remove': first(calls['accounts:remove']),
      }
    },
    start() {
      mkdirSync(folder, { recursive: true })
      applying.start()
      automatic.start()
    },
    stop() {
      automatic.stop()
      keepFresh.stop()
      applying.stop()
      importing.close()
    },
  } satisfies { handlers: Partial<Handlers>; [name: string]: unknown }
}
