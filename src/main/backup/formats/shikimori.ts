import type { ReadContext } from '../context'
import { idOf, isObject, textOf } from '../json'
import { type BackupFile, type FileWarning, unknownOwner } from '../model'
import { createDraft } from '../values/draft'
import { readRows } from './json-rows'
import { backupFile, type JsonFormat, unknownElements, withDuplicates } from './reader'

/** Shikimori's JSON export; it numbers titles as MyAnimeList does. */
export const shikimori: JsonFormat = {
  id: 'shikimori',
  name: 'Shikimori JSON',
  recognises: (value) => Array.isArray(value) && isObject(value[0]) && 'target_id' in value[0],
  read,
}

function read(value: unknown, context: ReadContext): BackupFile {
  const warnings: FileWarning[] = []
  const rows = readRows(value as readonly unknown[], context, warnings, (entry, number) => {
    const draft = createDraft(entry, context.limits.keptPerRow)
    const kind = /manga|ranobe/i.test(textOf(draft.take('target_type')) ?? '') ? 'manga' : 'anime'
    const titles = [textOf(draft.take('target_title')), textOf(draft.take('target_title_ru'))]
    draft.status('status')
    draft.score('score', 10)
    draft.repeats('rewatches')
    draft.count('progress', kind === 'anime' ? 'episodes' : 'chapters')
    if (kind === 'manga') draft.count('progressVolumes', 'volumes')
    draft.ignore('episodes', 'chapters', 'volumes')
    draft.notes('text')
    return draft.row({ number, kind, titles, ids: { mal: idOf(draft.take('target_id')) } })
  })
  return backupFile(
    'shikimori',
    withDuplicates(rows, (row) => (row.ids.mal ? `${row.kind}:${row.ids.mal}` : null)),
    {
      scoreStep: 10,
      owners: [{ ...unknownOwner, scoreFormat: 'point-10' }],
      warnings: [...warnings, ...unknownElements(rows, new Set())],
    },
  )
}
