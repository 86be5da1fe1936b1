import type { ImportMode, PreviewChoice, TagUse } from '../../../shared/backup'
import type { EntryField } from '../../../shared/entry'
import type { MediaKind } from '../../../shared/media'
import { cellKey } from '../../backup/difference/picks'
import type { CompareSettings } from '../../backup/thread/messages'

/** What the user chose in the preview; at first everything is picked and nothing is taken away. */
export function createChoices() {
  let mode: ImportMode = 'fill-gaps'
  let tags: TagUse = 'leave'
  let removeMissing = false
  let createLists = false
  const picks = {
    rowsOff: new Set<number>(),
    fieldsOff: new Set<EntryField>(),
    kindsOff: new Set<MediaKind>(),
    cellsOff: new Set<string>(),
  }

  function turn(choice: PreviewChoice): void {
    switch (choice.type) {
      case 'mode':
        mode = choice.mode
        removeMissing = choice.mode === 'equal' && choice.removeMissing
        return
      case 'lists':
        createLists = choice.create
        return
      case 'tags':
        tags = choice.tags
        return
      case 'row':
        return put(picks.rowsOff, choice.row, choice.on)
      case 'field':
        return put(picks.fieldsOff, choice.field, choice.on)
      case 'kind':
        return put(picks.kindsOff, choice.kind, choice.on)
      case 'cell':
        return put(picks.cellsOff, cellKey(choice.row, choice.field), choice.on)
    }
  }

  return {
    picks,
    turn,
    mode: () => mode,
    tags: () => tags,
    removeMissing: () => removeMissing,
    /** Custom lists that the account does not have are made first. */
    createLists: () => createLists,
    settings: (): CompareSettings => ({ mode, tags, removeMissing, picks }),
  }
}

function put<T>(off: Set<T>, item: T, on: boolean): void {
  if (on) off.delete(item)
  else off.add(item)
}
