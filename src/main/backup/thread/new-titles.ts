import { idOf, type Media, type TitleKey, unknownMedia } from '../../../shared/media'
import type { PlanRow } from '../difference/types'
import type { BackupFile, BackupRow, IdSite } from '../model'
import type { OpenedLibrary } from './library'

/** A title that comes onto the list and that the database does not know. */
export interface NewTitle {
  readonly title: TitleKey
  readonly media: Media
}

/**
 * What is known of titles that a plan adds and the database has never heard of: from what ships with
 * the program, else from the file itself. It stands in until the service tells more.
 */
export function newTitles(
  file: Pick<BackupFile, 'rows'>,
  plan: readonly PlanRow[],
  library: OpenedLibrary,
  site: IdSite,
): NewTitle[] {
  const rows = new Map(file.rows.map((row) => [row.number, row]))
  return plan.flatMap(({ type, ref: { title }, row: number }) => {
    const row = rows.get(number)
    if (type !== 'add' || row === undefined || library.hasMedia(title)) return []
    return [{ title, media: library.knownMedia?.(title) ?? fromFile(title, row, site) }]
  })
}

function fromFile(title: TitleKey, row: BackupRow, site: IdSite): Media {
  const { format, year, episodes, chapters, volumes } = row.hints
  const isOwn = row.ids[site] === idOf(title)
  const [name = null] = row.titles
  return {
    ...unknownMedia(title),
    titles: { romaji: name, english: null, native: null },
    format: format ?? 'unknown',
    seasonYear: year,
    episodes,
    chapters,
    volumes,
    malId: row.ids.mal ?? null,
    ...(isOwn ? row.media : null),
  }
}
