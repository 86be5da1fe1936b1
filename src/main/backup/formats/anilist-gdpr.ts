import type { ReadContext } from '../context'
import { idOf, isObject, listAt, objectAt, textsOf, wholeOf } from '../json'
import type { MediaKind } from '../../../shared/media'
import type { ScoreFormat } from '../../../shared/score'
import { type BackupFile, type BackupRow, type NamesByKind, unknownOwner } from '../model'
import { problem } from '../problem'
import { createDraft, flagOf } from '../values/draft'
import { anilistStatusNumbers } from '../values/statuses'
import { backupFile, type JsonFormat, unknownElements, withDuplicates } from './reader'

/** `score_type` of the export, by number. */
const scoreTypes: readonly ScoreFormat[] = [
  'point-10',
  'point-100',
  'point-5',
  'point-3',
  'point-10-decimal',
]

/**
 * AniList's own data export. It holds an e-mail address, IP addresses and private messages: only
 * `lists`, the names of custom lists and of advanced scores and the score type are ever looked at.
 */
export const anilistGdpr: JsonFormat = {
  id: 'anilist-gdpr',
  name: 'AniList data export (GDPR)',
  recognises: (value) => {
    const first = listAt(value, 'lists')[0]
    if (first !== undefined)
      return isObject(first) && 'series_id' in first && 'series_type' in first
    return 'score_type' in objectAt(value, 'user')
  },
  read,
}

function read(value: unknown, context: ReadContext): BackupFile {
  const user = objectAt(value, 'user')
  const names: NamesByKind = {
    anime: textsOf(objectAt(parsed(user.custom_lists)).anime),
    manga: textsOf(objectAt(parsed(user.custom_lists)).manga),
  }
  const advanced = textsOf(objectAt(parsed(user.advanced_scores)).names)
  const lists = listAt(value, 'lists')
  if (lists.length > context.limits.rows) throw problem('too-big', 'It has too many rows.')
  const rows = withDuplicates(
    lists.map((entry, index) => {
      if (index % 500 === 0) context.tick(index, lists.length)
      return rowOf(objectAt(entry), index + 1, { names, advanced, context })
    }),
    (row) => (row.ids.anilist === undefined ? null : `${row.kind}:${row.ids.anilist}`),
  )
  return backupFile('anilist-gdpr', rows, {
    owners: [
      {
        ...unknownOwner,
        site: 'anilist',
        userId: idOf(objectAt(lists[0]).user_id),
        scoreFormat: scoreTypes[wholeOf(user.score_type) ?? -1] ?? null,
        customLists: names,
        advancedScores: { anime: advanced, manga: advanced },
      },
    ],
    warnings: unknownElements(rows, new Set()),
  })
}

interface Names {
  readonly names: NamesByKind
  readonly advanced: readonly string[]
  readonly context: ReadContext
}

function rowOf(raw: Readonly<Record<string, unknown>>, number: number, all: Names): BackupRow {
  const draft = createDraft(raw, all.context.limits.keptPerRow)
  const kind: MediaKind = wholeOf(draft.take('series_type')) === 1 ? 'manga' : 'anime'
  const anilist = idOf(draft.take('series_id'))
  draft.ignore('id', 'user_id')
  draft.status('status', anilistStatusNumbers)
  draft.score('score', 1)
  draft.count('progress', 'progress')
  draft.count('progressVolumes', 'progress_volume')
  draft.count('priority', 'priority')
  draft.count('repeats', 'repeat')
  draft.notes('notes')
  draft.flag('private', 'private')
  draft.flag('hidden', 'hidden_default')
  draft.date('startedAt', 'started_on')
  draft.date('completedAt', 'finished_on')
  setCustomLists(draft, all.names[kind])
  setAdvancedScores(draft, all.advanced)
  return draft.row({
    number,
    kind,
    titles: [],
    ids: { anilist },
    createdAt: secondsOf(draft.take('created_at')),
    updatedAt: secondsOf(draft.take('updated_at')),
  })
}

type Draft = ReturnType<typeof createDraft>

/** A JSON text in a text: one flag per name. Anything else is unclear, and is kept as it stands. */
function setCustomLists(draft: Draft, names: readonly string[]) {
  const text = draft.take('custom_lists')
  if (text === undefined || text === null) return
  const value = parsed(text)
  const flags = Array.isArray(value) ? value.map(flagOf) : [null]
  if (!flags.includes(null) && (flags.length === names.length || flags.length === 0)) {
    draft.fields.customLists = names.filter((_, index) => flags[index] === true)
    return
  }
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')) {
    draft.fields.customLists = textsOf(value)
    return
  }
  draft.refuse('lists-unclear', 'custom_lists', text)
}

function setAdvancedScores(draft: Draft, names: readonly string[]) {
  const value = parsed(draft.take('advanced_scores'))
  const pairs = Array.isArray(value)
    ? value.map((score, index) => [names[index], score] as const)
    : Object.entries(objectAt(value))
  const scores = pairs.filter(
    ([name, score]) => name !== undefined && typeof score === 'number' && score > 0 && score <= 100,
  )
  if (scores.length > 0) draft.fields.advancedScores = Object.fromEntries(scores) as never
}

function parsed(text: unknown): unknown {
  if (typeof text !== 'string' || text.length > 10_000) return text
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Unix s of `YYYY-MM-DD HH:MM:SS` in UTC. */
function secondsOf(value: unknown): number | null {
  if (typeof value !== 'string') return null
  const ms = Date.parse(`${value.trim().replace(' ', 'T')}Z`)
  return Number.isNaN(ms) ? null : Math.floor(ms / 1000)
}
