import { type MediaKind, mediaKinds } from '../../../shared/media'
import type { ReadContext } from '../context'
import { idOf, isObject, listAt, objectAt, textOf, textsOf, wholeOf } from '../json'
import { type BackupFile, type FileWarning, unknownOwner } from '../model'
import { anilistScoreFormat, rawScore, scoreSteps } from '../values/scores'
import { anilistRows, kindOfEntry } from './anilist-entry'
import { backupFile, type JsonFormat, unknownElements } from './reader'

/** The list export of Automail 1.00 to 1.02: one kind a file, scores in the user's own format. */
export const automail: JsonFormat = {
  id: 'automail',
  name: 'Automail list export',
  recognises: (value) =>
    Array.isArray(objectAt(value, 'MediaListCollection').lists) &&
    isObject(objectAt(value, 'User').mediaListOptions) &&
    isObject(value) &&
    (value.version !== undefined || value.scriptInfo !== undefined),
  read,
}

function read(value: unknown, context: ReadContext): BackupFile {
  const root = objectAt(value)
  const user = objectAt(root, 'User')
  const options = objectAt(user, 'mediaListOptions')
  const lists = listAt(root.MediaListCollection, 'lists')
  const kind = kindOf(root.type, lists)
  const format = anilistScoreFormat(options.scoreFormat) ?? 'point-100'
  const warnings: FileWarning[] = []
  const rows = anilistRows(
    [{ kind: kind ?? 'anime', lists, rawScore: (shown) => rawScore(shown, format) }],
    context,
    warnings,
  )
  return backupFile('automail', rows, {
    version: textOf(root.version),
    madeAt: madeAt(root.timeStamp),
    scoreStep: scoreSteps[format],
    owners: [
      {
        ...unknownOwner,
        site: 'anilist',
        userId: idOf(user.id),
        name: textOf(user.name),
        scoreFormat: format,
        customLists: {
          anime: textsOf(objectAt(options, 'animeList').customLists),
          manga: textsOf(objectAt(options, 'mangaList').customLists),
        },
        advancedScores: {
          anime: textsOf(objectAt(options, 'animeList').advancedScoring),
          manga: textsOf(objectAt(options, 'mangaList').advancedScoring),
        },
      },
    ],
    warnings: [
      ...warnings,
      ...(kind === null ? [{ code: 'kind-assumed', value: 'anime' } as const] : []),
      ...unknownElements(rows, new Set()),
    ],
  })
}

/** `type` is missing before 1.01: then the entries tell, and their volumes. */
function kindOf(type: unknown, lists: readonly unknown[]): MediaKind | null {
  const stated = mediaKinds.find((kind) => kind === textOf(type)?.trim().toLowerCase())
  if (stated !== undefined) return stated
  for (const entry of lists.flatMap((list) => listAt(list, 'entries'))) {
    const kind = kindOfEntry(entry)
    if (kind !== null) return kind
    if (wholeOf(objectAt(entry).progressVolumes) !== null) return 'manga'
  }
  const names = lists.map((list) => objectAt(list).name)
  if (names.some((name) => name === 'Reading' || name === 'Rereading')) return 'manga'
  return names.some((name) => name === 'Watching' || name === 'Rewatching') ? 'anime' : null
}

/** Unix ms; some versions write s. */
function madeAt(stamp: unknown): number | null {
  const number = wholeOf(stamp)
  if (number === null) return null
  return number < 100_000_000_000 ? number * 1000 : number
}
