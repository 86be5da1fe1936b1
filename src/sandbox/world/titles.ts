import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'

const row = z.tuple([
  z.number(),
  z.number(),
  z.number(),
  z.string(),
  z.string(),
  z.number(),
  z.string(),
  z.string(),
  z.string(),
  z.number(),
])

const index = z.object({
  source: z.string(),
  licence: z.string(),
  formats: z.array(z.string()),
  rows: z.array(row),
})

/** A real anime as the bundled index knows it. Ids are 0, texts and times empty where unknown. */
export interface Title {
  anilist: number
  mal: number
  anisearch: number
  native: string
  english: string
  format: string
  /** ISO 8601. */
  begin: string
  end: string
  /** ISO 8601 repeating interval, such as `R/2025-01-07T16:35Z/P7D`. */
  broadcast: string
  /** How many sites list it: a hint of how well it is known. */
  sites: number
}

/** Reads `resources/titles.json.gz`; without a path it is looked for in the folders above. */
export function readTitles(path: string | null = findIndex()): Title[] {
  if (!path) return []
  const { formats, rows } = index.parse(JSON.parse(gunzipSync(readFileSync(path)).toString()))
  return rows.map(
    ([anilist, mal, anisearch, native, english, format, begin, end, broadcast, sites]) => ({
      anilist,
      mal,
      anisearch,
      native,
      english,
      format: formats[format] ?? 'tv',
      begin,
      end,
      broadcast,
      sites,
    }),
  )
}

function findIndex(): string | null {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const candidate = join(folder, 'resources', 'titles.json.gz')
    if (existsSync(candidate)) return candidate
    const above = dirname(folder)
    if (above === folder) return null
    folder = above
  }
}
