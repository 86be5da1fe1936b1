import { computed, nextTick, type Ref, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ListRow } from '../../../shared/entry'
import type { TitleKey } from '../../../shared/media'
import type { Status } from '../../../shared/status'
import { useActiveRow } from '../composables/use-active-row'
import { dragTitles } from '../library/dragged-titles'
import { useAccountsStore } from '../stores/accounts'
import { useKeymapStore } from '../stores/keymap'
import { useLibraryStore } from '../stores/library'
import { useBulk } from './use-bulk'
import { useLibraryActions } from './use-library-actions'
import { useLibraryArrival } from './use-library-arrival'
import { useLibraryFinding } from './use-library-finding'
import { useLibraryKeys } from './use-library-keys'
import { useLibraryList } from './use-library-list'
import { useLibraryPlace } from './use-library-place'
import { useLibrarySelection } from './use-library-selection'
import { useLibraryWords } from './use-library-words'
import { useRowActs } from './use-row-acts'

/** The parts of the page that the library moves and gives the keyboard to. */
export interface LibraryParts {
  readonly list: Readonly<
    Ref<{
      readonly element: HTMLElement | null
      readonly stride: number
      firstPlace: () => number
      scrollTo: (place: number, align?: 'auto' | 'start') => void
    } | null>
  >
  readonly field: Readonly<Ref<{ focus: () => void } | null>>
}

/** The library: which list, which rows, which one the keys act on, what can be done. */
export function useLibrary({ list, field }: LibraryParts) {
  const { locale } = useI18n()
  const library = useLibraryStore()
  const accounts = useAccountsStore()
  const account = computed(() => accounts.active)
  const statuses = computed(() => account.value?.capabilities.statuses ?? [])

  const at = useLibraryPlace()
  const { here, asked, place, filter, sort, layout, columns } = at
  const rating = shallowRef<TitleKey | null>(null)
  const rows = useLibraryList({ at, account, locale, pinned: rating })
  const { count, rowAt, placeOf, titlesFrom, look } = rows
  const { expected } = useLibraryArrival(account, place, sort)

  watch([place, filter, sort, at.grouping], () => list.value?.scrollTo(0, 'start'), {
    flush: 'post',
  })
  // Another layout begins with the row that the one before began with.
  watch([layout, at.coverSize], async () => {
    const first = list.value?.firstPlace() ?? 0
    await nextTick()
    list.value?.scrollTo(first, 'start')
  })

  function focusList() {
    list.value?.element?.focus({ preventScroll: true })
  }

  const { active, row, moveBy, moveTo } = useActiveRow({
    count,
    rowAt,
    placeOf,
    find: library.find,
    goTo(to) {
      list.value?.scrollTo(to)
      focusList()
    },
  })
  const acts = useRowActs({
    active,
    rating,
    focusList,
    ratesInPlace: () => layout.value === 'grid' || columns.value.some(({ id }) => id === 'score'),
  })
  watch(asked, (title) => title && acts.open(title), { immediate: true })
  const selection = useLibrarySelection({ place, active, count, placeOf, titlesFrom })
  const bulk = useBulk(selection, () => place.value.kind)

  function goToList() {
    if (row.value) focusList()
    else moveTo(0)
  }

  function close() {
    if (acts.opened.value) acts.opened.value = null
    else if (selection.titles.value.size > 0) selection.clear()
    else filter.value = ''
    goToList()
  }

  function pickRandom() {
    moveTo(Math.floor(Math.random() * count.value))
    if (active.value) acts.open(active.value)
  }

  const isSelecting = () => selection.titles.value.size > 0
  const act = {
    open: ({ title }: ListRow) => acts.open(title),
    note: ({ title }: ListRow) => acts.open(title, 'notes'),
    dates: ({ title }: ListRow) => acts.open(title, 'startedAt'),
    // With titles selected, the keys are meant for all of them.
    step: ({ title }: ListRow, by: 1 | -1) =>
      isSelecting() ? bulk.ask({ do: 'step', by }) : void acts.step(title, by),
    rate: ({ title }: ListRow) => acts.rate(title),
    status: ({ title }: ListRow, status: Status) =>
      isSelecting() ? bulk.ask({ do: 'set', patch: { status } }) : acts.setStatus(title, status),
    remove: ({ title }: ListRow) =>
      isSelecting() ? bulk.ask({ do: 'remove' }) : acts.askRemove(title),
    select: ({ title }: ListRow) => selection.pick(title, 'toggle'),
    selectAll: selection.all,
    reach: (places: number) => selection.reach(() => moveBy(places)),
    close,
    filter: () => field.value?.focus(),
    random: pickRandom,
    layout: at.nextLayout,
    kind: at.switchKind,
  }
  useLibraryKeys({
    keymap: useKeymapStore(),
    active: () => here.value,
    row,
    statuses: () => statuses.value,
    stride: () => list.value?.stride ?? 1,
    moveBy,
    moveTo,
    act,
  })
  useLibraryActions({
    here,
    place,
    row,
    statuses: () => statuses.value,
    sort,
    layout,
    grouping: at.grouping,
    act,
  })

  const finding = useLibraryFinding({ place, filter, problems: rows.problems })
  const words = useLibraryWords({
    place,
    account,
    filter,
    smartList: finding.listName,
    row,
    titles: () => look.value.titles,
  })

  return {
    account,
    statuses,
    at,
    rows,
    expected,
    rating,
    active,
    row,
    acts,
    selection,
    bulk,
    finding,
    words,
    goToList,
    /** The keyboard goes back to the list, unless the menu led somewhere else. */
    menuClosed() {
      if (rating.value === null && !acts.opened.value) goToList()
    },
    close,
    pickRandom,
    /** What is dragged: all that is selected, or the one row under the pointer. */
    drag(title: TitleKey, data: DataTransfer) {
      const { titles } = selection
      dragTitles(data, titles.value.has(title) ? [...titles.value] : [title])
    },
  }
}
