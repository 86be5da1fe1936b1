import {
  fieldsIn,
  isEmptyPatch,
  withoutFields,
  type EntryPatch,
  type EntryRef,
} from '../../shared/entry'
import { AppError } from '../../shared/failure'
import type { Change } from '../../shared/history'
import type { HandlersOf, Push } from '../../shared/ipc'
import type { HistoryCalls, Turned } from '../../shared/ipc/history'
import type { Titles } from '../../shared/media'
import type { Entries } from '../db/entries'
import type { HistoryRow, HistoryTable } from '../db/history'
import { packKey, unpackKey, type PackedKey } from '../db/keys'
import type { EditOptions } from './library'

interface Options {
  tables: { readonly history: HistoryTable; readonly entries: Pick<Entries, 'get'> }
  titlesOf: (key: PackedKey) => Titles
  /** Changes many titles at once, as `createLibrary` does. */
  change: (
    refs: readonly EntryRef[],
    patchOf: (ref: EntryRef) => EntryPatch | null,
    options: EditOptions,
    /** Runs in the same transaction. */
    within?: () => void,
  ) => readonly HistoryRow[]
  push: Push
}

const pageSize = 100

/** Changes that are taken back in one transaction: an edit in between waits for nothing. */
const sliceRows = 100

/** How far a group has been taken back. */
export interface TakenBack {
  /** Titles of this slice. */
  readonly count: number
  /** All that came at or after this change is taken back. */
  readonly before: number
  /** The group of what took it back; `null` while nothing had to be changed. */
  readonly into: number | null
}

/** Takes the next slice of a group back, after the one before it; `null` when nothing is left. */
export type TakeBack = (group: number, at: TakenBack | null) => TakenBack | null

export type History = ReturnType<typeof createHistory>

/** What happened to each entry, and the way back: an undo is an edit like any other. */
export function createHistory({ tables, titlesOf, change, push }: Options) {
  const { history: table, entries } = tables
  /** Groups of this session that Ctrl+Z takes back, the latest last. */
  const done: number[] = []
  const undone: number[] = []
  /** The line with which what waited for a title was given up last. */
  const givenUp = new Map<PackedKey, number>()

  function toChange(row: HistoryRow): Change {
    const { owner, title } = unpackKey(row.key)
    const { id, at, source, before, after, group } = row
    const ref = { accountId: owner, title }
    return {
      id,
      ref,
      titles: titlesOf(row.key),
      at,
      source,
      before,
      after,
      group,
      undone: row.undone,
    }
  }

  /** Sets every title of lines to what it was before (or after) them. */
  function turn(rows: readonly HistoryRow[], back: boolean): Turned {
    const made = setBack(rows, back, null)
    return { count: made.length, changes: made.slice(0, pageSize).map(toChange) }
  }

  function setBack(rows: readonly HistoryRow[], back: boolean, group: number | null) {
    const patches = new Map<string, EntryPatch | null>()
    const refs: EntryRef[] = []
    for (const row of back ? rows.toReversed() : rows) {
      const { owner, title } = unpackKey(row.key)
      const ref = { accountId: owner, title }
      const name = JSON.stringify(ref)
      const patch = back ? row.before : row.after
      // Fields alone make no entry: a title that was taken off elsewhere is not put back by them.
      if (row.before && row.after && !entries.get(row.key)) continue
      if (!patches.has(name)) refs.push(ref)
      patches.set(name, patch === null ? null : { ...patches.get(name), ...patch })
    }
    const source = back ? 'undo' : 'redo'
    const edit = { source, origin: 'user', group, rules: false } as const
    return change(
      refs,
      (ref) => patches.get(JSON.stringify(ref)) ?? null,
      edit,
      () => {
        for (const row of rows) table.markUndone(row.id, back)
      },
    )
  }

  /**
   * What of lines is still the last word: what came from elsewhere since is not undone with them, nor
   * is what was given up.
   */
  function standing(rows: readonly HistoryRow[]): readonly HistoryRow[] {
    const foreign = Map.groupBy(
      table.foreignSince(
        Math.min(...rows.map(({ id }) => id)),
        new Set(rows.map(({ key }) => key)),
      ),
      ({ key }) => key,
    )
    return rows.flatMap((row) => {
      if ((givenUp.get(row.key) ?? 0) > row.id) return []
      const since = (foreign.get(row.key) ?? []).filter(({ id }) => id > row.id)
      if (since.length === 0) return [row]
      if (!row.before || !row.after || since.some((one) => !one.before || !one.after)) return []
      const taken = since.flatMap(({ after }) => fieldsIn(after ?? {}))
      const left = {
        before: withoutFields(row.before, taken),
        after: withoutFields(row.after, taken),
      }
      return isEmptyPatch(left.after) ? [] : [{ ...row, ...left }]
    })
  }

  /** For a group that Ctrl+Z does not know, such as an import. */
  const takeBack: TakeBack = (group, at) => {
    const rows = table.openOfGroup(group, at?.before ?? null, sliceRows)
    const [first] = rows
    if (first === undefined) return null
    const made = setBack(standing(rows), true, at?.into ?? null)
    return { count: made.length, before: first.id, into: at?.into ?? made[0]?.group ?? null }
  }

  const handlers: HandlersOf<HistoryCalls> = {
    'history:list': (ref, before) =>
      table.page(ref && packKey(ref.accountId, ref.title), before, pageSize).map(toChange),
    'history:undo': (id) => {
      const group = id === null ? done.at(-1) : table.get(id)?.group
      if (group === undefined) throw new AppError({ code: 'gone', reason: 'nothing-to-undo' })
      const rows = table.ofGroup(group)
      // Who points at a line means just that.
      const changes = turn(id === null ? standing(rows) : rows, true)
      if (done.includes(group)) done.splice(done.indexOf(group), 1)
      undone.push(group)
      return changes
    },
    'history:redo': () => {
      const group = undone.pop()
      if (group === undefined) throw new AppError({ code: 'gone', reason: 'nothing-to-redo' })
      done.push(group)
      return turn(standing(table.ofGroup(group)), false)
    },
  }

  /** New lines of the history; the user's own can be taken back with Ctrl+Z. */
  function added(rows: readonly HistoryRow[]) {
    for (const row of rows) {
      if (row.source === 'me' && done.at(-1) !== row.group) {
        done.push(row.group)
        undone.length = 0
      }
      push('history:added', toChange(row))
    }
  }

  return {
    handlers,
    takeBack,
    added,
    /**
     * What waited for a title was decided. Where all of it was given up, Ctrl+Z does not bring parts
     * of it back; a decision for theirs counts for its own fields only.
     */
    decided(row: HistoryRow) {
      if (row.source === 'undo') givenUp.set(row.key, row.id)
      added([row])
    },
  }
}
