import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** A weekly broadcast that ships with the program. */
export interface Weekly {
  readonly anilistId: number | null
  readonly malId: number | null
  /** Unix s of the first episode; `null` when no broadcast is known. */
  readonly firstAt: number | null
  /** Seconds from one episode to the next; `null`: there is but one. */
  readonly everyS: number | null
  /** Unix s of the last episode; `null` when it is not known. */
  readonly endAt: number | null
}

/** Without a known end nothing is made up beyond one usual run of a season. */
const usualEpisodes = 13

export type WeeklyBroadcasts = ReturnType<typeof createWeeklyBroadcasts>

/**
 * Broadcast times of anime out of bangumi-data (CC BY 4.0), by the ids of AniList and MyAnimeList.
 * Read at first use; a missing file is no times.
 */
export function createWeeklyBroadcasts(resourcesDir: string) {
  let known: { byMal: Map<number, Weekly>; byAnilist: Map<number, Weekly> } | undefined

  function all() {
    if (known) return known
    known = { byMal: new Map(), byAnilist: new Map() }
    for (const each of read(join(resourcesDir, 'titles.json.gz'))) {
      if (each.malId !== null) known.byMal.set(each.malId, each)
      if (each.anilistId !== null) known.byAnilist.set(each.anilistId, each)
    }
    return known
  }

  return {
    ofMal: (malId: number): Weekly | null => all().byMal.get(malId) ?? null,
    ofAnilist: (id: number): Weekly | null => all().byAnilist.get(id) ?? null,
  }
}

/** Episodes of a weekly broadcast between two times (Unix s); `total` is how many there are in all. */
export function weeklyEpisodes(
  { firstAt, everyS, endAt }: Weekly,
  total: number | null,
  fromS: number,
  untilS: number,
): { episode: number; airingAt: number }[] {
  if (firstAt === null) return []
  const most = everyS === null ? 1 : (total ?? (endAt === null ? usualEpisodes : Infinity))
  const step = everyS ?? 1
  const first = Math.max(1, Math.ceil((fromS - firstAt) / step) + 1)
  const found = []
  for (let episode = first; episode <= most; episode += 1) {
    const airingAt = firstAt + (episode - 1) * step
    if (airingAt >= untilS || (endAt !== null && airingAt > endAt)) break
    found.push({ episode, airingAt })
  }
  return found
}

/** The file as `scripts/build-titles.mjs` writes it: one array a title, in the order of `columns`. */
interface TitlesFile {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

function read(file: string): Weekly[] {
  let text: string
  try {
    text = gunzipSync(readFileSync(file)).toString()
  } catch {
    return []
  }
  const { columns, rows } = JSON.parse(text) as TitlesFile
  const at = (name: string) => columns.indexOf(name)
  const [anilist, mal, end, broadcast] = [at('anilist'), at('mal'), at('end'), at('broadcast')]
  return rows.flatMap((row) => {
    // Titles without a broadcast still tell which numbers belong together.
    const [, begin, period] = String(row[broadcast] ?? '').split('/')
    const days = Number(/^P(\d+)D$/.exec(period ?? '')?.[1] ?? NaN)
    const firstAt = Date.parse(begin ?? '') / 1000
    return [
      {
        anilistId: Number(row[anilist]) || null,
        malId: Number(row[mal]) || null,
        firstAt: Number.isNaN(days * firstAt) ? null : firstAt,
        everyS: days > 0 ? days * 24 * 3600 : null,
        endAt: row[end] ? Date.parse(String(row[end])) / 1000 : null,
      },
    ]
  })
}
