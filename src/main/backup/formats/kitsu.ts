import type { MediaKind } from '../../../shared/media'
import type { ReadContext } from '../context'
import { idOf, isObject, type JsonObject, listAt, objectAt, textOf, textsOf, timeOf } from '../json'
import { type BackupFile, type FileWarning, unknownOwner } from '../model'
import { dayOfInstant, readDate } from '../values/dates'
import { createDraft, flagOf } from '../values/draft'
import { mediaFormatOf } from '../values/media-formats'
import { readRows } from './json-rows'
import { backupFile, type JsonFormat, unknownElements } from './reader'

/** Kitsu's library as its API gives it (JSON:API), the titles being under `included`. */
export const kitsu: JsonFormat = {
  id: 'kitsu',
  name: 'Kitsu JSON:API',
  recognises: (value) => {
    const first = entriesOf(value)[0]
    return isObject(first) && /^library-?entries$/i.test(textOf(first.type) ?? '')
  },
  read,
}

const known = new Set(['reactionSkipped', 'progressedAt', 'volumesOwned', 'reaction', 'rating'])

function read(value: unknown, context: ReadContext): BackupFile {
  const warnings: FileWarning[] = []
  const included = new Map(
    listAt(value, 'included').map((item) => [referenceOf(item), objectAt(item)] as const),
  )
  const rows = readRows(entriesOf(value), context, warnings, (entry, number) => {
    const attributes = objectAt(entry, 'attributes')
    const { kind, id } = mediaOf(objectAt(entry, 'relationships'))
    const media = included.get(`${kind}/${id ?? ''}`) ?? {}
    const draft = createDraft(attributes, context.limits.keptPerRow)
    draft.status('status')
    draft.repeating(flagOf(draft.take('reconsuming')) === true)
    draft.count('progress', 'progress')
    draft.repeats('reconsumeCount')
    draft.notes('notes')
    draft.flag('private', 'private')
    const isOld = textOf(attributes.ratingTwenty) === null && attributes.rating !== undefined
    if (isOld) draft.score('rating', 20)
    else draft.score('ratingTwenty', 5)
    draft.ignore('ratingTwenty')
    setDay(draft, 'startedAt', 'startedAt')
    setDay(draft, 'completedAt', 'finishedAt')
    return draft.row({
      ...factsOf(objectAt(media, 'attributes')),
      number,
      kind,
      ids: { kitsu: id, ...mappedIds(media, kind, included) },
      createdAt: secondsOf(draft.take('createdAt')),
      updatedAt: secondsOf(draft.take('updatedAt')),
    })
  })
  const users = [...included.values()].filter((item) => item.type === 'users')
  return backupFile('kitsu', rows, {
    scoreStep: 5,
    owners: [
      {
        ...unknownOwner,
        site: 'kitsu',
        userId: idOf(users[0]?.id),
        name: textOf(objectAt(users[0], 'attributes').name),
      },
    ],
    warnings: [...warnings, ...unknownElements(rows, known)],
  })
}

/** The answer as it came, or its entries alone. */
function entriesOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : listAt(value, 'data')
}

function referenceOf(item: unknown): string {
  const { type, id } = objectAt(item)
  return `${String(type)}/${String(id)}`
}

function mediaOf(relationships: JsonObject): { kind: MediaKind; id: number | null } {
  for (const name of ['anime', 'manga', 'media']) {
    const { type, id } = objectAt(relationships, name, 'data')
    if (type === 'anime' || type === 'manga') return { kind: type, id: idOf(id) }
  }
  return { kind: 'anime', id: null }
}

function factsOf(attributes: JsonObject) {
  const titles = objectAt(attributes, 'titles')
  return {
    titles: [
      textOf(attributes.canonicalTitle),
      ...Object.values(titles).map((title) => textOf(title)),
      ...textsOf(attributes.abbreviatedTitles),
    ],
    hints: {
      format: mediaFormatOf(attributes.subtype),
      year: yearOf(attributes.startDate),
      episodes: idOf(attributes.episodeCount),
      chapters: idOf(attributes.chapterCount),
      volumes: idOf(attributes.volumeCount),
    },
  }
}

const mappedSites: readonly (readonly [RegExp, string])[] = [
  [/^myanimelist\//, 'mal'],
  [/^anilist\//, 'anilist'],
  [/^anidb/, 'anidb'],
  [/^mangaupdates/, 'mangaupdates'],
]

function mappedIds(
  media: JsonObject,
  kind: MediaKind,
  included: ReadonlyMap<string, JsonObject>,
): Record<string, number | null> {
  const ids: Record<string, number | null> = {}
  for (const reference of listAt(objectAt(media, 'relationships', 'mappings'), 'data')) {
    const { externalSite, externalId } = objectAt(
      included.get(referenceOf(reference)),
      'attributes',
    )
    const site = textOf(externalSite) ?? ''
    if (site.includes('/') && !site.endsWith(`/${kind}`)) continue
    const ours = mappedSites.find(([pattern]) => pattern.test(site))?.[1]
    if (ours !== undefined) ids[ours] = idOf(externalId)
  }
  return ids
}

/** Kitsu stores days as instants; a day without a time is taken as it stands. */
function setDay(
  draft: ReturnType<typeof createDraft>,
  field: 'startedAt' | 'completedAt',
  name: string,
) {
  const value = draft.take(name)
  if (value === undefined) return
  const ms = typeof value === 'string' && value.includes('T') ? timeOf(value) : null
  const day = ms === null ? readDate(value) : dayOfInstant(ms)
  if (day === undefined) draft.refuse('unknown-value', name, value)
  else draft.fields[field] = day
}

function yearOf(value: unknown): number | null {
  return idOf(/^(\d{4})/.exec(textOf(value) ?? '')?.[1])
}

function secondsOf(value: unknown): number | null {
  const ms = timeOf(value)
  return ms === null ? null : Math.floor(ms / 1000)
}
