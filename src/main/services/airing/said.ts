import type { NoticeKind, NoticeWay } from '../../../shared/airing'
import type { NewNotice, NoticeRow, NoticesTable } from '../../db/airing-notices'
import type { DueEpisode } from './due'

/** What names a thing that can be said. */
export type NoticeKey = Pick<NoticeRow, 'show' | 'kind' | 'episode'>

interface Options {
  table: NoticesTable
  transaction: <T>(work: () => T) => T
}

export type Said = ReturnType<typeof createSaid>

/** What was said, waits to be said, or is not worth saying: each thing once, on disk first. */
export function createSaid({ table, transaction }: Options) {
  let done = new Set<string>()
  let waiting: readonly NoticeRow[] | null = null
  read()

  function read() {
    done = new Set(table.keys().map(nameOf))
    waiting = null
  }

  function add(key: NoticeKey & { readonly dueAt: number }, state: NewNotice['state']) {
    const { show, kind, episode, dueAt } = key
    const way = state === 'claimed' ? 'toast' : null
    done.add(nameOf(key))
    waiting = null
    return table.add({ show, kind, episode, dueAt, state, way, saidAt: null })
  }

  function addAll(episodes: readonly DueEpisode[], state: NewNotice['state']) {
    if (episodes.length === 0) return
    transaction(() => {
      for (const each of episodes) add({ ...each, kind: 'episode' }, state)
    })
  }

  function mark(row: NoticeRow, state: NewNotice['state'], way: NoticeWay | null, atMs?: number) {
    table.mark(row.id, state, way, atMs ?? null)
    waiting = null
  }

  return {
    has: (show: number, kind: NoticeKind, episode: number) =>
      done.has(nameOf({ show, kind, episode })),
    /** Makes it this caller's to say; `null` when it is somebody's already. Durable when it answers. */
    claim: (key: NoticeKey & { readonly dueAt: number }): NoticeRow | null => add(key, 'claimed'),
    /** Nobody wants to hear of these, now or later. */
    pass: (episodes: readonly DueEpisode[]) => addAll(episodes, 'passed'),
    passBy: (row: NoticeRow) => mark(row, 'passed', null),
    /** For the next digest. */
    keep: (episodes: readonly DueEpisode[]) => addAll(episodes, 'waiting'),
    /** It was to come by itself and perhaps did; for the next digest, to be sure. */
    wait: (row: NoticeRow) => mark(row, 'waiting', row.way),
    waiting: (): readonly NoticeRow[] => (waiting ??= table.waiting()),
    told(rows: readonly NoticeRow[], way: NoticeWay, atMs: number) {
      transaction(() => {
        for (const row of rows) mark(row, 'said', way, atMs)
      })
    },
    /** Only for the list of past notifications; said again when it happens again. */
    list(key: NoticeKey, atMs: number) {
      const { show, kind, episode } = key
      transaction(() => {
        table.removeKey(show, kind, episode)
        table.add({ show, kind, episode, dueAt: atMs, state: 'said', way: 'list', saidAt: atMs })
      })
      done.add(nameOf(key))
    },
    /** As if it had never been thought of. */
    forget(row: NoticeRow) {
      table.remove(row.id)
      done.delete(nameOf(row))
      waiting = null
    },
    releaseClaims() {
      table.releaseClaims()
      waiting = null
    },
    page: table.page,
    /** Reads everything anew: shows were joined. */
    read,
  }
}

function nameOf({ show, kind, episode }: NoticeKey) {
  return `${show} ${kind} ${episode}`
}
