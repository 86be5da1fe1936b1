import type { NoticeKind, NoticeWay } from '../../shared/airing'
import type { Database } from './database'

/**
 * What became of one thing to say. `claimed`: about to be shown, and never to be shown by itself
 * again; `waiting`: for a digest; `said`; `passed`: nobody wanted to hear of it.
 */
export type NoticeState = 'claimed' | 'waiting' | 'said' | 'passed'

export interface NoticeRow {
  readonly id: number
  readonly show: number
  readonly kind: NoticeKind
  /** 0 where the kind is not about one. */
  readonly episode: number
  /** Unix ms. */
  readonly dueAt: number
  readonly state: NoticeState
  /** How it was said, or, while it waits, may have been; `null`: surely not yet. */
  readonly way: NoticeWay | null
  /** Unix ms; lines of one digest have the same. */
  readonly saidAt: number | null
}

export type NewNotice = Omit<NoticeRow, 'id'>
export type NoticesTable = ReturnType<typeof createNoticesTable>

/** Each thing is in here once, whatever happens: show, kind and episode are its key. */
export function createNoticesTable({ sql }: Database) {
  const insert = sql.prepare(
    `INSERT OR IGNORE INTO airing_notices (show, kind, episode, due_at, state, way, said_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const mark = sql.prepare('UPDATE airing_notices SET state = ?, way = ?, said_at = ? WHERE id = ?')
  const unclaim = sql.prepare(`UPDATE airing_notices SET state = 'waiting' WHERE state = 'claimed'`)
  const erase = sql.prepare('DELETE FROM airing_notices WHERE id = ?')
  const eraseKey = sql.prepare(
    'DELETE FROM airing_notices WHERE show = ? AND kind = ? AND episode = ?',
  )
  const selectWaiting = sql.prepare(
    `SELECT * FROM airing_notices WHERE state = 'waiting' ORDER BY due_at, id`,
  )
  const selectKeys = sql.prepare('SELECT show, kind, episode FROM airing_notices')
  const page = sql.prepare(
    `SELECT * FROM airing_notices WHERE state IN ('said', 'waiting') AND id < ?
     ORDER BY id DESC LIMIT ?`,
  )

  return {
    /** Answers the row, or `null` when the thing was in here before. */
    add(notice: NewNotice): NoticeRow | null {
      const { show, kind, episode, dueAt, state, way, saidAt } = notice
      const { changes, lastInsertRowid } = insert.run(
        show,
        kind,
        episode,
        dueAt,
        state,
        way,
        saidAt,
      )
      return changes === 0 ? null : { id: Number(lastInsertRowid), ...notice }
    },
    mark(id: number, state: NoticeState, way: NoticeWay | null, saidAt: number | null) {
      mark.run(state, way, saidAt, id)
    },
    /** What was claimed when the program ended may or may not have been seen: it goes into a digest. */
    releaseClaims: () => void unclaim.run(),
    remove: (id: number) => void erase.run(id),
    removeKey: (show: number, kind: NoticeKind, episode: number) =>
      void eraseKey.run(show, kind, episode),
    waiting: () => (selectWaiting.all() as never as Columns[]).map(toRow),
    keys: () =>
      selectKeys.all() as never as readonly Pick<NoticeRow, 'show' | 'kind' | 'episode'>[],
    /** What was said or will be, newest first, before the given id. */
    page: (before: number | null, limit: number) =>
      (page.all(before ?? Number.MAX_SAFE_INTEGER, limit) as never as Columns[]).map(toRow),
  }
}

interface Columns {
  id: number
  show: number
  kind: string
  episode: number
  due_at: number
  state: string
  way: string | null
  said_at: number | null
}

function toRow({ due_at, said_at, ...row }: Columns): NoticeRow {
  return {
    ...row,
    kind: row.kind as NoticeKind,
    state: row.state as NoticeState,
    way: row.way as NoticeWay | null,
    dueAt: due_at,
    saidAt: said_at,
  }
}
