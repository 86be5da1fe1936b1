import type { Account } from '../../../shared/account'
import type { EntryField } from '../../../shared/entry'
import { mediaKinds, type MediaKind } from '../../../shared/media'
import type { Status } from '../../../shared/status'
import type { BackupFile, NamesByKind } from '../model'
import type { DiffRow, PlanRow, RowClass } from './types'

/** What a file holds, before anything is compared. */
export interface FileStatistics {
  readonly rows: number
  readonly byStatus: Readonly<Record<MediaKind, Readonly<Partial<Record<Status, number>>>>>
  /** Episodes of anime, chapters of manga. */
  readonly progress: Readonly<Record<MediaKind, number>>
  readonly unrated: number
  readonly withWarnings: number
  readonly withTags: number
  readonly private: number
}

export function fileStatistics({ rows }: Pick<BackupFile, 'rows'>): FileStatistics {
  const byStatus: Record<MediaKind, Partial<Record<Status, number>>> = { anime: {}, manga: {} }
  const progress = { anime: 0, manga: 0 }
  for (const { kind, fields } of rows) {
    progress[kind] += fields.progress ?? 0
    if (fields.status === undefined) continue
    byStatus[kind][fields.status] = (byStatus[kind][fields.status] ?? 0) + 1
  }
  const count = (test: (row: BackupFile['rows'][number]) => boolean) => rows.filter(test).length
  return {
    rows: rows.length,
    byStatus,
    progress,
    unrated: count(({ fields }) => (fields.score ?? null) === null),
    withWarnings: count(({ warnings }) => warnings.length > 0),
    withTags: count(({ tags }) => tags.length > 0),
    private: count(({ fields }) => fields.private === true),
  }
}

export interface DifferenceStatistics {
  readonly byClass: Readonly<Record<RowClass, number>>
  readonly byField: Readonly<Partial<Record<EntryField, number>>>
  readonly planned: Readonly<Record<PlanRow['type'], number>>
  /** Posts that may appear on a public feed: changes of status or progress that are sent. */
  readonly feedPosts: number
  /** Names of custom lists that the account does not have yet. */
  readonly missingLists: NamesByKind
}

export function differenceStatistics(
  rows: readonly DiffRow[],
  plan: readonly PlanRow[],
  account: Pick<Account, 'capabilities' | 'options'>,
): DifferenceStatistics {
  const byClass = { new: 0, changed: 0, same: 0, doubtful: 0, unmatched: 0, refused: 0 }
  const byField: Partial<Record<EntryField, number>> = {}
  const planned = { add: 0, change: 0, remove: 0 }
  for (const row of rows) {
    byClass[row.class]++
    for (const { field } of row.changes) byField[field] = (byField[field] ?? 0) + 1
  }
  for (const { type } of plan) planned[type]++
  return {
    byClass,
    byField,
    planned,
    feedPosts: account.capabilities.postsToFeed ? plan.filter(isPosted).length : 0,
    missingLists: missingLists(plan, account),
  }
}

function isPosted({ patch, keptHere, type }: PlanRow): boolean {
  if (type === 'remove' || patch.private === true) return false
  return (['status', 'progress', 'progressVolumes'] as const).some(
    (field) => patch[field] !== undefined && !keptHere.includes(field),
  )
}

function missingLists(
  plan: readonly PlanRow[],
  { capabilities, options }: Pick<Account, 'capabilities' | 'options'>,
): NamesByKind {
  if (!capabilities.writable.includes('customLists')) return { anime: [], manga: [] }
  const wanted = { anime: new Set<string>(), manga: new Set<string>() }
  for (const { ref, patch } of plan) {
    const kind = ref.title.startsWith('anime') ? 'anime' : 'manga'
    for (const name of patch.customLists ?? []) wanted[kind].add(name)
  }
  const missing = (kind: MediaKind) =>
    [...wanted[kind]].filter((name) => !options.customLists[kind].includes(name))
  const [anime, manga] = mediaKinds.map(missing)
  return { anime: anime ?? [], manga: manga ?? [] }
}
