import { AppError } from '../../../shared/failure'
import type { MediaKind } from '../../../shared/media'
import type { ReadContext } from '../context'
import { type BackupFile, type BackupRow, type FileWarning, unknownOwner } from '../model'
import { problem } from '../problem'
import { decodeMessage, type WireMessage, type WireValue } from '../protobuf'
import { dayOfInstant } from '../values/dates'
import { createDraft } from '../values/draft'
import { backupSchema, chapterSchema, type Tracker, trackers } from './mihon-schema'
import { backupFile, type BinaryFormat } from './reader'

/** Mihon's, Tachiyomi's and Aniyomi's `.tachibk`: the titles of the library with their trackers. */
export const mihon: BinaryFormat = { id: 'mihon', name: 'Mihon backup (.tachibk)', read }

function read(bytes: Uint8Array, context: ReadContext): BackupFile | null {
  const backup = decoded(bytes, context.limits.values)
  if (backup === null) return null
  const warnings: FileWarning[] = []
  const rows: BackupRow[] = []
  let skipped = 0
  for (const kind of ['manga', 'anime'] as const) {
    for (const value of backup.get(kind) ?? []) {
      if (rows.length >= context.limits.rows) throw problem('too-big', 'It has too many rows.')
      if (rows.length % 500 === 0) context.tick(rows.length, rows.length + 500)
      const row = rowOf(messageOf(value), kind, rows.length + 1, context)
      if (row === null) skipped++
      else rows.push(row)
    }
  }
  if (skipped > 0) warnings.push({ code: 'skipped', count: skipped, value: 'not in the library' })
  return backupFile('mihon', rows, { owners: [unknownOwner], scoreStep: 1, warnings })
}

function decoded(bytes: Uint8Array, most: number): WireMessage | null {
  try {
    const backup = decodeMessage(bytes, backupSchema, most)
    const titles = [...(backup.get('manga') ?? []), ...(backup.get('anime') ?? [])]
    return titles.length > 0 && titles.every((title) => messageOf(title).has('url')) ? backup : null
  } catch (error) {
    if (error instanceof AppError) throw error
    return null
  }
}

interface Tracked {
  readonly record: WireMessage
  readonly tracker: Tracker
}

function rowOf(
  title: WireMessage,
  kind: MediaKind,
  number: number,
  { limits }: ReadContext,
): BackupRow | null {
  const order = [...trackers.values()]
  const known = (title.get('tracking') ?? [])
    .flatMap((value): Tracked[] => {
      const record = messageOf(value)
      const tracker = trackers.get(numberOf(record, 'tracker') ?? -1)
      return tracker === undefined ? [] : [{ record, tracker }]
    })
    .sort((a, b) => order.indexOf(a.tracker) - order.indexOf(b.tracker))
  if (known.length === 0 && numberOf(title, 'favorite') === 0) return null

  const best = known[0]
  const draft = createDraft(
    best === undefined ? { progress: lastRead(title) } : valuesOf(best),
    limits.keptPerRow,
  )
  if (best === undefined) draft.warn('no-tracker')
  else {
    draft.status('status')
    draft.score('score', best.tracker.scoreWorth)
    draft.date('startedAt', 'startedAt')
    draft.date('completedAt', 'finishedAt')
    draft.flag('private', 'private')
  }
  draft.count('progress', 'progress')
  const total = best === undefined ? null : numberOf(best.record, 'total')
  const addedAt = numberOf(title, 'addedAt')
  return draft.row({
    number,
    kind,
    titles: [textIn(title, 'title'), ...known.map(({ record }) => textIn(record, 'title'))],
    ids: Object.fromEntries(
      known.toReversed().map(({ record, tracker }) => [tracker.site, mediaIdOf(record)]),
    ),
    hints: kind === 'anime' ? { episodes: total || null } : { chapters: total || null },
    createdAt: addedAt ? Math.floor(addedAt / 1000) : null,
  })
}

function valuesOf({ record, tracker: { statuses } }: Tracked) {
  const started = numberOf(record, 'startedAt')
  const finished = numberOf(record, 'finishedAt')
  const status = numberOf(record, 'status') ?? 0
  return {
    status: statuses[status] ?? String(status),
    score: numberOf(record, 'score') ?? 0,
    progress: numberOf(record, 'progress') ?? 0,
    ...(started ? { startedAt: dayOfInstant(started) } : {}),
    ...(finished ? { finishedAt: dayOfInstant(finished) } : {}),
    ...(record.has('private') ? { private: numberOf(record, 'private') } : {}),
  }
}

/** The highest chapter marked as read; nothing is said when there is none. */
function lastRead(title: WireMessage): number | undefined {
  let highest = 0
  for (const value of title.get('chapters') ?? []) {
    const chapter = value instanceof Uint8Array ? chapterOf(value) : null
    if (chapter === null || numberOf(chapter, 'read') !== 1) continue
    highest = Math.max(highest, numberOf(chapter, 'number') ?? 0)
  }
  return highest > 0 ? highest : undefined
}

function chapterOf(bytes: Uint8Array): WireMessage | null {
  try {
    return decodeMessage(bytes, chapterSchema, 100)
  } catch {
    return null
  }
}

/** The old field holds 32 bits; newer backups use the other one. */
function mediaIdOf(record: WireMessage): number | null {
  return numberOf(record, 'oldMediaId') || numberOf(record, 'mediaId')
}

function messageOf(value: WireValue): WireMessage {
  return value instanceof Map ? value : new Map()
}

function numberOf(message: WireMessage, name: string): number | null {
  const value = message.get(name)?.at(-1)
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

function textIn(message: WireMessage, name: string): string | null {
  const value = message.get(name)?.at(-1)
  return typeof value === 'string' ? value : null
}
