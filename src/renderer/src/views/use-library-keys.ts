import type { Ref } from 'vue'
import type { ListRow } from '../../../shared/entry'
import type { Status } from '../../../shared/status'
import { useKeys } from '../composables/use-keys'
import type { useKeymapStore } from '../stores/keymap'

interface Options {
  readonly keymap: Pick<ReturnType<typeof useKeymapStore>, 'singleKeys' | 'bindings'>
  readonly active: () => boolean
  readonly row: Readonly<Ref<ListRow | null | undefined>>
  readonly statuses: () => readonly Status[]
  /** Rows that one step down skips. */
  readonly stride: () => number
  readonly moveBy: (places: number) => void
  readonly moveTo: (place: number) => void
  readonly act: {
    readonly open: (row: ListRow) => void
    readonly step: (row: ListRow, by: 1 | -1) => void
    readonly rate: (row: ListRow) => void
    readonly status: (row: ListRow, status: Status) => void
    readonly remove: (row: ListRow) => void
    readonly close: () => void
    readonly filter: () => void
    readonly random: () => void
    readonly layout: () => void
    readonly note: (row: ListRow) => void
    readonly dates: (row: ListRow) => void
    readonly select: (row: ListRow) => void
    readonly selectAll: () => void
    /** Selects on the way by some places. */
    readonly reach: (places: number) => void
    readonly kind: () => void
  }
}

/** The keys of the library. */
export function useLibraryKeys(options: Options) {
  const { row, act, moveBy, moveTo, stride, statuses } = options

  function withRow(action: (row: ListRow) => void) {
    if (row.value) action(row.value)
  }

  const isGrid = () => stride() > 1

  useKeys(
    {
      down: () => moveBy(stride()),
      up: () => moveBy(-stride()),
      right: () => isGrid() && moveBy(1),
      left: () => isGrid() && moveBy(-1),
      select: () => withRow(act.select),
      'select-down': () => act.reach(stride()),
      'select-up': () => act.reach(-stride()),
      'select-all': act.selectAll,
      note: () => withRow(act.note),
      dates: () => withRow(act.dates),
      first: () => moveTo(0),
      last: () => moveTo(Number.POSITIVE_INFINITY),
      open: () => withRow(act.open),
      plus: () => withRow((each) => act.step(each, 1)),
      minus: () => withRow((each) => act.step(each, -1)),
      score: () => withRow(act.rate),
      status: ({ key }) => {
        const status = statuses()[Number(key) - 1]
        if (status) withRow((each) => act.status(each, status))
      },
      remove: () => withRow(act.remove),
      close: act.close,
      filter: act.filter,
      random: act.random,
      view: act.layout,
      kind: act.kind,
    },
    {
      singleKeys: options.keymap.singleKeys,
      bindings: () => options.keymap.bindings,
      active: options.active,
    },
  )
}
