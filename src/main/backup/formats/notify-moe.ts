import type { ReadContext } from '../context'
import { isObject, listAt, objectAt, textOf } from '../json'
import type { BackupFile, FileWarning } from '../model'
import { createDraft } from '../values/draft'
import { readRows } from './json-rows'
import { backupFile, type JsonFormat, unknownElements } from './reader'

/** notify.moe's list: it names titles by ids of its own only, which are kept for the report. */
export const notifyMoe: JsonFormat = {
  id: 'notify-moe',
  name: 'notify.moe JSON',
  recognises: (value) => {
    const first = itemsOf(value)[0]
    return isObject(first) && 'animeId' in first && 'status' in first
  },
  read,
}

const known = new Set(['animeId', 'rating'])

function read(value: unknown, context: ReadContext): BackupFile {
  const warnings: FileWarning[] = []
  const rows = readRows(itemsOf(value), context, warnings, (entry, number) => {
    const raw = { overall: objectAt(entry, 'rating').overall, ...entry }
    const draft = createDraft(raw, context.limits.keptPerRow)
    const title = objectAt(entry, 'anime', 'title')
    draft.status('status')
    draft.score('overall', 10)
    draft.count('progress', 'episodes')
    draft.repeats('rewatchCount')
    draft.notes('notes')
    draft.flag('private', 'private')
    draft.ignore('created', 'edited', 'anime')
    return draft.row({
      number,
      kind: 'anime',
      titles: [textOf(title.romaji), textOf(title.english), textOf(title.japanese)],
    })
  })
  return backupFile('notify-moe', rows, {
    warnings: [...warnings, ...unknownElements(rows, known)],
  })
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : listAt(value, 'items')
}
