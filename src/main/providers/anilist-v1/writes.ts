import type { Entry } from '../../../shared/entry'
import { AppError } from '../../../shared/failure'
import { idOf, kindOf, type TitleKey } from '../../../shared/media'
import type { EntryWrite, ListOwner, ServiceCall, Written } from '../provider'
import type { FormValue, MakeCall } from './call'
import { recordSchema, toEntry } from './record'
import { statusWord } from './words'

export function createWrites(call: MakeCall) {
  /** One entry: POST makes it, PUT changes only what is sent. Throws `invalid-input` for repeating. */
  function save(owner: ListOwner, writes: readonly EntryWrite[]): ServiceCall<Written> {
    const write = writes[0]
    if (write === undefined || writes.length > 1) {
      throw new AppError({ code: 'unexpected', detail: 'AniList v1 writes one entry a request.' })
    }
    const method = write.exists ? 'PUT' : 'POST'
    const route = `${kindOf(write.title)}list`
    return call({
      name: `${method} ${route}`,
      method,
      path: route,
      form: entryForm(owner, write),
      needsUser: true,
      read: (body) => [written(body, write, owner)],
    })
  }

  /** Takes the id of the title. The answer has an empty body. */
  function remove(_owner: ListOwner, title: TitleKey): ServiceCall<void> {
    const route = `${kindOf(title)}list`
    return call({
      name: `DELETE ${route}/{${kindOf(title)}_id}`,
      method: 'DELETE',
      path: `${route}/${idOf(title)}`,
      needsUser: true,
      read: () => undefined,
    })
  }

  return { save, remove }
}

/** The payload of the document, with the fields that the user changed; a new entry tells its status. */
export function entryForm(
  owner: ListOwner,
  write: EntryWrite,
): Readonly<Record<string, FormValue>> {
  const kind = kindOf(write.title)
  const { patch } = write
  const status = patch.status ?? (write.exists ? undefined : write.full.status)
  const counters =
    kind === 'anime'
      ? { episodes_watched: patch.progress, rewatched: patch.repeats }
      : {
          volumes_read: patch.progressVolumes,
          chapters_read: patch.progress,
          reread: patch.repeats,
        }
  return {
    id: idOf(write.title),
    list_status: status === undefined ? undefined : statusWord(status, kind),
    score_raw: patch.score === null ? 0 : patch.score,
    ...counters,
    notes: patch.notes,
    advanced_rating_scores: positionalScores(
      patch.advancedScores,
      owner.options.advancedScores[kind],
    ),
    custom_lists: positionalLists(patch.customLists, owner.options.customLists[kind]),
    hidden_default: patch.hidden === undefined ? undefined : Number(patch.hidden),
  }
}

/** `0,1,0,0,0`: one digit a slot, empty slots too, or names would move to other lists. */
function positionalLists(names: readonly string[] | undefined, slots: readonly string[]) {
  if (names === undefined || slots.length === 0) return undefined
  return slots.map((slot) => (slot !== '' && names.includes(slot) ? 1 : 0)).join(',')
}

function positionalScores(
  scores: Readonly<Record<string, number>> | undefined,
  names: readonly string[],
) {
  if (scores === undefined || names.length === 0) return undefined
  return names.map((name) => scores[name] ?? 0).join(',')
}

/** The record as it is now, where the answer is one; a service may as well answer nothing. */
function written(body: unknown, write: EntryWrite, owner: ListOwner): Entry | null {
  const parsed = recordSchema.safeParse(body)
  if (!parsed.success || typeof parsed.data.list_status !== 'string') return null
  const raw = { ...parsed.data, series_id: idOf(write.title) }
  return toEntry(raw, kindOf(write.title), owner, { status: null, slots: [] })
}
