import type { Media } from '../../shared/media'
import { unknownMedia } from '../../shared/media'
import type { MediaRecord } from '../providers/provider'
import type { Database } from './database'
import { unpackKey, type PackedKey } from './keys'

export type MediaTable = ReturnType<typeof createMediaTable>

type Stored = Omit<MediaRecord, 'key'>

/** What is known of the titles of a realm. */
export function createMediaTable({ sql }: Database) {
  const select = sql.prepare('SELECT data FROM media WHERE key = ?')
  const upsert = sql.prepare(
    `INSERT INTO media (key, romaji, english, native, airing_at, data) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET romaji = excluded.romaji, english = excluded.english,
       native = excluded.native, airing_at = excluded.airing_at, data = excluded.data
     WHERE data <> excluded.data`,
  )

  const listeners: ((key: PackedKey) => void)[] = []

  return {
    /** Told of each title whose record is now another one; perhaps within an open transaction. */
    watch: (listener: (key: PackedKey) => void) => void listeners.push(listener),
    get(key: PackedKey): MediaRecord | null {
      const row = select.get(key) as { data: string } | undefined
      return row ? readMedia(key, row.data) : null
    },
    put(key: PackedKey, record: MediaRecord) {
      const { romaji, english, native } = record.titles
      const airingAt = record.nextEpisode?.airingAt ?? null
      const text = JSON.stringify({ ...record, key: undefined })
      const { changes } = upsert.run(key, romaji, english, native, airingAt, text)
      if (changes > 0) for (const listener of listeners) listener(key)
    },
  }
}

export function readMedia(key: PackedKey, data: string): MediaRecord {
  return { key: unpackKey(key).title, ...(JSON.parse(data) as Stored) }
}

/** What the window may know of a title: no addresses. */
export function toMedia(key: PackedKey, data: string | null): Media {
  const { title } = unpackKey(key)
  if (data === null) return unknownMedia(title)
  return withoutAddresses({ key: title, ...(JSON.parse(data) as Stored) })
}

/** The same of a title that was just read. Named one by one: lists have thousands, and that is quickest. */
export function withoutAddresses(record: MediaRecord): Media {
  return {
    key: record.key,
    malId: record.malId,
    titles: record.titles,
    synonyms: record.synonyms,
    format: record.format,
    status: record.status,
    season: record.season,
    seasonYear: record.seasonYear,
    startDate: record.startDate,
    endDate: record.endDate,
    episodes: record.episodes,
    chapters: record.chapters,
    volumes: record.volumes,
    durationMinutes: record.durationMinutes,
    genres: record.genres,
    tags: record.tags,
    studios: record.studios,
    averageScore: record.averageScore,
    popularity: record.popularity,
    adult: record.adult,
    hasCover: record.hasCover,
    coverColor: record.coverColor,
    nextEpisode: record.nextEpisode,
  }
}
