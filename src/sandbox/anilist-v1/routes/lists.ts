import { fuzzyDate } from '../../../shared/fuzzy-date'
import { empty } from '../../core/reply'
import type { SandboxReply } from '../../core/wire'
import type { EntryChange } from '../../world/entry'
import type { SeriesType } from '../../world/series'
import type { SandboxUser } from '../../world/user'
import {
  failure,
  notFound,
  numberIn,
  open,
  personal,
  userIn,
  type V1Request,
  type V1Route,
} from '../call'
import { listAnswer, listRecord } from '../models/record'
import { rawScore } from '../scores'
import { statusFromWord } from '../words'

const types: readonly SeriesType[] = ['anime', 'manga']

function wholeList(request: V1Request, type: SeriesType, raw: boolean): unknown {
  const user = userIn(request)
  if (!user) return notFound()
  const own = request.viewer?.id === user.id
  const entries = request.world.lists
    .newestFirst(user.id, type)
    .filter((entry) => own || !entry.private)
  return listAnswer(user, type, entries, request, raw)
}

function save(request: V1Request & { viewer: SandboxUser }, type: SeriesType): unknown {
  const { fields, viewer, world, now } = request
  const id = numberIn(fields, 'id')
  if (id === undefined) return failure(400, 'The id field is required.')
  const series = world.series(id)
  if (series?.type !== type) return notFound()
  const change = changeFrom(fields, type, viewer)
  if ('problem' in change) return change.problem
  const user = world.users.get(viewer.id) ?? viewer
  const existing = world.lists.find(viewer.id, id)
  const entry = existing
    ? world.lists.change(existing, change, now)
    : world.lists.add({ userId: viewer.id, mediaId: id, type }, change, now)
  return listRecord(entry, user, request)
}

/** Reads the form; fields that are missing change nothing. */
function changeFrom(
  fields: URLSearchParams,
  type: SeriesType,
  user: SandboxUser,
): EntryChange | { problem: SandboxReply } {
  const change: EntryChange = {}
  const problem = (text: string): { problem: SandboxReply } => ({ problem: failure(400, text) })
  const names =
    type === 'anime'
      ? { progress: 'episodes_watched', repeat: 'rewatched' }
      : { progress: 'chapters_read', repeat: 'reread', progressVolumes: 'volumes_read' }
  for (const [key, name] of Object.entries({ ...names, score: 'score_raw' })) {
    if (!fields.has(name)) continue
    const value = numberIn(fields, name)
    if (value === undefined || value < 0 || (key === 'score' && value > 100)) {
      return problem(`The ${name} is not valid.`)
    }
    Object.assign(change, { [key]: value })
  }
  const status = fields.get('list_status')
  if (status !== null) {
    const known = statusFromWord(type, status)
    if (!known) return problem('The list_status is not valid.')
    change.status = known
  }
  const shown = fields.get('score')
  if (shown !== null && !fields.has('score_raw')) {
    const raw = rawScore(shown, user.scoreFormat)
    if (raw === undefined) return problem('The score is not valid.')
    change.score = raw
  }
  const notes = fields.get('notes')
  if (notes !== null) change.notes = notes || null
  return { ...change, ...positional(fields, type, user), ...datesIn(fields) }
}

/** Comma lists whose places count: custom lists by slot, advanced scores by name. */
function positional(fields: URLSearchParams, type: SeriesType, user: SandboxUser): EntryChange {
  const change: EntryChange = {}
  const flags = fields.get('custom_lists')?.split(',')
  if (flags) {
    change.customLists = user.customLists[type].filter(
      (name, at) => name !== '' && flags[at]?.trim() === '1',
    )
  }
  const scores = fields.get('advanced_rating_scores')?.split(',')
  if (scores) change.advancedScores = scores.map((score) => Number(score) || 0)
  const hidden = numberIn(fields, 'hidden_default')
  if (hidden !== undefined) change.hidden = hidden === 1
  return change
}

/** Not in the document, but sent by a client of the time: `yyyy/MM/dd`. */
function datesIn(fields: URLSearchParams): EntryChange {
  const change: EntryChange = {}
  const started = fields.get('started_on')
  const finished = fields.get('finished_on')
  if (started !== null) change.startedAt = dateFrom(started)
  if (finished !== null) change.completedAt = dateFrom(finished)
  return change
}

function dateFrom(text: string): number | null {
  const [year = 0, month = 0, day = 0] = text.split('/').map(Number)
  return fuzzyDate({ year, month, day })
}

function remove(request: V1Request & { viewer: SandboxUser }): SandboxReply {
  const { world, viewer, params } = request
  const entry = world.lists.find(viewer.id, Number(params.series))
  if (!entry) return notFound()
  world.lists.remove(entry)
  return empty()
}

export const listRoutes: readonly V1Route[] = types.flatMap((type) => [
  open(`GET user/{user}/${type}list`, (request) => wholeList(request, type, false)),
  open(`GET user/{user}/${type}list/raw`, (request) => wholeList(request, type, true)),
  personal(`POST ${type}list`, (request) => save(request, type)),
  personal(`PUT ${type}list`, (request) => save(request, type)),
  personal(`DELETE ${type}list/{series}`, remove),
])
