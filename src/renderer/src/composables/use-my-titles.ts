import { onMounted } from 'vue'
import type { ListRow } from '../../../shared/entry'
import type { TitleKey } from '../../../shared/media'
import { useEditsStore } from '../stores/edits'
import { useLibraryStore } from '../stores/library'
import { useWholeLists } from './use-whole-lists'

/** My state of titles that are shown outside of the list, and what can be done with them there. */
export function useMyTitles() {
  const library = useLibraryStore()
  const edits = useEditsStore()
  const readLists = useWholeLists()
  onMounted(() => void readLists())

  const find = (title: TitleKey): ListRow | null => library.find(title) ?? null
  return {
    find,
    add: (title: TitleKey) => void edits.edit(title, { status: 'planned' }),
    /** One more; a title that is not on the list is begun with it. */
    plus(title: TitleKey) {
      if (find(title)) void edits.step(title, 1)
      else void edits.edit(title, { status: 'current', progress: 1 })
    },
    minus(title: TitleKey) {
      if (find(title)) void edits.step(title, -1)
    },
  }
}
