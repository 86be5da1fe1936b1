import { catalogueFor } from '../../src/sandbox/catalogue-for'
import { withDefaults } from '../../src/sandbox/options'
import { systemClock } from '../../src/sandbox/system-clock'
import type { EntryStatus, ListEntry } from '../../src/sandbox/world/entry'
import { readTitles } from '../../src/sandbox/world/titles'
import type { EntryFields } from '../../src/shared/entry'
import { titleKey, type TitleKey } from '../../src/shared/media'
import type { ServiceId } from '../../src/shared/service'
import type { Status } from '../../src/shared/status'

/** What an entry says, whoever tells it. */
export type Listed = Pick<EntryFields, (typeof fields)[number]>

const fields = [
  'status',
  'score',
  'progress',
  'progressVolumes',
  'repeats',
  'startedAt',
  'completedAt',
  'notes',
  'private',
  'hidden',
] as const

export const listedOf = (entry: EntryFields): Listed =>
  Object.fromEntries(fields.map((field) => [field, entry[field]])) as unknown as Listed

const statusOf: Readonly<Record<EntryStatus, Status>> = {
  CURRENT: 'current',
  REPEATING: 'repeating',
  PLANNING: 'planned',
  COMPLETED: 'completed',
  PAUSED: 'paused',
  DROPPED: 'dropped',
  NOT_INTERESTED: 'not-interested',
}

/** The list of a service in our words, by title. Written without the code that the app reads it with. */
export function listedAt(service: ServiceId, entries: readonly ListEntry[]) {
  return new Map(entries.map((entry) => [titleAt(service, entry), toListed(entry)]))
}

function toListed(entry: ListEntry): Listed {
  const { progress, startedAt, completedAt } = entry
  return {
    status: entry.repeating ? 'repeating' : statusOf[entry.status],
    score: entry.score || null,
    progress,
    progressVolumes: entry.progressVolumes,
    repeats: entry.repeat,
    startedAt,
    completedAt,
    notes: entry.notes ?? '',
    private: entry.private,
    hidden: entry.hidden,
  }
}

/** How the app calls a title of this service: aniSearch has numbers of its own. */
export function titleAt(service: ServiceId, { type, mediaId }: ListEntry): TitleKey {
  if (service !== 'anisearch') return titleKey(type, mediaId)
  const series = catalogue().get(mediaId)
  if (!series) throw new Error(`The catalogue has no title ${mediaId}`)
  return titleKey(type, series.idAnisearch)
}

let made: ReturnType<typeof catalogueFor> | undefined

/** The same titles as in the app, for nothing about them is left to chance. */
function catalogue() {
  return (made ??= catalogueFor(
    withDefaults({ clock: systemClock, titles: readTitles() }),
    systemClock.wall(),
  ))
}
