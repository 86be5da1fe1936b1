import type { Account } from '../../shared/account'
import {
  type EntryFields,
  type EntryPatch,
  emptyFields,
  entryFields,
  isEmptyPatch,
} from '../../shared/entry'
import { kindOf, type TitleKey } from '../../shared/media'
import { fillGaps } from './difference/fill-gaps'
import { makeEqual } from './difference/make-equal'
import { newEntry, withTags } from './difference/new-entry'
import { allPicked, isFieldPicked, isRowPicked, type Picks } from './difference/picks'
import type {
  DiffRow,
  FieldChange,
  ImportMode,
  PlanRow,
  RefusedReason,
  TagUse,
} from './difference/types'
import { fitPatch } from './losses'
import type { RowMatch } from './match'
import type { BackupFile, BackupRow } from './model'

/** The list that a file is compared with. */
export interface ComparedLibrary {
  entry(title: TitleKey): EntryFields | null
  /** Episodes or chapters in all; `null` when unknown. */
  total(title: TitleKey): number | null
  /** Every title on the list; asked only when what is missing in the file is to be removed. */
  titles(): Iterable<TitleKey>
}

export interface DifferenceOptions {
  readonly account: Pick<Account, 'id' | 'capabilities'>
  readonly mode: ImportMode
  readonly picks?: Picks
  readonly tags?: TagUse
  /** With `equal`: titles of the file's kinds that it does not have leave the list. */
  readonly removeMissing?: boolean
  readonly tick?: (done: number, total: number) => void
}

export interface Difference {
  /** One for each row of the file, in its order. */
  readonly rows: readonly DiffRow[]
  readonly plan: readonly PlanRow[]
  /** Titles on the list that the file does not have, where they were asked for. */
  readonly missing: readonly TitleKey[]
}

/**
 * Compares a file with a list: what is new, changed, the same, and what the queue would have to do
 * about it. Changes nothing. The plan of a file that was applied is empty.
 */
export function compare(
  file: BackupFile,
  matches: readonly RowMatch[],
  library: ComparedLibrary,
  options: DifferenceOptions,
): Difference {
  const claimed = new Map<TitleKey, number>()
  const rows: DiffRow[] = []
  const plan: PlanRow[] = []
  for (const [index, row] of file.rows.entries()) {
    if (index % 500 === 0) options.tick?.(index, file.rows.length)
    const match = matches[index] ?? { type: 'unmatched', reason: 'not-found' }
    const compared = compareRow(row, match, { file, library, options, claimed })
    rows.push(compared)
    const planned = planOf(compared, options)
    if (planned !== null) plan.push(planned)
  }
  const missing = missingTitles(file, rows, library, options)
  const removals = options.removeMissing === true ? missing : []
  return { rows, missing, plan: [...plan, ...removals.map((title) => removal(title, options))] }
}

/** Most rows are the same on both sides, so that all share one. */
const none: readonly never[] = []

interface Surroundings {
  readonly file: BackupFile
  readonly library: ComparedLibrary
  readonly options: DifferenceOptions
  /** Rows that have their title already; a later one of the same title is refused. */
  readonly claimed: Map<TitleKey, number>
}

function compareRow(row: BackupRow, match: RowMatch, around: Surroundings): DiffRow {
  const picks = around.options.picks ?? allPicked
  const picked = isRowPicked(picks, row.number, row.kind)
  const base = {
    row: row.number,
    kind: row.kind,
    name: row.titles[0] ?? '',
    title: null,
    picked,
    changes: none,
    candidates: none,
    refused: null,
    duplicateOf: null,
  }
  if (match.type === 'doubtful') return { ...base, class: 'doubtful', candidates: match.candidates }
  if (match.type === 'unmatched') return { ...base, class: 'unmatched' }
  const { title } = match
  const earlier = around.claimed.get(title)
  if (earlier !== undefined) {
    return { ...base, title, class: 'refused', refused: 'duplicate', duplicateOf: earlier }
  }
  if (picked) around.claimed.set(title, row.number)
  const current = around.library.entry(title)
  return { ...base, title, ...changesOf(row, title, current, around) }
}

function changesOf(
  row: BackupRow,
  title: TitleKey,
  current: EntryFields | null,
  { file, library, options }: Surroundings,
): Pick<DiffRow, 'class' | 'changes' | 'refused'> {
  const { capabilities } = options.account
  const said = withTags(row, options.tags ?? 'leave', current)
  const added = current === null ? newEntry(row, said, library.total(title)) : null
  const refused = added === null ? null : refusal(row, added.patch, options)
  if (refused !== null) return { class: 'refused', changes: [], refused }
  const base = current ?? emptyFields
  const patch =
    added?.patch ??
    (options.mode === 'equal' ? makeEqual(base, said, file.scoreStep) : fillGaps(base, said))
  if (added === null && isEmptyPatch(patch)) return { class: 'same', changes: none, refused }
  const { losses } = fitPatch(patch, base, capabilities)
  const changes = entryFields.flatMap((field): FieldChange[] => {
    const to = patch[field]
    if (to === undefined) return []
    const loss = losses.find((one) => one.field === field)?.reason ?? null
    if (field === 'status' && loss !== null) return []
    return [
      {
        field,
        from: current === null ? null : current[field],
        to,
        picked: isFieldPicked(options.picks ?? allPicked, row.number, field),
        loss,
        assumed: added?.assumed.includes(field) ?? false,
      },
    ]
  })
  if (current === null) return { class: 'new', changes, refused }
  return { class: changes.length > 0 ? 'changed' : 'same', changes, refused }
}

function refusal(
  row: BackupRow,
  patch: EntryPatch,
  { account }: DifferenceOptions,
): RefusedReason | null {
  const isUnknown = row.warnings.some(({ code }) => code === 'unknown-status')
  if (row.fields.status === undefined && isUnknown) return 'unknown-status'
  const { status } = patch
  return status === undefined || account.capabilities.statuses.includes(status) ? null : 'status'
}

function planOf(row: DiffRow, { account }: DifferenceOptions): PlanRow | null {
  if (!row.picked || row.title === null || (row.class !== 'new' && row.class !== 'changed')) {
    return null
  }
  const isNew = row.class === 'new'
  // A title cannot be on a list without a status, so that of a new one cannot be unticked.
  const picked = row.changes.filter(({ field, picked: on }) => on || (isNew && field === 'status'))
  const patch: EntryPatch = Object.fromEntries(picked.map(({ field, to }) => [field, to]))
  if (isEmptyPatch(patch)) return null
  return {
    ref: { accountId: account.id, title: row.title },
    type: isNew ? 'add' : 'change',
    patch,
    keptHere: picked.filter(({ loss }) => loss !== null).map(({ field }) => field),
    row: row.row,
  }
}

/** Only when the whole file was understood: what could not be read is not missing. */
function missingTitles(
  file: BackupFile,
  rows: readonly DiffRow[],
  library: ComparedLibrary,
  { mode, removeMissing, picks = allPicked }: DifferenceOptions,
): TitleKey[] {
  const isWhole = !file.warnings.some(({ code }) => incomplete.has(code))
  const isClear = rows.every((row) => row.class !== 'doubtful' && row.class !== 'unmatched')
  if (mode !== 'equal' || removeMissing !== true || !isWhole || !isClear) return []
  const present = new Set(rows.map(({ title }) => title))
  const kinds = file.kinds.filter((kind) => !picks.kindsOff.has(kind))
  return [...library.titles()].filter(
    (title) => kinds.includes(kindOf(title)) && !present.has(title),
  )
}

const incomplete: ReadonlySet<string> = new Set([
  'cut-short',
  'damaged-archive',
  'row-not-read',
  'crooked-rows',
  'counts-differ',
])

function removal(title: TitleKey, { account }: DifferenceOptions): PlanRow {
  return { ref: { accountId: account.id, title }, type: 'remove', patch: {}, keptHere: [], row: 0 }
}
