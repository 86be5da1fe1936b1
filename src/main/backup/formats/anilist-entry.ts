import type { MediaFormat, MediaKind } from '../../../shared/media'
import { forEachTicking, type ReadContext } from '../context'
import { idOf, isObject, type JsonObject, listAt, objectAt, textOf, textsOf } from '../json'
import type { BackupRow, FileWarning, RowHints } from '../model'
import { problem } from '../problem'
import { createDraft } from '../values/draft'
import { mediaFormatOf } from '../values/media-formats'
import { statusOf } from '../values/statuses'

export interface AnilistLists {
  readonly kind: MediaKind
  readonly lists: readonly unknown[]
  /** Raw 0–100 of a score as it stands in the file. */
  readonly rawScore: (shown: number) => number | null
  readonly owner?: number
}

interface Place {
  readonly entry: JsonObject
  readonly status: unknown
  readonly customLists: string[]
}

/**
 * The entries of AniList's lists, each once: an entry stands in its status list and in each of its
 * own. What is no object is reported by how many they are.
 */
export function anilistRows(
  groups: readonly AnilistLists[],
  context: ReadContext,
  warnings: FileWarning[],
): BackupRow[] {
  const rows: BackupRow[] = []
  const count = groups.reduce((sum, { lists }) => sum + unreadable(lists), 0)
  if (count > 0) warnings.push({ code: 'row-not-read', count })
  for (const group of groups) {
    const places = [...placesOf(group).values()]
    forEachTicking(places, context, (place) => {
      if (rows.length >= context.limits.rows) throw problem('too-big', 'It has too many rows.')
      rows.push(rowOf(place, rows.length + 1, group, context))
    })
  }
  return rows
}

/** Anime or manga, as far as the entry's media tells; else `null`. */
export function kindOfEntry(entry: unknown): MediaKind | null {
  const media = objectAt(entry, 'media')
  if (media.type === 'ANIME') return 'anime'
  if (media.type === 'MANGA') return 'manga'
  const format = mediaFormatOf(media.format)
  if (format !== null) return mangaFormats.includes(format) ? 'manga' : 'anime'
  if (idOf(media.episodes) !== null) return 'anime'
  return idOf(media.chapters) !== null || idOf(media.volumes) !== null ? 'manga' : null
}

const mangaFormats: readonly MediaFormat[] = [
  'manga',
  'novel',
  'one-shot',
  'doujin',
  'manhua',
  'manhwa',
]

/** What a title is called and looks like, from AniList's media object. */
export function mediaFacts(media: JsonObject): { titles: (string | null)[]; hints: RowHints } {
  const title = isObject(media.title) ? media.title : { userPreferred: media.title }
  return {
    titles: [
      textOf(title.romaji) ?? textOf(title.userPreferred),
      textOf(title.english),
      textOf(title.native),
      textOf(title.userPreferred),
      ...textsOf(media.synonyms),
    ],
    hints: {
      format: mediaFormatOf(media.format),
      year: idOf(media.seasonYear) ?? idOf(objectAt(media.startDate).year),
      episodes: idOf(media.episodes),
      chapters: idOf(media.chapters),
      volumes: idOf(media.volumes),
    },
  }
}

function unreadable(lists: readonly unknown[]): number {
  let count = 0
  for (const list of lists) {
    if (!isObject(list)) count++
    for (const entry of listAt(list, 'entries')) if (!isObject(entry)) count++
  }
  return count
}

function placesOf({ lists }: AnilistLists): Map<unknown, Place> {
  const places = new Map<unknown, Place>()
  for (const list of lists) {
    const { name, status, isCustom } = aboutList(objectAt(list))
    for (const entry of listAt(list, 'entries')) {
      if (!isObject(entry)) continue
      const id = idOf(entry.mediaId) ?? idOf(objectAt(entry, 'media').id) ?? idOf(entry.id)
      const known = places.get(id ?? entry)
      const place = known ?? { entry, status: isCustom ? null : status, customLists: [] }
      if (isCustom && typeof name === 'string') place.customLists.push(name)
      if (known === undefined) places.set(id ?? entry, place)
      else if (!isCustom && !known.status) places.set(id, { ...known, status })
    }
  }
  return places
}

/**
 * Whether a list is one of the user's own, and which status its entries have otherwise. Where the
 * answer was not asked for that, a list of no status whose name means none is the user's.
 */
function aboutList({ name, status, isCustomList }: JsonObject) {
  const word = textOf(name)?.replace(/^(completed) .*/i, '$1') ?? ''
  const named = statusOf(word) === null ? undefined : word
  const isCustom =
    isCustomList === true || (isCustomList === undefined && status === null && named === undefined)
  return { name, isCustom, status: status ?? named }
}

function rowOf(place: Place, number: number, group: AnilistLists, { limits }: ReadContext) {
  const media = objectAt(place.entry, 'media')
  const raw: JsonObject = { status: place.status, ...withoutEmptyStatus(place.entry) }
  const draft = createDraft(raw, limits.keptPerRow)
  const anilist = idOf(draft.take('mediaId')) ?? idOf(media.id)
  draft.ignore('media', 'id', 'userId', 'user')

  draft.status('status')
  if (textOf(raw.scoreRaw) !== null) draft.score('scoreRaw', 1)
  else draft.score('score', group.rawScore)
  draft.ignore('score')
  draft.count('progress', 'progress')
  draft.count('progressVolumes', 'progressVolumes')
  draft.count('repeats', 'repeat')
  draft.count('priority', 'priority')
  draft.flag('private', 'private')
  draft.flag('hidden', 'hiddenFromStatusLists')
  draft.notes('notes')
  draft.date('startedAt', 'startedAt')
  draft.date('completedAt', 'completedAt')
  setCustomLists(draft, place.customLists)
  setAdvancedScores(draft)

  return draft.row({
    ...mediaFacts(media),
    number,
    kind: group.kind,
    owner: group.owner ?? 0,
    ids: { anilist, mal: idOf(media.idMal) },
    updatedAt: idOf(draft.take('updatedAt')),
    createdAt: idOf(draft.take('createdAt')),
  })
}

function withoutEmptyStatus(entry: JsonObject): JsonObject {
  const { status, ...rest } = entry
  return status === null || status === undefined ? rest : entry
}

type Draft = ReturnType<typeof createDraft>

/** An object of flags, or a list of `{ name, enabled }`; where both are missing, the lists it stood in. */
function setCustomLists(draft: Draft, standsIn: readonly string[]) {
  const value = draft.take('customLists')
  const flags = Array.isArray(value)
    ? value.map((item) => [objectAt(item).name, objectAt(item).enabled] as const)
    : Object.entries(objectAt(value))
  const names = flags.filter(([, enabled]) => enabled === true).map(([name]) => name)
  if (value === undefined && standsIn.length === 0) return
  draft.fields.customLists = [...new Set([...textsOf(names), ...standsIn])]
}

function setAdvancedScores(draft: Draft) {
  const value = draft.take('advancedScores')
  if (value === undefined) return
  const scores = Object.entries(objectAt(value)).filter(
    ([, score]) => typeof score === 'number' && score > 0 && score <= 100,
  )
  draft.fields.advancedScores = Object.fromEntries(scores) as Record<string, number>
}
