import { emptyFields, type EntryFields } from '../../../shared/entry'
import { AppError } from '../../../shared/failure'
import type { TitleKey } from '../../../shared/media'
import {
  type ComparedLibrary,
  type Difference,
  type DifferenceOptions,
  compare,
} from '../difference'
import type { PlanRow } from '../difference/types'
import { leftOut, type LeftOut } from '../difference/left-out'
import { ownerWarnings } from '../difference/owners'
import { differenceStatistics, fileStatistics } from '../difference/statistics'
import { choiceKey, type Matches, matchRows, type RememberedChoice, withChoice } from '../match'
import { type Catalogue, createCatalogue } from '../match/catalogue'
import type { BackupFile, BackupRow } from '../model'
import { readBackup } from '../read'
import { siteOfService } from '../sites'
import type { OpenedLibrary } from './library'
import { newTitles, type NewTitle } from './new-titles'
import { type Wanted, wantedOf } from './wanted'
import type {
  CompareSettings,
  Compared,
  ImportAccount,
  MatchSummary,
  ReadSummary,
} from './messages'
import type { PlanPart, ReadSettings, RowsRange, ShownRow } from './messages'

export interface SessionOptions {
  /** Called now and then; throws `cancelled` when nobody waits any more. */
  readonly tick: (step: 'read' | 'match' | 'compare', done: number, total: number) => void
}

/**
 * One import from file to plan, kept between the questions of the window: what is read is matched,
 * what is matched is compared, and a changed setting only repeats what it changes.
 */
export function createImportSession({ tick }: SessionOptions) {
  let bytes: Uint8Array | null = null
  let file: BackupFile | null = null
  let library: OpenedLibrary | null = null
  let catalogue: Catalogue | null = null
  let account: ImportAccount | null = null
  let matches: Matches | null = null
  let compared: ComparedLibrary | null = null
  let difference: Difference | null = null
  const choices = new Map<string, RememberedChoice>()

  function match(): MatchSummary {
    const { opened, whose, read } = ready()
    catalogue ??= createCatalogue(opened.titles(), opened.title ?? null)
    const { lookUp } = opened
    matches = matchRows(read, {
      site: siteOfService(whose.service),
      idsMeanTheSame: read.owners.every(({ sandbox }) => sandbox === whose.sandbox),
      idsAreReal: read.owners.every(({ sandbox }) => !sandbox),
      catalogue,
      choices,
      tick: (done, total) => tick('match', done, total),
      ...(lookUp === undefined ? {} : { lookUp }),
    })
    return summaryOf(matches)
  }

  function summaryOf({ rows, disagreeing }: Matches): MatchSummary {
    const { read, whose } = ready()
    const count = (type: string) => rows.filter((row) => row.type === type).length
    return {
      matched: count('matched'),
      doubtful: count('doubtful'),
      unmatched: count('unmatched'),
      disagreeing,
      owners: ownerWarnings(read, whose),
    }
  }

  function planned(part?: PlanPart): readonly PlanRow[] {
    if (difference === null) throw outOfOrder()
    const { plan } = difference
    return part === undefined ? plan : plan.slice(part.offset, part.offset + part.limit)
  }

  function ready() {
    if (file === null || library === null || account === null) throw outOfOrder()
    return { opened: library, whose: account, read: file }
  }

  return {
    /** As `BackupCalls` says; throws what `readBackup` throws, and then what was read before stays. */
    read(given: Uint8Array | null, settings: ReadSettings): ReadSummary {
      const content = given ?? bytes
      if (content === null) throw outOfOrder()
      file = readBackup(content, {
        ...settings,
        progress: (done, total) => tick('read', done, total),
      })
      bytes = content
      matches = null
      difference = null
      const { rows: _rows, owners, ...about } = file
      return {
        ...about,
        owners: owners.map(({ history, ...owner }) => ({ ...owner, changes: history.length })),
        statistics: fileStatistics(file),
      }
    },

    /** Finds the titles of the file among those of an account. */
    match(
      opened: OpenedLibrary,
      whose: ImportAccount,
      remembered: Iterable<readonly [string, RememberedChoice]>,
    ): MatchSummary {
      library?.close()
      library = opened
      account = whose
      catalogue = null
      compared = null
      choices.clear()
      for (const [key, choice] of remembered) choices.set(key, choice)
      return match()
    },

    /** Takes an answer of the user; gives the key under which it is to be remembered. */
    choose(row: number, choice: RememberedChoice): { key: string; summary: MatchSummary } {
      const found = ready().read.rows.find(({ number }) => number === row)
      if (found === undefined) throw outOfOrder()
      const key = choiceKey(found)
      if (matches === null) throw outOfOrder()
      choices.set(key, choice)
      matches = withChoice(ready().read, matches, key, choice)
      return { key, summary: summaryOf(matches) }
    },

    compare(settings: CompareSettings): Compared {
      const { opened, whose, read } = ready()
      if (matches === null) throw outOfOrder()
      const options: DifferenceOptions = {
        account: whose,
        ...settings,
        tick: (done, total) => tick('compare', done, total),
      }
      // Each choice in the preview compares anew, with the list as it was when it was matched.
      compared ??= comparedWith(opened, catalogue)
      difference = compare(read, matches.rows, compared, options)
      return {
        statistics: differenceStatistics(difference.rows, difference.plan, whose),
        planned: difference.plan.length,
        missing: difference.missing.length,
      }
    },

    /** A range of the preview, in the order of the file. */
    rows({ classes, offset, limit }: RowsRange): { rows: readonly ShownRow[]; total: number } {
      if (difference === null) throw outOfOrder()
      const wanted = difference.rows.filter((row) => classes.includes(row.class))
      const byNumber = new Map(ready().read.rows.map((row) => [row.number, row]))
      return {
        total: wanted.length,
        rows: wanted
          .slice(offset, offset + limit)
          .map((row) => shown(row, byNumber.get(row.row), catalogue)),
      }
    },

    plan: planned,

    /** What the database does not know of the titles that the plan adds. */
    newTitles(part?: PlanPart): readonly NewTitle[] {
      const { opened, whose, read } = ready()
      return newTitles(read, planned(part), opened, siteOfService(whose.service))
    },

    /** What a service could be asked about, to find rows that are not found yet. */
    wanted(): Wanted {
      if (matches === null) throw outOfOrder()
      return wantedOf(ready().read, matches)
    },

    /** What applying would not bring to the service, for the report at the end. */
    leftOut(): LeftOut {
      if (difference === null) throw outOfOrder()
      return leftOut(ready().read, difference)
    },

    /** Everything that was read. */
    file: () => ready().read,

    close: () => library?.close(),
  }
}

function comparedWith(opened: OpenedLibrary, catalogue: Catalogue | null): ComparedLibrary {
  const entries = new Map<TitleKey, EntryFields>()
  for (const [title, fields] of opened.entries()) entries.set(title, sharing(fields))
  return {
    entry: (title: TitleKey) => entries.get(title) ?? null,
    titles: () => entries.keys(),
    total(title: TitleKey) {
      const known = catalogue?.get(title)
      return (title.startsWith('anime') ? known?.episodes : known?.chapters) ?? null
    },
  }
}

/** Most entries are on no list and have no advanced scores: all of them share one. */
function sharing(fields: EntryFields): EntryFields {
  const { customLists, advancedScores } = fields
  return {
    ...fields,
    customLists: customLists.length > 0 ? customLists : emptyFields.customLists,
    advancedScores:
      Object.keys(advancedScores).length === 0 ? emptyFields.advancedScores : advancedScores,
  }
}

function shown(
  row: Difference['rows'][number],
  read: BackupRow | undefined,
  catalogue: Catalogue | null,
): ShownRow {
  return {
    ...row,
    candidates: row.candidates.map((candidate) => ({
      ...candidate,
      known: catalogue?.get(candidate.title) ?? null,
    })),
    titles: read?.titles ?? [],
    hints: read?.hints ?? null,
    warnings: read?.warnings ?? [],
    kept: Object.keys(read?.kept ?? {}),
  }
}

function outOfOrder(): AppError {
  return new AppError({ code: 'invalid-input', reason: 'not-read', detail: 'Nothing is read yet.' })
}
