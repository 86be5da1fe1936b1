import { z } from 'zod'
import type { EntryFields } from '../../../shared/entry'
import { AppError } from '../../../shared/failure'
import { type FuzzyDate, toIsoDay } from '../../../shared/fuzzy-date'
import { idOf, kindOf, type MediaKind, type TitleKey, titleKey } from '../../../shared/media'
import { readAs } from '../answers'
import type { EntryWrite, ListOwner, ServiceCall, Written } from '../provider'
import { type MakeCall, ratingsScope } from './call'
import type { AnisearchTraits } from './traits'
import { statusWords } from './words'

export function createWrites(call: MakeCall, traits: () => AnisearchTraits) {
  /** One complete entry; what PUT leaves out may be reset (docs/services.md, "aniSearch: complete writes"). */
  function save(_owner: ListOwner, writes: readonly EntryWrite[]): ServiceCall<Written> {
    const write = writes[0]
    if (write === undefined || writes.length > 1) {
      throw new AppError({ code: 'unexpected', detail: 'aniSearch writes one entry a request.' })
    }
    const kind = kindOf(write.title)
    return call({
      name: 'PUT my/{mediaType}/{id}/ratings',
      bucket: 'put',
      scope: ratingsScope(kind),
      method: 'PUT',
      path: `my/${kind}/${idOf(write.title)}/ratings`,
      body: ratingBody(write, traits()),
      read: readSuccess,
    })
  }

  /** The same for a title that is known by its MyAnimeList id only; PUT alone takes such ids. */
  function saveByMalId(kind: MediaKind, malId: number, full: EntryFields): ServiceCall<Written> {
    const write = { title: titleKey(kind, malId), full, patch: full, entryId: null, exists: false }
    return call({
      name: 'PUT my/{mediaType}/{id}/ratings',
      bucket: 'put',
      scope: ratingsScope(kind),
      method: 'PUT',
      path: `my/${kind}/${malId}/ratings`,
      body: { use_myanimelist_id: true, ...ratingBody(write, traits()) },
      read: readSuccess,
    })
  }

  function remove(_owner: ListOwner, title: TitleKey): ServiceCall<void> {
    const kind = kindOf(title)
    return call({
      name: 'DELETE my/{mediaType}/{id}/ratings',
      bucket: 'reads',
      scope: ratingsScope(kind),
      method: 'DELETE',
      path: `my/${kind}/${idOf(title)}/ratings`,
      read: assertSuccess,
    })
  }

  return { save, saveByMalId, remove }
}

/** The body of a PUT: every field, from the entry as it shall be. */
export function ratingBody(
  { title, full, patch, silent }: EntryWrite,
  traits: AnisearchTraits,
): Readonly<Record<string, unknown>> {
  const score = full.score ?? 0
  const common = {
    status: statusWords[full.status],
    is_visible: !full.private,
    public_rating: Math.floor(score / 10),
    public_fraction: score % 10,
    personal_rating: full.personalScore ?? 0,
    ...day('start_date', full.startedAt),
    ...day('end_date', full.completedAt),
    notes: full.notes,
    priority: full.priority,
    touch: silent !== true,
  }
  const isRepeating = full.status === 'repeating'
  if (kindOf(title) === 'anime') {
    return {
      ...common,
      episodes_watched: full.progress,
      is_rewatching: isRepeating,
      times_rewatched: full.repeats,
      rewatch_desire: full.repeatDesire,
    }
  }
  // Answers may leave out the volumes, so a 0 that nobody typed may be a number that we never saw.
  const knowsVolumes = full.progressVolumes > 0 || patch.progressVolumes !== undefined
  return {
    ...common,
    chapters_read: full.progress,
    ...(knowsVolumes ? { volumes_read: full.progressVolumes } : {}),
    [traits.repeatKey]: isRepeating,
    times_reread: full.repeats,
    reread_desire: full.repeatDesire,
  }
}

/** Only full dates: partial ones stay here, and how to clear one is not known. */
function day(name: string, date: FuzzyDate | null) {
  const text = date === null ? null : toIsoDay(date)
  return text === null ? {} : { [name]: text }
}

/** The same words for a new entry and a changed one: the list shows what became of it. */
function readSuccess(body: unknown): Written {
  assertSuccess(body)
  return [null]
}

function assertSuccess(body: unknown): void {
  const { success } = readAs(z.object({ success: z.boolean() }), body, 'answer to a write')
  if (!success) throw new AppError({ code: 'refused', detail: 'aniSearch says: no success.' })
}
