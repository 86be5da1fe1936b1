import { z } from 'zod'
import type { Entry, EntryPatch } from '../../../shared/entry'
import { AppError } from '../../../shared/failure'
import { dateParts } from '../../../shared/fuzzy-date'
import { idOf, kindOf, type MediaKind, type TitleKey } from '../../../shared/media'
import { badAnswer, readAs } from '../answers'
import type { EntryWrite, ListOwner, ServiceCall, Written } from '../provider'
import type { MakeCall } from './call'
import { deleteMediaListEntryDocument } from './documents/delete-media-list-entry'
import {
  type ArgumentName,
  fullAnswers,
  saveMediaListEntriesDocument,
} from './documents/save-media-list-entries'
import { saveMediaListEntryDocument } from './documents/save-media-list-entry'
import { updateMediaListEntriesDocument } from './documents/update-media-list-entries'
import { entrySchema, type RawEntry, toEntry } from './entry'
import { statusWord } from './words'

type Arguments = Partial<Record<ArgumentName, unknown>>

/** Most saves that fit into one document below the limit of complexity. */
export const batchSize = 25

export function createWrites(call: MakeCall) {
  /** One save is the plain mutation; up to 25 travel as aliases of one document, all or none. */
  function save(owner: ListOwner, writes: readonly EntryWrite[]): ServiceCall<Written> {
    const [first] = writes
    if (first !== undefined && writes.length === 1) return saveOne(owner, first)
    const values = writes.map((write) => toArguments(owner, write))
    return call({
      name: 'SaveMediaListEntry',
      effect: 'write',
      document: saveMediaListEntriesDocument(values.map(namesOf)),
      variables: numbered(values),
      read: (data) =>
        writes.map((write, index) => written(data[`e${index}`], write, writes.length)),
    })
  }

  function saveOne(owner: ListOwner, write: EntryWrite): ServiceCall<Written> {
    return call({
      name: 'SaveMediaListEntry',
      effect: 'write',
      document: saveMediaListEntryDocument,
      variables: toArguments(owner, write),
      read: (data) => [written(data['SaveMediaListEntry'], write, 1)],
    })
  }

  /**
   * The first write's values for all entries, which must be known by their ids; custom lists
   * cannot be set this way. Throws `invalid-input` when it is used for anything else.
   */
  function saveEqual(owner: ListOwner, writes: readonly EntryWrite[]): ServiceCall<Written> {
    const ids = writes.flatMap((write) => write.entryId ?? [])
    const first = writes[0]
    if (first === undefined || ids.length < writes.length || 'customLists' in first.patch) {
      const detail = 'Only known entries take equal values, and no custom lists.'
      throw new AppError({ code: 'invalid-input', detail })
    }
    return call({
      name: 'UpdateMediaListEntries',
      effect: 'write',
      document: updateMediaListEntriesDocument,
      variables: { ids, ...patchArguments(owner, kindOf(first.title), first.patch) },
      read: (data) => {
        const answers = readAs(
          z.array(entrySchema.nullable()),
          data['UpdateMediaListEntries'],
          'saved',
        )
        const byId = new Map(answers.map((raw) => [raw?.id, raw]))
        return writes.map((write) => {
          const raw = byId.get(write.entryId)
          return raw ? toEntry({ ...raw, mediaId: idOf(write.title) }, kindOf(write.title)) : null
        })
      },
    })
  }

  /** Takes the id of the entry, not of the title; without one it throws `invalid-input`. */
  function remove(_owner: ListOwner, title: TitleKey, entryId: number | null): ServiceCall<void> {
    if (entryId === null) {
      const detail = `The entry of ${title} must be read before it can be removed.`
      throw new AppError({ code: 'invalid-input', detail })
    }
    return call({
      name: 'DeleteMediaListEntry',
      effect: 'write',
      document: deleteMediaListEntryDocument,
      variables: { id: entryId },
      read: (data) => {
        const schema = z.object({ deleted: z.boolean().nullish() })
        const { deleted } = readAs(schema, data['DeleteMediaListEntry'], 'deleted')
        if (deleted !== true) throw new AppError({ code: 'gone', detail: 'Nothing was deleted.' })
      },
    })
  }

  return { save, saveEqual, remove }
}

/** What one save says: the title and the fields that the user changed, nothing else. */
function toArguments(owner: ListOwner, write: EntryWrite): Arguments {
  const kind = kindOf(write.title)
  return { mediaId: idOf(write.title), ...patchArguments(owner, kind, write.patch) }
}

function patchArguments(owner: ListOwner, kind: MediaKind, patch: EntryPatch): Arguments {
  const names = owner.options.advancedScores[kind]
  const { startedAt, completedAt, advancedScores } = patch
  return {
    ...(patch.status === undefined ? {} : { status: statusWord(patch.status) }),
    ...(patch.score === undefined ? {} : { scoreRaw: patch.score ?? 0 }),
    ...(patch.progress === undefined ? {} : { progress: patch.progress }),
    ...(patch.progressVolumes === undefined ? {} : { progressVolumes: patch.progressVolumes }),
    ...(patch.repeats === undefined ? {} : { repeat: patch.repeats }),
    ...(patch.priority === undefined ? {} : { priority: patch.priority }),
    ...(patch.private === undefined ? {} : { private: patch.private }),
    ...(patch.notes === undefined ? {} : { notes: patch.notes }),
    ...(patch.hidden === undefined ? {} : { hiddenFromStatusLists: patch.hidden }),
    ...(patch.customLists === undefined ? {} : { customLists: patch.customLists }),
    ...(advancedScores === undefined || names.length === 0
      ? {}
      : { advancedScores: names.map((name) => advancedScores[name] ?? 0) }),
    ...(startedAt === undefined ? {} : { startedAt: dateParts(startedAt) }),
    ...(completedAt === undefined ? {} : { completedAt: dateParts(completedAt) }),
  }
}

function namesOf(values: Arguments): readonly ArgumentName[] {
  return Object.keys(values) as ArgumentName[]
}

function numbered(all: readonly Arguments[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    all.flatMap((values, index) =>
      Object.entries(values).map(([name, value]) => [`${name}${index}`, value] as const),
    ),
  )
}

/** The entry as AniList has it now; what a full batch leaves out is as we sent it. */
function written(value: unknown, write: EntryWrite, answers: number): Entry {
  const raw: RawEntry = readAs(entrySchema, value, 'saved entry')
  if (raw.id === undefined || raw.id === null) throw badAnswer('The saved entry has no id.')
  const entry = toEntry({ ...raw, mediaId: idOf(write.title) }, kindOf(write.title))
  if (answers <= fullAnswers) return entry
  const { priority, private: isPrivate, hidden } = write.full
  return { ...entry, priority, private: isPrivate, hidden }
}
