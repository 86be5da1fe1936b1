import type { MediaKind } from '../../../shared/media'
import type { Matches } from '../match'
import type { BackupFile } from '../model'

/** What a service is to be asked for, each thing once. */
export interface Wanted {
  readonly malIds: Readonly<Record<MediaKind, readonly number[]>>
  readonly names: Readonly<Record<MediaKind, readonly string[]>>
  /** Rows that may be found with it. */
  readonly rows: number
}

/** Longer texts are no names that a search would find. */
const longestName = 200

/**
 * Rows that are not found or doubtful: those with an id of MyAnimeList by it, all others by the
 * first name that they have. What the user left out stays out.
 */
export function wantedOf(file: Pick<BackupFile, 'rows'>, matches: Matches): Wanted {
  const malIds = { anime: new Set<number>(), manga: new Set<number>() }
  const names = { anime: new Set<string>(), manga: new Set<string>() }
  let rows = 0
  for (const [index, { kind, ids, titles }] of file.rows.entries()) {
    const match = matches.rows[index]
    if (match === undefined || match.type === 'matched') continue
    if (match.type === 'unmatched' && match.reason === 'skipped') continue
    const name = titles.find((text) => text.length <= longestName)
    if (ids.mal !== undefined && match.type === 'unmatched') malIds[kind].add(ids.mal)
    else if (name !== undefined) names[kind].add(name)
    else continue
    rows++
  }
  return {
    malIds: { anime: [...malIds.anime], manga: [...malIds.manga] },
    names: { anime: [...names.anime], manga: [...names.manga] },
    rows,
  }
}
