import { type MediaKind, mediaKinds } from '../../../shared/media'
import type { ScoreFormat } from '../../../shared/score'
import type { ReadContext } from '../context'
import { idOf, isObject, type JsonObject, listAt, objectAt, textOf, textsOf } from '../json'
import { type BackupFile, type BackupOwner, type FileWarning, unknownOwner } from '../model'
import { anilistScoreFormat, rawScore, scoreSteps } from '../values/scores'
import { type AnilistLists, anilistRows, kindOfEntry } from './anilist-entry'
import { backupFile, type JsonFormat, unknownElements } from './reader'

type Group = Pick<AnilistLists, 'lists'> & { readonly kind: MediaKind | null }

/**
 * Answers of AniList's API as scripts store them: with or without `data`, one kind or both, one
 * answer or a list of them, or the entries alone.
 */
export const anilistApi: JsonFormat = {
  id: 'anilist-api',
  name: 'AniList API answer',
  recognises: (value) => groupsOf(value).length > 0,
  read,
}

function read(value: unknown, context: ReadContext): BackupFile {
  const groups = groupsOf(value)
  const user = userOf(value)
  const stated = anilistScoreFormat(objectAt(user, 'mediaListOptions').scoreFormat)
  const format = context.options.scoreFormat ?? stated ?? guessedFormat(groups)
  const kinds = groups.map((group) => group.kind ?? kindByEntries(group.lists))
  const warnings: FileWarning[] = []
  const rows = anilistRows(
    groups.map((group, index) => ({
      kind: kinds[index] ?? context.options.expects ?? 'anime',
      lists: group.lists,
      rawScore: (shown) => rawScore(shown, format),
    })),
    context,
    warnings,
  )
  const isGuess = context.options.scoreFormat === undefined && stated === null
  return backupFile('anilist-api', rows, {
    scoreStep: scoreSteps[format],
    owners: [ownerOf(user, format)],
    warnings: [
      ...warnings,
      ...(isGuess && format !== 'point-100'
        ? [{ code: 'score-scale-assumed', value: format } as const]
        : []),
      ...(kinds.includes(null) ? [{ code: 'kind-assumed', value: 'anime' } as const] : []),
      ...unknownElements(rows, new Set()),
    ],
  })
}

function groupsOf(value: unknown): Group[] {
  if (Array.isArray(value)) {
    const entries = bareGroups(value)
    return entries.length > 0 ? entries : value.slice(0, 50).flatMap((answer) => groupsOf(answer))
  }
  if (!isObject(value)) return []
  const root = isObject(value.data) ? value.data : value
  const named = Object.entries(root).flatMap(([name, collection]): Group[] => {
    const lists = listsOf(collection)
    if (lists !== null) return [{ kind: kindByName(name), lists }]
    const kind = kindByName(name)
    return kind === null ? [] : bareGroups(collection).map((group) => ({ ...group, kind }))
  })
  if (named.length > 0) return named
  const bare = listsOf(root)
  if (bare !== null) return [{ kind: null, lists: bare }]
  const places = [value.data, objectAt(root.Page).mediaList, root.mediaList, root.entries]
  return places.map(bareGroups).find((groups) => groups.length > 0) ?? []
}

/** Entries that stand in no list, sorted by kind where any of them tells its own. */
function bareGroups(entries: unknown): Group[] {
  if (!Array.isArray(entries) || !isEntry(entries[0])) return []
  const byKind = Map.groupBy(entries as readonly unknown[], kindOfEntry)
  const kinds = mediaKinds.filter((kind) => byKind.has(kind))
  if (kinds.length < 2) return [{ kind: kinds[0] ?? null, lists: [{ entries }] }]
  return [...byKind].map(([kind, some]) => ({ kind, lists: [{ entries: some }] }))
}

function isEntry(value: unknown): boolean {
  if (!isObject(value)) return false
  return 'mediaId' in value || (isObject(value.media) && ('status' in value || 'score' in value))
}

/** The lists of a collection; `null` when none of them has entries of AniList's kind. */
function listsOf(collection: unknown): readonly unknown[] | null {
  const lists = listAt(collection, 'lists')
  const entries = lists.filter((list) => Array.isArray(objectAt(list).entries))
  if (entries.length === 0) return null
  const first = entries.flatMap((list) => listAt(list, 'entries').slice(0, 1))[0]
  const looksRight =
    first === undefined || 'mediaId' in objectAt(first) || 'media' in objectAt(first)
  return looksRight ? lists : null
}

function kindByName(name: string): MediaKind | null {
  if (/anime/i.test(name)) return 'anime'
  return /manga/i.test(name) ? 'manga' : null
}

function kindByEntries(lists: readonly unknown[]): MediaKind | null {
  for (const entry of lists.flatMap((list) => listAt(list, 'entries'))) {
    const kind = kindOfEntry(entry)
    if (kind !== null) return kind
  }
  return null
}

function userOf(value: unknown): JsonObject {
  const root = objectAt(Array.isArray(value) ? value[0] : value)
  const data = isObject(root.data) ? root.data : root
  const inner = Object.values(data).map((part) => objectAt(part, 'user'))
  const places = [
    objectAt(data, 'User'),
    objectAt(data, 'Viewer'),
    objectAt(data, 'user'),
    ...inner,
  ]
  return places.find((user) => textOf(user.name) !== null || isObject(user.mediaListOptions)) ?? {}
}

function ownerOf(user: JsonObject, scoreFormat: ScoreFormat): BackupOwner {
  const options = objectAt(user, 'mediaListOptions')
  return {
    ...unknownOwner,
    site: 'anilist',
    userId: idOf(user.id),
    name: textOf(user.name),
    scoreFormat,
    customLists: {
      anime: textsOf(objectAt(options, 'animeList').customLists),
      manga: textsOf(objectAt(options, 'mangaList').customLists),
    },
  }
}

/** A file that does not say how it scores: one score above 10 settles it, none leaves a guess. */
function guessedFormat(groups: readonly Group[]): ScoreFormat {
  const scores = groups
    .flatMap(({ lists }) => lists.flatMap((list) => listAt(list, 'entries')))
    .map((entry) => Number(textOf(objectAt(entry).score) ?? 0))
    .filter((score) => score > 0)
  if (scores.length === 0 || scores.some((score) => score > 10)) return 'point-100'
  return scores.every((score) => Number.isInteger(score)) ? 'point-10' : 'point-10-decimal'
}
