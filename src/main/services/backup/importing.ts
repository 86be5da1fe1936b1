import type {
  BackupProgress,
  ImportAnswers,
  ImportPreview,
  PreviewChoice,
  PreviewRow,
  RowClass,
} from '../../../shared/backup'
import { AppError, type Failure } from '../../../shared/failure'
import type { Media, TitleKey } from '../../../shared/media'
import { type Estimate, estimateOf, type Pace } from '../../backup/difference/estimate'
import type { PlanRow } from '../../backup/difference/types'
import { formatNames } from '../../backup/format-names'
import type { RememberedChoice } from '../../backup/match'
import type { NamesByKind } from '../../backup/model'
import type { BackupThread } from '../../backup/thread/client'
import type { Compared, MatchSummary, ReadSummary } from '../../backup/thread/messages'
import type { NewTitle } from '../../backup/thread/new-titles'
import type { Wanted } from '../../backup/thread/wanted'
import type { Accounts } from '../accounts'
import { createChoices } from './choices'
import type { LibrarySource, SourceAccount } from './open-library'
import { previewRow } from './preview-rows'
import type { OnProgress } from './thread-here'
import { createTurns, type Turns } from './turns'

export type StartThread = (onProgress: OnProgress) => BackupThread<LibrarySource>

interface Options {
  startThread: StartThread
  accounts: Accounts
  sourceOf: (account: SourceAccount) => LibrarySource
  paceOf: (accountId: number) => Pace
  mediaOf: (accountId: number, title: TitleKey) => Media
  remembered: (accountId: number) => readonly (readonly [string, RememberedChoice])[]
  remember: (accountId: number, key: string, choice: RememberedChoice) => void
  /** Requests and time that asking the account's service for titles would take. */
  askingCost: (accountId: number, wanted: Wanted) => Estimate | null
  /** Asks it; answers what stopped it. */
  ask: (
    accountId: number,
    wanted: Wanted,
    signal: AbortSignal,
    progress: (done: number, total: number) => void,
  ) => Promise<Failure | null>
  /** Makes custom lists at the service. Failures: all codes of services. */
  createLists: (accountId: number, names: NamesByKind) => Promise<unknown>
  onProgress: (progress: BackupProgress | null) => void
}

interface Open {
  readonly thread: BackupThread<LibrarySource>
  readonly file: string
  readonly accountId: number
  readonly turns: Turns
  readonly choices: ReturnType<typeof createChoices>
  read: ReadSummary
  matched: MatchSummary
  wanted: Wanted
  compared: Compared
}

interface TakenPlan {
  readonly about: ImportPreview
  readonly left: Uint8Array
  readonly plan: readonly PlanRow[]
  readonly newTitles: readonly NewTitle[]
}

const pageRows = 50

/** Rows of a plan that are taken at once: a big plan in one piece would hold up the window. */
const planRows = 500

async function wholePlan(thread: BackupThread<LibrarySource>, rows: number) {
  const plan: PlanRow[] = []
  const titles: NewTitle[] = []
  for (let offset = 0; offset < rows; offset += planRows) {
    const part = { offset, limit: planRows }
    plan.push(...(await thread.plan(part)))
    titles.push(...(await thread.newTitles(part)))
  }
  return { plan, newTitles: titles }
}

export type Importing = ReturnType<typeof createImporting>

/** The one file that is being looked at. Nothing of it changes anything before it is applied. */
export function createImporting(options: Options) {
  const { accounts, onProgress } = options
  let open: Open | null = null
  let reading: BackupThread<LibrarySource> | null = null
  let asking: AbortController | null = null

  function need(): Open {
    if (!open) throw new AppError({ code: 'gone', reason: 'no-file' })
    return open
  }

  function preview(of: Open): ImportPreview {
    const { read, matched, compared, choices } = of
    const { statistics } = compared
    const { add, change, remove } = statistics.planned
    const cost = estimateOf(
      { written: add + change, removals: remove },
      options.paceOf(of.accountId),
    )
    const { mode, tags, removeMissing, picks } = choices
    return {
      file: of.file,
      format: read.source.format,
      formatName: formatNames[read.source.format],
      kinds: read.kinds,
      accountId: of.accountId,
      rows: read.statistics.rows,
      byClass: statistics.byClass,
      byField: statistics.byField,
      planned: statistics.planned,
      missing: compared.missing,
      requests: cost.requests,
      estimateMs: cost.ms,
      feedPosts: statistics.feedPosts,
      missingLists: statistics.missingLists,
      createsLists: accounts.need(of.accountId).capabilities.createsCustomLists,
      createLists: choices.createLists(),
      askable: askable(of),
      warnings: read.warnings,
      owners: matched.owners,
      withTags: read.statistics.withTags,
      mode: mode(),
      tags: tags(),
      removeMissing: removeMissing(),
      fieldsOff: [...picks.fieldsOff],
      kindsOff: [...picks.kindsOff],
    }
  }

  function askable({ accountId, wanted }: Open): ImportPreview['askable'] {
    const cost = options.askingCost(accountId, wanted)
    return cost && { rows: wanted.rows, requests: cost.requests, estimateMs: cost.ms }
  }

  /** Finds the titles anew, with what is known and remembered now. */
  async function match(of: Open): Promise<void> {
    const account = accounts.need(of.accountId)
    of.matched = await of.thread.match(
      options.sourceOf(account),
      account,
      options.remembered(of.accountId),
    )
    of.wanted = await of.thread.wanted()
  }

  async function compare(of: Open): Promise<ImportPreview> {
    of.compared = await of.thread.compare(of.choices.settings())
    onProgress(null)
    return preview(of)
  }

  async function look(
    file: string,
    bytes: Uint8Array,
    accountId: number,
    answers: ImportAnswers,
  ): Promise<ImportPreview> {
    accounts.need(accountId)
    close()
    const thread = options.startThread((step, done, total) => onProgress({ step, done, total }))
    return readIn({ thread, file, accountId, turns: createTurns() }, bytes, answers)
  }

  /** Without bytes the thread reads what it has again. */
  async function readIn(
    { thread, file, accountId, turns }: Pick<Open, 'thread' | 'file' | 'accountId' | 'turns'>,
    bytes: Uint8Array | null,
    answers: ImportAnswers,
  ): Promise<ImportPreview> {
    const account = accounts.need(accountId)
    reading = thread
    try {
      const read = await thread.read(bytes, answers)
      const matched = await thread.match(
        options.sourceOf(account),
        account,
        options.remembered(accountId),
      )
      const wanted = await thread.wanted()
      const choices = createChoices()
      const compared = await thread.compare(choices.settings())
      open = { thread, file, accountId, turns, choices, read, matched, wanted, compared }
      return preview(open)
    } catch (error) {
      if (open?.thread === thread) open = null
      await thread.close()
      throw error
    } finally {
      if (reading === thread) reading = null
      onProgress(null)
    }
  }

  async function planOf(of: Open): Promise<TakenPlan> {
    const { missingLists } = of.compared.statistics
    const some = missingLists.anime.length + missingLists.manga.length > 0
    const { createsCustomLists } = accounts.need(of.accountId).capabilities
    if (some && createsCustomLists && of.choices.createLists())
      await options.createLists(of.accountId, missingLists)
    await match(of)
    const about = await compare(of)
    const { thread } = of
    const left = await thread.leftOut()
    const planned = about.planned.add + about.planned.change + about.planned.remove
    return { about, left, ...(await wholePlan(thread, planned)) }
  }

  function close() {
    asking?.abort()
    reading?.cancel()
    void reading?.close()
    reading = null
    void open?.thread.close()
    open = null
  }

  return {
    look,
    close,
    /** Reads the open file again with what the user said of it. */
    again(answers: ImportAnswers) {
      const of = need()
      return of.turns.change(() => readIn(of, null, answers))
    },
    preview: () => (open ? preview(open) : null),
    choose(choice: PreviewChoice) {
      const of = need()
      return of.turns.change(() => {
        of.choices.turn(choice)
        return compare(of)
      })
    },
    resolve(row: number, title: TitleKey | null) {
      const of = need()
      return of.turns.change(async () => {
        const choice = title ?? 'skip'
        const { key, summary } = await of.thread.choose(row, choice)
        options.remember(of.accountId, key, choice)
        of.matched = summary
        of.wanted = await of.thread.wanted()
        return compare(of)
      })
    },
    /**
     * Asks the service for titles that are not found, and compares again with what it told, also
     * when it was stopped half way. Failures: all codes of services.
     */
    ask(): Promise<ImportPreview> {
      const of = need()
      return of.turns.change(async () => {
        const stop = (asking = new AbortController())
        const failure = await options.ask(of.accountId, of.wanted, stop.signal, (done, total) =>
          onProgress({ step: 'ask', done, total }),
        )
        asking = null
        await match(of)
        const compared = await compare(of)
        if (failure !== null && failure.code !== 'cancelled') throw new AppError(failure)
        return compared
      })
    },
    stopAsking: () => asking?.abort(),
    async rows(
      classes: readonly RowClass[],
      offset: number,
    ): Promise<{ rows: PreviewRow[]; total: number }> {
      const { thread, accountId } = need()
      const { rows, total } = await thread.rows({ classes, offset, limit: pageRows })
      return {
        total,
        rows: rows.map((row) => previewRow(row, (title) => options.mediaOf(accountId, title))),
      }
    },
    /**
     * Hands over what is to be done, against the list as it is at this moment, and closes the file
     * once it was used. Asking is stopped, and until the end the file takes no other choice. Custom
     * lists that are missing are made first where the user agreed. Failures: all codes of services;
     * `invalid-input` (`import-starting`) while it is being handed over already.
     */
    async takePlan<T>(use: (taken: TakenPlan) => Promise<T>): Promise<T> {
      const { turns } = need()
      asking?.abort()
      return turns.hold(async () => {
        const of = need()
        const answer = await use(await planOf(of))
        if (open === of) close()
        return answer
      })
    },
  }
}
