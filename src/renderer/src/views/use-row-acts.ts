import { type Ref, shallowRef } from 'vue'
import type { Entry, EntryField, ListRow } from '../../../shared/entry'
import type { TitleKey } from '../../../shared/media'
import type { Status } from '../../../shared/status'
import { useEditsStore } from '../stores/edits'
import { useLibraryStore } from '../stores/library'
import { useSyncStore } from '../stores/sync'

interface Options {
  readonly active: Ref<TitleKey | null>
  /** Whose score is being chosen in its row. */
  readonly rating: Ref<TitleKey | null>
  /** Gives the keyboard back to the list. */
  readonly focusList: () => void
  /** Scores are typed in the row; where rows have no room for it, in the panel. */
  readonly ratesInPlace: () => boolean
}

/** What can be done to a row, and what is open at the moment because of it. */
export function useRowActs({ active, rating, focusList, ratesInPlace }: Options) {
  const library = useLibraryStore()
  const edits = useEditsStore()
  const sync = useSyncStore()
  const opened = shallowRef<TitleKey | null>(null)
  /** The field of the panel that one asked for; a new object each time one asks. */
  const wanted = shallowRef<{ readonly field: EntryField } | null>(null)
  const menuAnchor = shallowRef<HTMLElement | null>(null)
  const menuOpen = shallowRef(false)
  const removing = shallowRef(false)

  function open(title: TitleKey, field: EntryField | null = null) {
    active.value = title
    opened.value = title
    wanted.value = field && { field }
  }

  function rate(title: TitleKey | null) {
    rating.value = ratesInPlace() ? title : null
    if (!title) focusList()
    else if (!ratesInPlace()) open(title, 'score')
  }

  return {
    opened,
    wanted,
    menuAnchor,
    menuOpen,
    removing,
    open,
    rate,

    /** After the last one the score is asked for, beside the row; Esc skips it. */
    async step(title: TitleKey, by: 1 | -1) {
      const before = library.find(title)?.entry
      await edits.step(title, by)
      const after = library.find(title)?.entry
      if (before && after && isJustFinished(before, after)) rate(title)
    },

    score(title: TitleKey, raw: number | null) {
      rate(null)
      if (library.find(title)?.entry.score !== raw) void edits.edit(title, { score: raw })
    },

    setStatus(title: TitleKey, status: Status) {
      if (library.find(title)?.entry.status !== status) void edits.edit(title, { status })
    },

    repeat: (title: TitleKey, which: 'start' | 'finish') => void edits.repeat(title, which),

    refresh({ title, media }: ListRow) {
      const { accountId } = library
      if (accountId !== null) void sync.refresh({ ref: { accountId, title }, titles: media.titles })
    },

    openMenu(title: TitleKey, anchor: HTMLElement) {
      active.value = title
      menuAnchor.value = anchor
      menuOpen.value = true
    },

    askRemove(title: TitleKey) {
      active.value = title
      removing.value = true
    },

    async remove(title: TitleKey) {
      if (opened.value === title) opened.value = null
      await edits.remove(title)
      focusList()
    },
  }
}

/** What was rated before a rewatch is not asked again. */
function isJustFinished(before: Entry, after: Entry) {
  return before.status !== 'completed' && after.status === 'completed' && after.score === null
}
