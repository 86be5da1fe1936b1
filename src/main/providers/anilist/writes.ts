import { z } from 'zod'
import type { Entry } from '../../../shared/entry'
import { AppError } from '../../../shared/failure'
import { idOf, kindOf, type TitleKey } from '../../../shared/media'
import { badAnswer, readAs } from '../answers'
import type { EntryWrite, ListOwner, ServiceCall, Written } from '../provider'
import { namesOf, numbered, patchArguments, saveArguments } from './arguments'
import type { MakeCall } from './call'
import { deleteMediaListEntryDocument } from './documents/delete-media-list-entry'
import { fullAnswers, saveMediaListEntriesDocument } from './documents/save-media-list-entries'
import { saveMediaListEntryDocument } from './documents/save-media-list-entry'
import { updateMediaListEntriesDocument } from './documents/update-media-list-entries'
import { entrySchema, type RawEntry, toEntry } from './entry'

export function createWrites(call: MakeCall) {
  /** One save is the plain mutation; up to 24 travel as aliases of one document, all or none. */
  function save(owner: ListOwner, writes: readonly EntryWrite[]): ServiceCall<Written> {
    const [first] = writes
    if (first !== undefined && writes.length === 1) return saveOne(owner, first)
    const values = writes.map((write) => saveArguments(owner, write))
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
      variables: saveArguments(owner, write),
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

/** The entry as AniList has it now; what a full batch leaves out is as we sent it. */
function written(value: unknown, write: EntryWrite, answers: number): Entry {
  const raw: RawEntry = readAs(entrySchema, value, 'saved entry')
  if (raw.id === undefined || raw.id === null) throw badAnswer('The saved entry has no id.')
  const entry = toEntry({ ...raw, mediaId: idOf(write.title) }, kindOf(write.title))
  if (answers <= fullAnswers) return entry
  const { priority, private: isPrivate, hidden } = write.full
  return { ...entry, priority, private: isPrivate, hidden }
}
