import { computed, ref, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { ListRow } from '../../../shared/entry'
import { kindOf, mediaKinds } from '../../../shared/media'
import { titleOf } from '../../../shared/titles'
import type { FoundTitle } from '../actions/action'
import { createTitleFinder } from '../actions/find-titles'
import type { PaletteGroup, PaletteItem } from '../actions/palette-item'
import { rankActions } from '../actions/rank'
import { useTitleChoice } from '../composables/use-title-choice'
import { useWholeLists } from '../composables/use-whole-lists'
import { pathOf } from '../library/place'
import { useActionsStore } from '../stores/actions'
import { useEditsStore } from '../stores/edits'
import { useKeymapStore } from '../stores/keymap'
import { useLibraryStore } from '../stores/library'

const mostActions = 8
const mostUnasked = 200
const mostTitles = 7
/** A source elsewhere is asked once no key was pressed for so long, in ms. */
const pauseMs = 300

/** What the palette shows for what is typed: actions, titles here, titles elsewhere. */
export function usePalette() {
  const { t } = useI18n()
  const router = useRouter()
  const actions = useActionsStore()
  const edits = useEditsStore()
  const keymap = useKeymapStore()
  const library = useLibraryStore()
  const readLists = useWholeLists()
  const language = useTitleChoice()
  const finders = { anime: createTitleFinder(), manga: createTitleFinder() }

  const open = ref(false)
  const typed = ref('')
  const elsewhere = shallowRef<readonly PaletteGroup[]>([])
  watch(open, (isOpen) => {
    typed.value = ''
    if (isOpen) void readLists()
  })

  /** `+1 frieren` counts up right from the palette. */
  const step = computed(() => {
    const found = /^([+\-−])1?\s*(.+)$/.exec(typed.value.trim())
    return found
      ? { by: found[1] === '+' ? (1 as const) : (-1 as const), of: found[2] ?? '' }
      : null
  })

  const titles = computed<readonly PaletteItem[]>(() => {
    if (!open.value) return []
    const wanted = step.value?.of ?? typed.value
    return mediaKinds.flatMap((kind) => {
      const set = library.lists[kind]
      const rows = set ? finders[kind](set, wanted, mostTitles) : []
      return rows.map(step.value ? stepItem : titleItem)
    })
  })

  function titleItem(row: ListRow): PaletteItem {
    const { title, entry, media } = row
    const kind = kindOf(title)
    const tab = { type: 'status', status: entry.status } as const
    return {
      id: title,
      name: titleOf(media, language.value),
      detail: t(`status.${kind}.${entry.status}`),
      icon: kind === 'anime' ? 'i-lucide-tv' : 'i-lucide-book-open',
      key: null,
      run: () =>
        void router.push(
          `${pathOf({ kind, tab: entry.hidden ? { type: 'all' } : tab })}?entry=${title}`,
        ),
    }
  }

  function stepItem(row: ListRow): PaletteItem {
    const by = step.value?.by ?? 1
    const { title, entry, media } = row
    const name = titleOf(media, language.value)
    return {
      id: title,
      name: t(by > 0 ? 'palette.plus' : 'palette.minus', { title: name }),
      detail: `${entry.progress} → ${Math.max(0, entry.progress + by)}`,
      icon: by > 0 ? 'i-lucide-plus' : 'i-lucide-minus',
      key: null,
      run: () => void edits.step(title, by),
    }
  }

  const acts = computed<readonly PaletteItem[]>(() => {
    if (!open.value || step.value) return []
    const most = typed.value.trim() ? mostActions : mostUnasked
    return rankActions(actions.all, typed.value, actions.usage)
      .slice(0, most)
      .map(({ id, name, icon, key, run }) => ({
        id,
        name,
        detail: '',
        icon,
        key: key ? keymap.keyOf(key) : null,
        run() {
          void actions.use(id)
          run()
        },
      }))
  })

  // Whoever is asked elsewhere is asked late, and an older question never overtakes a newer one.
  watch(typed, (text, _before, onCleanup) => {
    elsewhere.value = []
    const wanted = text.trim()
    if (!open.value || wanted.length < 2 || step.value) return
    const abort = new AbortController()
    const timer = setTimeout(() => void askAll(wanted, abort.signal), pauseMs)
    onCleanup(() => {
      clearTimeout(timer)
      abort.abort()
    })
  })

  async function askAll(text: string, signal: AbortSignal) {
    const asked = actions.sources.map(async (source) => {
      const found = await source.search(text, signal).catch(() => [])
      if (signal.aborted || found.length === 0) return
      const group = { name: source.name, items: found.map(foundItem) }
      elsewhere.value = [...elsewhere.value, group]
    })
    await Promise.all(asked)
  }

  function foundItem({ key, name, detail, run }: FoundTitle): PaletteItem {
    return { id: `found.${key}`, name, detail, icon: 'i-lucide-globe', key: null, run }
  }

  const groups = computed<readonly PaletteGroup[]>(() =>
    [
      { name: t('palette.actions'), items: acts.value },
      { name: t('palette.titles'), items: titles.value },
      ...elsewhere.value,
    ].filter(({ items }) => items.length > 0),
  )

  return { open, typed, groups }
}
