import type { FuzzyDate } from '../../shared/fuzzy-date'
import type { MediaStatus, NextEpisode, TitleKey, Titles } from '../../shared/media'
import type { Status } from '../../shared/status'
import type { Database } from './database'
import { keyOffset, keyRange, unpackKey, type PackedKey } from './keys'

/** An entry of an anime with what airing needs of its title. */
export interface AiringEntry {
  readonly key: PackedKey
  readonly title: TitleKey
  readonly status: Status
  readonly progress: number
  /** Episodes in all; `null` when unknown. */
  readonly total: number | null
  readonly titles: Titles
  readonly malId: number | null
  readonly mediaStatus: MediaStatus
  readonly startDate: FuzzyDate | null
  readonly durationMinutes: number | null
  readonly hasCover: boolean
  readonly adult: boolean
  /** As the list told it; better sources may know better. */
  readonly nextEpisode: NextEpisode | null
}

/** An account and the realm that its titles are known in. */
interface Of {
  readonly account: number
  readonly realm: number
}

const fields = [
  'episodes',
  'malId',
  'status',
  'startDate',
  'durationMinutes',
  'hasCover',
  'adult',
  'nextEpisode',
] as const
const told = fields.map((name) => `m.data ->> '$.${name}' AS m_${name}`).join(', ')

export type AiringListTable = ReturnType<typeof createAiringListTable>

/** Reads, of the lists, what is being watched or planned; without parsing all that is known of it. */
export function createAiringListTable({ sql }: Database) {
  const select = `SELECT e.key, e.status, e.progress, m.romaji, m.english, m.native, ${told}
    FROM entries e LEFT JOIN media m ON m.key = e.key + ?`
  const matters = `(e.status IN ('current', 'repeating') OR
       e.status = 'planned' AND m.data ->> '$.status' IS NOT 'finished')`
  const one = sql.prepare(`${select} WHERE e.key = ?`)
  const oneFollowed = sql.prepare(`${select} WHERE e.key = ? AND ${matters}`)
  const followed = sql.prepare(`${select} WHERE e.key >= ? AND e.key < ? AND ${matters}`)
  const completed = sql.prepare(
    `SELECT 1 FROM entries WHERE key = ? AND status IN ('completed', 'repeating')`,
  )
  const offset = ({ account, realm }: Of) => keyOffset(account, realm)

  return {
    /** An entry of an anime, whatever its status; `null` when it is not on the list. */
    entry(of: Of, key: PackedKey): AiringEntry | null {
      const row = one.get(offset(of), key)
      return row ? toEntry(row as never) : null
    },
    /** The same for what is watched, rewatched, or planned and not over; `null` for anything else. */
    followedEntry(of: Of, key: PackedKey): AiringEntry | null {
      const row = oneFollowed.get(offset(of), key)
      return row ? toEntry(row as never) : null
    },
    /** All that is watched, rewatched, or planned and not over. */
    followed(of: Of): AiringEntry[] {
      const { first, end } = keyRange(of.account, 'anime')
      return (followed.all(offset(of), first, end) as never as Columns[]).map(toEntry)
    },
    isCompleted: (key: PackedKey) => completed.get(key) !== undefined,
  }
}

interface Columns {
  key: number
  status: string
  progress: number
  romaji: string | null
  english: string | null
  native: string | null
  m_episodes: number | null
  m_malId: number | null
  m_status: string | null
  m_startDate: number | null
  m_durationMinutes: number | null
  m_hasCover: number | null
  m_adult: number | null
  m_nextEpisode: string | null
}

function toEntry(row: Columns): AiringEntry {
  return {
    key: row.key,
    title: unpackKey(row.key).title,
    status: row.status as Status,
    progress: row.progress,
    total: row.m_episodes,
    titles: { romaji: row.romaji, english: row.english, native: row.native },
    malId: row.m_malId,
    mediaStatus: (row.m_status ?? 'unknown') as MediaStatus,
    startDate: row.m_startDate,
    durationMinutes: row.m_durationMinutes,
    hasCover: row.m_hasCover === 1,
    adult: row.m_adult === 1,
    nextEpisode: row.m_nextEpisode ? (JSON.parse(row.m_nextEpisode) as NextEpisode) : null,
  }
}
