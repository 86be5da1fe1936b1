import type { MediaKind } from '../../../shared/media'
import { idOf as idOfKey, kindOf } from '../../../shared/media'
import { scoreFormats } from '../../../shared/score'
import { serviceIds } from '../../../shared/service'
import type { ReadContext } from '../context'
import {
  idOf,
  isObject,
  type JsonObject,
  listAt,
  objectAt,
  textOf,
  textsOf,
  timeOf,
  wholeOf,
} from '../json'
import type { BackupFile, BackupMedia, BackupOwner, BackupRow, FileWarning } from '../model'
import { unknownOwner } from '../model'
import { problem } from '../problem'
import { siteOfService } from '../sites'
import { createDraft } from '../values/draft'
import { readRows } from './json-rows'
import { backupFile, type JsonFormat, unknownElements } from './reader'
import { readChange, readFields, readIds } from './tsuzuki-fields'
import { dayOfText, formatName, formatVersion, mediaSchema, titleSchema } from './tsuzuki-schema'

/** Our own format: every field of every entry of one or all accounts. See docs/formats.md. */
export const tsuzuki: JsonFormat = {
  id: 'tsuzuki',
  name: 'Tsuzuki backup',
  recognises: (value) => objectAt(value).format === formatName,
  read,
}

function read(value: unknown, context: ReadContext): BackupFile {
  const root = objectAt(value)
  const version = wholeOf(root.version)
  if (version === null || version > formatVersion) {
    throw problem(
      'newer-version',
      `It is version ${version ?? '?'}; this app reads ${formatVersion}.`,
    )
  }
  const warnings: FileWarning[] = []
  const rows: BackupRow[] = []
  const accounts = listAt(root, 'accounts').map((account) => objectAt(account))
  accounts.forEach((account, owner) => {
    const offset = rows.length
    const found = readRows(listAt(account, 'entries'), context, warnings, (entry, number) =>
      rowOf(entry, { number: offset + number, owner, account, context }),
    )
    for (const row of found) rows.push(row)
    if (rows.length > context.limits.rows) throw problem('too-big', 'It has too many rows.')
  })
  return backupFile('tsuzuki', rows, {
    version: String(version),
    madeAt: timeOf(root.madeAt),
    owners: accounts.length > 0 ? accounts.map((account) => ownerOf(account)) : [unknownOwner],
    warnings: [...warnings, ...unknownElements(rows, new Set())],
  })
}

function ownerOf(account: JsonObject): BackupOwner {
  const service = serviceIds.find((id) => id === account.service)
  return {
    site: service === undefined ? null : siteOfService(service),
    userId: wholeOf(account.userId),
    name: textOf(account.userName),
    sandbox: account.sandbox === true,
    scoreFormat: scoreFormats.find((format) => format === account.scoreFormat) ?? null,
    customLists: namesByKind(account.customLists),
    advancedScores: namesByKind(account.advancedScores),
    history: listAt(account, 'history').flatMap((change) => readChange(change) ?? []),
  }
}

function namesByKind(value: unknown) {
  return { anime: textsOf(objectAt(value).anime), manga: textsOf(objectAt(value).manga) }
}

interface Place {
  readonly number: number
  readonly owner: number
  readonly account: JsonObject
  readonly context: ReadContext
}

function rowOf(entry: JsonObject, { number, owner, account, context }: Place): BackupRow {
  const draft = createDraft(entry, context.limits.keptPerRow)
  const parsed = titleSchema.safeParse(draft.take('title'))
  const title = parsed.success && idOf(idOfKey(parsed.data)) !== null ? parsed.data : null
  if (title === null) draft.refuse('unknown-value', 'title', entry.title)
  const kind: MediaKind = title === null ? 'anime' : kindOf(title)
  const service = serviceIds.find((id) => id === account.service)
  const media = mediaOf(draft.take('media'))
  readFields(draft, entry)
  return draft.row({
    number,
    owner,
    kind,
    ...(media === null ? { titles: [] } : factsOf(media)),
    ids: {
      ...readIds(draft.take('ids')),
      ...(title !== null && service !== undefined
        ? { [siteOfService(service)]: idOfKey(title) }
        : {}),
    },
    entryId: wholeOf(draft.take('entryId')),
    createdAt: wholeOf(draft.take('createdAt')),
    updatedAt: wholeOf(draft.take('updatedAt')),
    media,
  })
}

function factsOf(media: BackupMedia) {
  const { romaji, english, native } = media.titles
  return {
    titles: [romaji, english, native, ...media.synonyms],
    hints: {
      format: media.format === 'unknown' ? null : media.format,
      year: media.seasonYear ?? (Math.floor((media.startDate ?? 0) / 10_000) || null),
      episodes: media.episodes,
      chapters: media.chapters,
      volumes: media.volumes,
    },
  }
}

function mediaOf(value: unknown): BackupMedia | null {
  if (!isObject(value)) return null
  const media = mediaSchema.safeParse(value)
  return media.success ? { ...media.data, startDate: dayOfText(media.data.startDate) } : null
}
