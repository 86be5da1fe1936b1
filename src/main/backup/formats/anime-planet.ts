import { type MediaKind, mediaKinds } from '../../../shared/media'
import type { ReadContext } from '../context'
import { listAt, objectAt, textOf } from '../json'
import { type BackupFile, type FileWarning, unknownOwner } from '../model'
import { createDraft } from '../values/draft'
import { readRows } from './json-rows'
import { backupFile, type JsonFormat, unknownElements } from './reader'

/** Anime-Planet's export: no ids, stars in halves, viewings counted with the first. */
export const animePlanet: JsonFormat = {
  id: 'anime-planet',
  name: 'Anime-Planet JSON',
  recognises: (value) =>
    Array.isArray(objectAt(value).entries) &&
    (statedKind(value) !== undefined || looksRight(listAt(value, 'entries')[0])),
  read,
}

function statedKind(value: unknown): MediaKind | undefined {
  const type = textOf(objectAt(value, 'export').type)?.trim().toLowerCase()
  return mediaKinds.find((kind) => kind === type)
}

/** A file may have lost its head; then its entries tell what it is. */
function looksRight(entry: unknown): boolean {
  const about = objectAt(entry)
  return ['name', 'status', 'rating', 'times'].every((name) => name in about)
}

function read(value: unknown, context: ReadContext): BackupFile {
  const about = objectAt(value, 'export')
  const entries = listAt(value, 'entries')
  const isManga = entries.some((entry) => 'ch' in objectAt(entry) || 'vol' in objectAt(entry))
  const kind = statedKind(value) ?? (isManga ? 'manga' : 'anime')
  const warnings: FileWarning[] = []
  const rows = readRows(entries, context, warnings, (entry, number) => {
    const draft = createDraft(entry, context.limits.keptPerRow)
    const name = textOf(draft.take('name'))
    draft.status('status')
    draft.score('rating', 20)
    draft.date('startedAt', 'started')
    draft.date('completedAt', 'completed')
    draft.count('progress', kind === 'anime' ? 'eps' : 'ch')
    draft.count('progressVolumes', 'vol')
    draft.count('repeats', 'times')
    const { progress, status, repeats } = draft.fields
    // The first viewing is counted there, and is no repeat.
    if (repeats !== undefined) draft.fields.repeats = Math.max(0, repeats - 1)
    const whole = status === 'completed' && progress ? progress : null
    const hints = kind === 'anime' ? { episodes: whole } : { chapters: whole }
    return draft.row({ number, kind, titles: [name], hints })
  })
  return backupFile('anime-planet', rows, {
    version: textOf(about.version),
    madeAt: madeAt(about.date),
    scoreStep: 10,
    owners: [{ ...unknownOwner, name: textOf(objectAt(value, 'user').name) }],
    warnings: [...warnings, ...unknownElements(rows, new Set())],
  })
}

/** `2019-02-23 07:03-0800`: a plain parser of dates fails on the space. */
function madeAt(value: unknown): number | null {
  const text = textOf(value)?.trim() ?? ''
  const match = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)\s*([+-]\d\d):?(\d\d)?$/.exec(text)
  if (match === null) return null
  const ms = Date.parse(`${match[1]}T${match[2]}${match[3]}:${match[4] ?? '00'}`)
  return Number.isNaN(ms) ? null : ms
}
