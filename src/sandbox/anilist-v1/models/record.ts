import { dateParts } from '../../../shared/fuzzy-date'
import type { ListEntry } from '../../world/entry'
import type { SeriesType } from '../../world/series'
import type { SandboxUser } from '../../world/user'
import { smallSeries } from './series'
import { shownScore } from '../scores'
import { isoJapan } from '../times'
import { statusKey, statusWord } from '../words'
import { fullUser } from './user'
import type { V1Request } from '../call'

type Around = Pick<V1Request, 'now' | 'origin' | 'world' | 'behaviour'>

/** One in so many records comes without its title, as was reported of the real service. */
const oneIn = 61

/** A list record; `raw` leaves the title out. */
export function listRecord(
  entry: ListEntry,
  user: SandboxUser,
  around: Around,
  raw = false,
): Record<string, unknown> {
  const anime = entry.type === 'anime'
  const slots = user.customLists[entry.type]
  const record = {
    record_id: entry.id,
    series_id: entry.mediaId,
    list_status: statusWord(entry.type, entry.status),
    score: shownScore(entry.score, user.scoreFormat),
    score_raw: entry.score,
    episodes_watched: anime ? entry.progress : null,
    chapters_read: anime ? 0 : entry.progress,
    volumes_read: anime ? null : entry.progressVolumes,
    rewatched: anime ? entry.repeat : 0,
    reread: anime ? 0 : entry.repeat,
    priorty: entry.priority,
    private: entry.private ? 1 : 0,
    hidden_default: entry.hidden ? 1 : 0,
    notes: entry.notes,
    advanced_rating_scores: user.advancedScoringEnabled
      ? user.advancedScoring.map((_, at) => entry.advancedScores[at] ?? 0)
      : [],
    custom_lists: slots.map((name) =>
      name === '' ? null : Number(entry.customLists.includes(name)),
    ),
    started_on: slashed(entry.startedAt),
    finished_on: slashed(entry.completedAt),
    added_time: isoJapan(entry.createdAt),
    updated_time: isoJapan(entry.updatedAt),
  }
  if (raw) return record
  const missing = around.behaviour().nullSeries && entry.mediaId % oneIn === 7
  const series = missing ? undefined : around.world.series(entry.mediaId)
  return { ...record, [entry.type]: series ? smallSeries(series, around) : null }
}

/** A whole list: the user model with lists by status and by custom slot. */
export function listAnswer(
  user: SandboxUser,
  type: SeriesType,
  entries: readonly ListEntry[],
  around: Around,
  raw: boolean,
): Record<string, unknown> {
  const lists = new Map<string, unknown[]>()
  const custom = new Map<string, unknown[]>()
  for (const entry of entries) {
    const record = listRecord(entry, user, around, raw)
    if (!entry.hidden) push(lists, statusKey(type, entry.status), record)
    user.customLists[type].forEach((name, at) => {
      if (name !== '' && entry.customLists.includes(name)) push(custom, String(at), record)
    })
  }
  return {
    ...fullUser(user, around.world, false),
    lists: phpObject(lists),
    custom_lists: phpObject(custom),
    css: { url: null, popup: 0, count: 0, covers: 0 },
  }
}

/** The service is written in PHP, where an object without keys comes out as `[]`. */
export function phpObject(map: ReadonlyMap<string, unknown>): unknown {
  return map.size === 0 ? [] : Object.fromEntries(map)
}

function push(map: Map<string, unknown[]>, key: string, record: unknown): void {
  const known = map.get(key)
  if (known) known.push(record)
  else map.set(key, [record])
}

function slashed(date: number | null): string | null {
  if (date === null) return null
  const { year, month, day } = dateParts(date)
  const two = (part: number | null): string => String(part ?? 0).padStart(2, '0')
  return `${year ?? 0}/${two(month)}/${two(day)}`
}
