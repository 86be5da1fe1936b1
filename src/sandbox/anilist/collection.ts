import type { ListEntry } from '../world/entry'
import type { Series, SeriesType } from '../world/series'
import { customListsOf, type SandboxUser } from '../world/user'
import type { GraphContext } from './context'
import { dateNumber, filterOf, orderOf, type Values } from './filter'

export const mostPerChunk = 500

export interface CollectionArgs extends Record<string, unknown> {
  userId?: number | null
  userName?: string | null
  type?: 'ANIME' | 'MANGA' | null
  sort?: string[] | null
  chunk?: number | null
  perChunk?: number | null
  forceSingleCompletedList?: boolean | null
}

export interface Group {
  name: string
  isCustomList: boolean
  isSplitCompletedList: boolean
  status: string | null
  entries: ListEntry[]
}

export const typeOf = (type: string): SeriesType => (type === 'MANGA' ? 'manga' : 'anime')

/** The one type asked for, or both. */
export function typesIn({ type }: Readonly<Record<string, unknown>>): readonly SeriesType[] {
  return typeof type === 'string' ? [typeOf(type)] : ['anime', 'manga']
}

/** Other people's private entries are for nobody to see. */
export function nothingHidden({ viewer }: GraphContext): (entry: ListEntry) => boolean {
  return (entry) => !entry.private || entry.userId === viewer?.id
}

export const entryFilters: Values<ListEntry> = {
  id: (entry) => entry.id,
  mediaId: (entry) => entry.mediaId,
  status: (entry) => entry.status,
  notes: (entry) => entry.notes,
  startedAt: (entry) => dateNumber(entry.startedAt),
  completedAt: (entry) => dateNumber(entry.completedAt),
}

export function entryOrder(
  sort: readonly (string | null)[] | null | undefined,
  { world }: GraphContext,
): (a: ListEntry, b: ListEntry) => number {
  const title = (entry: ListEntry, of: (series: Series) => string | null): string | null => {
    const series = world.series(entry.mediaId)
    return series ? of(series) : null
  }
  return orderOf(sort, {
    MEDIA_ID: (entry) => entry.mediaId,
    SCORE: (entry) => entry.score,
    STATUS: (entry) => entry.status,
    PROGRESS: (entry) => entry.progress,
    PROGRESS_VOLUMES: (entry) => entry.progressVolumes,
    REPEAT: (entry) => entry.repeat,
    PRIORITY: (entry) => entry.priority,
    STARTED_ON: (entry) => dateNumber(entry.startedAt),
    FINISHED_ON: (entry) => dateNumber(entry.completedAt),
    ADDED_TIME: (entry) => entry.createdAt,
    UPDATED_TIME: (entry) => entry.updatedAt,
    MEDIA_TITLE_ROMAJI: (entry) => title(entry, (series) => series.romaji),
    MEDIA_TITLE_ENGLISH: (entry) => title(entry, (series) => series.english),
    MEDIA_TITLE_NATIVE: (entry) => title(entry, (series) => series.native),
    MEDIA_POPULARITY: (entry) => world.series(entry.mediaId)?.popularity ?? 0,
  })
}

/**
 * A list in AniList's groups. The most recently updated entries only, up to the cap; with `chunk`
 * a part of them, regrouped on its own.
 */
export function collectionOf(
  user: SandboxUser,
  type: SeriesType,
  args: CollectionArgs,
  context: GraphContext,
): { lists: Group[]; user: SandboxUser; hasNextChunk: boolean } {
  const { status, status_in, status_not, status_not_in, ...rest } = args
  const fits = filterOf({ status, status_in, status_not, status_not_in, ...rest }, entryFilters)
  const newest = context.world.lists.newestFirst(user.id, type).filter(fits)
  const capped = newest.slice(0, context.behaviour().listCap)
  if (args.sort?.length) capped.sort(entryOrder(args.sort, context))
  const size = Math.min(mostPerChunk, Math.max(1, args.perChunk ?? mostPerChunk))
  const first = args.chunk ? (Math.max(1, args.chunk) - 1) * size : 0
  const part = args.chunk ? capped.slice(first, first + size) : capped
  const single = args.forceSingleCompletedList === true || !user.splitCompleted[type]
  return {
    lists: groupsOf(part, user, type, single, context),
    user,
    hasNextChunk: args.chunk ? first + size < capped.length : false,
  }
}

const statusNames: Readonly<Record<SeriesType, Readonly<Record<string, string>>>> = {
  anime: { CURRENT: 'Watching', REPEATING: 'Rewatching' },
  manga: { CURRENT: 'Reading', REPEATING: 'Rereading' },
}
const commonNames: Readonly<Record<string, string>> = {
  PLANNING: 'Planning',
  COMPLETED: 'Completed',
  DROPPED: 'Dropped',
  PAUSED: 'Paused',
}

function groupsOf(
  entries: readonly ListEntry[],
  user: SandboxUser,
  type: SeriesType,
  single: boolean,
  { world }: GraphContext,
): Group[] {
  const groups = new Map<string, Group>()
  const add = (entry: ListEntry, group: Omit<Group, 'entries'>): void => {
    const known = groups.get(group.name) ?? { ...group, entries: [] }
    known.entries.push(entry)
    groups.set(group.name, known)
  }
  const custom = customListsOf(user, type)
  for (const entry of entries) {
    const { status } = entry
    if (!entry.hidden) {
      const split = status === 'COMPLETED' && !single
      const name = statusNames[type][status] ?? commonNames[status] ?? status
      const format = split ? ` ${world.series(entry.mediaId)?.format ?? ''}` : ''
      const flags = { isCustomList: false, isSplitCompletedList: split }
      add(entry, { name: name + format, status, ...flags })
    }
    for (const name of custom.filter((each) => entry.customLists.includes(each))) {
      add(entry, { name, isCustomList: true, isSplitCompletedList: false, status: null })
    }
  }
  return [...groups.values()]
}
