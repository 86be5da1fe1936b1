import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { fuzzyDate } from '../../shared/fuzzy-date'
import { kindOf, seasons, unknownMedia, type MediaFormat, type TitleKey } from '../../shared/media'
import type { MediaRecord } from '../providers/provider'

/** The file as `npm run build-titles` writes it: one array a title, in the order of `columns`. */
interface TitlesFile {
  readonly formats: readonly string[]
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

const formats: Readonly<Record<string, MediaFormat>> = {
  tv: 'tv',
  movie: 'movie',
  ova: 'ova',
  web: 'ona',
}

export type BundledTitles = ReturnType<typeof createBundledTitles>

/**
 * Anime titles that ship with the program (bangumi-data, CC BY 4.0), by MyAnimeList id: names for
 * lists of a service that sends ids only. Read at first use; a missing file is no titles.
 */
export function createBundledTitles(resourcesDir: string) {
  let byMal: ReadonlyMap<number, BundledTitle> | undefined

  function rows() {
    byMal ??= new Map(
      readBundledTitles(bundledFile(resourcesDir)).flatMap((title) =>
        title.mal === null ? [] : [[title.mal, title]],
      ),
    )
    return byMal
  }

  return {
    /** What is known of an anime; `null` for manga and for what is not in the index. */
    find(key: TitleKey, malId: number): MediaRecord | null {
      if (kindOf(key) !== 'anime') return null
      const title = rows().get(malId)
      return title ? bundledMedia(key, title) : null
    },
  }
}

/** Where the titles lie that ship with the program. */
export function bundledFile(resourcesDir: string): string {
  return join(resourcesDir, 'titles.json.gz')
}

/** An anime of the index; its ids are `null` where nobody gave it one. */
export interface BundledTitle {
  readonly anilist: number | null
  readonly mal: number | null
  readonly native: string
  readonly english: string
  readonly format: MediaFormat
  /** ISO 8601, or empty. */
  readonly begin: string
  readonly end: string
}

/** All anime of the index; none when the file is missing. */
export function readBundledTitles(file: string): readonly BundledTitle[] {
  let text: string
  try {
    text = gunzipSync(readFileSync(file)).toString()
  } catch {
    return []
  }
  const { formats: names, columns, rows } = JSON.parse(text) as TitlesFile
  const at = (name: string) => columns.indexOf(name)
  const [anilist, mal, native, english] = [at('anilist'), at('mal'), at('native'), at('english')]
  const [type, begin, end] = [at('format'), at('begin'), at('end')]
  const word = (row: readonly (string | number)[], index: number) => String(row[index] ?? '')
  return rows.map((row) => ({
    anilist: Number(row[anilist]) || null,
    mal: Number(row[mal]) || null,
    native: word(row, native),
    english: word(row, english),
    format: formats[names[Number(row[type])] ?? ''] ?? 'unknown',
    begin: word(row, begin),
    end: word(row, end),
  }))
}

/** What is known of an anime of the index, under the key that it has at a service. */
export function bundledMedia(key: TitleKey, row: BundledTitle): MediaRecord {
  const begin = dateOf(row.begin)
  const month = begin === null ? 0 : Math.floor(begin / 100) % 100
  return {
    ...unknownMedia(key),
    malId: row.mal,
    titles: { romaji: null, english: row.english || null, native: row.native || null },
    format: row.format,
    startDate: begin,
    endDate: dateOf(row.end),
    season: month > 0 ? (seasons[Math.floor((month - 1) / 3)] ?? null) : null,
    seasonYear: begin === null ? null : Math.floor(begin / 10_000),
    coverUrl: null,
    coverUrlLarge: null,
    bannerUrl: null,
    mediaUpdatedAt: null,
  }
}

function dateOf(iso: string) {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  if (!match) return null
  return fuzzyDate({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) })
}
