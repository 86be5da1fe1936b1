import type { EntryRef, ListRow } from '../../shared/entry'
import type { FirstScreen, RowChunk } from '../../shared/ipc/library'
import { isInTab } from '../../shared/library-tab'
import { sortRows } from '../../shared/library-sort'
import type { FirstScreenQuery } from '../../shared/library-view'
import type { MediaKind, NextEpisode } from '../../shared/media'
import { mediaKinds } from '../../shared/media'
import { titleIn, titleOf, titleSortKey } from '../../shared/titles'
import type { Clock } from '../../shared/clock'
import type { TitleChoice } from '../../shared/title-choice'
import { packKey, unpackKey, type PackedKey } from '../db/keys'
import { toRow, type ListOf, type ListTable, type StoredRow, type TitledRow } from '../db/list'
import type { Plan } from '../queue/plan'
import type { Accounts } from './accounts'

interface Options {
  list: ListTable
  accounts: Accounts
  plan: Plan
  clock: Clock
  titles: (account: number) => TitleChoice
  /** Titles for adults are shown on that account's list. */
  showsAdult: (account: number) => boolean
  /** What is known better of an entry's next episode; `null` for nothing. */
  nextEpisode: (key: PackedKey) => NextEpisode | null
}

/** A chunk is cut before it grows past this many characters, so that no message exceeds 256 kB. */
const chunkSize = 200_000
/** Rows read at once for a chunk; more would seldom fit. */
const chunkRows = 256

export type LibraryRead = ReturnType<typeof createLibraryRead>

/** Reads the library for the window: the first screenful at once, the rest in pieces. */
export function createLibraryRead(options: Options) {
  const { list, accounts, plan, clock, titles, showsAdult, nextEpisode } = options

  function listOf(accountId: number): ListOf {
    const { id, realm } = accounts.need(accountId)
    return { account: id, realm }
  }

  function withState(row: StoredRow, key: PackedKey): ListRow {
    const planned = plan.get(key)
    const state = planned?.busy === 'writing' ? 'sending' : (planned?.state ?? 'saved')
    const next = nextEpisode(key)
    const media = next ? { ...row.media, nextEpisode: next } : row.media
    return { ...row, media, state }
  }

  function first(query: FirstScreenQuery): FirstScreen {
    const of = listOf(query.accountId)
    const { account } = of
    const all = showsAdult(account)
    const inTab = list
      .titles(of, query.kind)
      .filter((row) => isInTab(row, query.tab) && (all || !row.adult))
    return {
      rows: firstRows(of, query, inTab),
      total: inTab.length,
      counts: byKind((kind) => list.counts(account, kind)),
      customCounts: byKind((kind) => list.customCounts(account, kind)),
    }
  }

  function firstRows(of: ListOf, query: FirstScreenQuery, inTab: readonly TitledRow[]): ListRow[] {
    const readRow = (key: PackedKey) => {
      const row = list.row(of, key)
      return row ? [withState(row, key)] : []
    }
    if (query.sort.key === 'title') {
      const keys = byTitle(inTab, titles(of.account), query.sort.descending)
      return keys.slice(0, query.limit).flatMap(readRow)
    }
    const rows = inTab.flatMap(({ key }) => readRow(key))
    const nowS = Math.floor(clock.wall() / 1000)
    return sortRows(rows, query.sort, titles(of.account), nowS).slice(0, query.limit)
  }

  function rows(accountId: number, kind: MediaKind, after: string | null): RowChunk {
    const of = listOf(accountId)
    const read = list.rowsAfter(of, kind, after === null ? null : Number(after), chunkRows)
    let size = 0
    const fitting = read.findIndex((row) => {
      size += (row.data?.length ?? 0) + row.notes.length + 400
      return size > chunkSize
    })
    const chunk = fitting > 0 ? read.slice(0, fitting) : fitting === 0 ? read.slice(0, 1) : read
    const last = chunk.at(-1)
    const isEnd = chunk.length === read.length && read.length < chunkRows
    return {
      rows: chunk.map((row) => withState(toRow(row), row.key)),
      next: last && !isEnd ? String(last.key) : null,
    }
  }

  return {
    first,
    rows,
    /** A row as the window sees it: with what waits for it. */
    withState,
    row(ref: EntryRef): ListRow | null {
      const key = packKey(ref.accountId, ref.title)
      const row = list.row(listOf(ref.accountId), key)
      return row && withState(row, key)
    },
    /** The rows of these keys that an account has, in the order of their keys. */
    rowsOf(accountId: number, keys: readonly PackedKey[]): ListRow[] {
      const account = accounts.rowOf(accountId)
      if (!account) return []
      const found = list.some({ account: account.id, realm: account.realm }, keys)
      return found.map(({ row, key }) => withState(row, key))
    },
  }
}

function byTitle(rows: readonly TitledRow[], choice: TitleChoice, descending: boolean) {
  const hasOwn = Object.keys(choice.own).length > 0
  const nameOf = ({ key, titles }: TitledRow) =>
    // Thousands at each start: the title is named by its key only where that matters.
    (hasOwn ? null : titleIn(titles, choice.language)) ??
    titleOf({ key: unpackKey(key).title, titles }, choice)
  const keyed = rows.map((row) => ({ key: row.key, sort: titleSortKey(nameOf(row)) }))
  const way = descending ? -1 : 1
  keyed.sort((a, b) => {
    if (a.sort !== b.sort) return a.sort < b.sort ? -way : way
    return unpackKey(a.key).title < unpackKey(b.key).title ? -way : way
  })
  return keyed.map(({ key }) => key)
}

function byKind<T>(make: (kind: MediaKind) => T): Record<MediaKind, T> {
  return Object.fromEntries(mediaKinds.map((kind) => [kind, make(kind)])) as Record<MediaKind, T>
}
