import type { Database } from './database'

/** When one episode airs, as far as is known. */
export interface EpisodeRow {
  readonly show: number
  readonly episode: number
  /** Unix s; `null`: put off, and no new time is known. */
  readonly airingAt: number | null
  /** Unix s that held before the latest change of plans; `null` when there was none. */
  readonly wasAt: number | null
  /** How good the source is; a higher one is never replaced by a lower. */
  readonly rank: number
  /** The number of the question that was answered; rises with each question. */
  readonly asked: number
}

export type EpisodesTable = ReturnType<typeof createEpisodesTable>

export function createEpisodesTable({ sql }: Database) {
  const select = sql.prepare(
    'SELECT * FROM airing_episodes WHERE airing_at IS NULL OR airing_at >= ?',
  )
  const replace = sql.prepare('INSERT OR REPLACE INTO airing_episodes VALUES (?, ?, ?, ?, ?, ?)')
  const erase = sql.prepare('DELETE FROM airing_episodes WHERE show = ? AND episode = ?')
  const eraseOld = sql.prepare(
    `DELETE FROM airing_episodes WHERE COALESCE(airing_at, was_at, 0) < ? AND EXISTS (
       SELECT 1 FROM airing_episodes later WHERE later.show = airing_episodes.show
       AND later.episode > airing_episodes.episode)`,
  )

  return {
    /** Episodes that air from `fromS` (Unix s) on, and those without a time. */
    from: (fromS: number) => (select.all(fromS) as never as Columns[]).map(toRow),
    put({ show, episode, airingAt, wasAt, rank, asked }: EpisodeRow) {
      replace.run(show, episode, airingAt, wasAt, rank, asked)
    },
    remove: (show: number, episode: number) => void erase.run(show, episode),
    /** Forgets what aired before a time (Unix s), but the latest episode of each show. */
    removeBefore: (beforeS: number) => void eraseOld.run(beforeS),
  }
}

interface Columns {
  show: number
  episode: number
  airing_at: number | null
  was_at: number | null
  rank: number
  asked: number
}

function toRow({ airing_at, was_at, ...row }: Columns): EpisodeRow {
  return { ...row, airingAt: airing_at, wasAt: was_at }
}
