import { computed, type Ref } from 'vue'
import type { ListRow } from '../../../shared/entry'
import { rankTitles, sortIndexes } from '../../../shared/library-sort'
import type { ListTab, Sort } from '../../../shared/library-view'
import type { TitleKey } from '../../../shared/media'
import type { QueryContext } from '../../../shared/query/matches'
import type { TitleChoice } from '../../../shared/title-choice'
import { createFinder } from '../finding/finder'
import { isAdult } from '../library/facts'
import { groupRows, type Grouping, type Section } from '../library/groups'
import { type Indexes, pick } from '../library/pick'
import { membersOf } from '../library/members'
import type { RowSet } from '../library/row-set'
import { useZone } from './use-zone'

const none: readonly Section[] = []

export interface ShownRowsOptions {
  /** The whole list; `null` while only the first screenful is here. */
  readonly set: Readonly<Ref<RowSet | null>>
  readonly first: Readonly<
    Ref<{ readonly rows: readonly ListRow[]; readonly total: number } | null>
  >
  readonly tab: Readonly<Ref<ListTab>>
  readonly sort: Readonly<Ref<Sort>>
  readonly titles: Readonly<Ref<TitleChoice>>
  readonly grouping: Readonly<Ref<Grouping>>
  /** Stays where it is although it has left the list, as long as one is at it. */
  readonly pinned: Readonly<Ref<TitleKey | null>>
  readonly adult: Readonly<Ref<'shown' | 'hidden'>>
  readonly filter: Readonly<Ref<string>>
  /** Grow when rows arrived, changed tabs, or changed at all. */
  readonly arrivals: Readonly<Ref<number>>
  readonly moves: Readonly<Ref<number>>
  readonly touches: Readonly<Ref<number>>
  /** Grows when the order is to be made anew. */
  readonly resorts: Readonly<Ref<number>>
  /** Unix s. */
  readonly nowS: () => number
  /** How the account shows scores, for who asks for them. */
  readonly scores: () => Pick<QueryContext, 'scoreFormat' | 'scoreTable'>
}

/**
 * Which rows a list shows, in which order. Each step is redone only when what it stands on has
 * changed; an edit redoes none of them, so a row never jumps away under the pointer.
 */
export function useShownRows(options: ShownRowsOptions) {
  const { set, first, tab, sort, titles, adult, filter, grouping, pinned } = options

  const ranks = computed(() => {
    void options.arrivals.value
    return set.value && rankTitles(set.value.rows, titles.value)
  })

  const order = computed(() => {
    void options.resorts.value
    return set.value && ranks.value
      ? sortIndexes(set.value.rows, ranks.value, sort.value, options.nowS())
      : null
  })

  const pin = computed(() => (pinned.value === null ? undefined : set.value?.indexOf(pinned.value)))

  const members = computed(() => {
    void options.moves.value
    return set.value && order.value ? membersOf(set.value, order.value, tab.value, pin.value) : null
  })

  const find = createFinder()
  const zone = useZone()
  const found = computed(() =>
    set.value && members.value
      ? find(set.value, members.value, filter.value, {
          // By whole minutes, so that two key presses ask for the same.
          nowS: Math.floor(options.nowS() / 60) * 60,
          zone: zone.value,
          ...options.scores(),
        })
      : null,
  )

  /** What was found, and the row that one is at, in its place. */
  function withPin(indexes: Indexes | null): Indexes | null {
    const kept = pin.value
    if (!indexes || kept === undefined || indexes.includes(kept)) return indexes
    const all = new Set(indexes)
    return members.value?.filter((index) => index === kept || all.has(index)) ?? indexes
  }

  /** What was found, but for adult titles where they are off. */
  const shown = computed(() => {
    const indexes = withPin(found.value?.indexes ?? null)
    const facts = set.value?.facts
    if (!indexes || !facts || adult.value === 'shown') return indexes
    return pick(indexes, (index) => !isAdult(facts[index] ?? 0))
  })

  const grouped = computed(() =>
    set.value && shown.value && grouping.value !== 'none'
      ? groupRows(set.value, shown.value, grouping.value)
      : null,
  )
  const placed = computed(() => grouped.value?.indexes ?? shown.value)

  const count = computed(() => placed.value?.length ?? first.value?.total ?? 0)
  const hiddenAdult = computed(
    () => (found.value?.indexes.length ?? 0) - (shown.value?.length ?? 0),
  )

  /** The row at a place; `undefined` while it has not arrived. Follows every edit. */
  function rowAt(place: number): ListRow | undefined {
    void options.touches.value
    if (!placed.value) return first.value?.rows[place]
    const index = placed.value[place]
    return index === undefined ? undefined : set.value?.rows[index]
  }

  /** The place of a row; -1 when it is not shown. */
  function placeOf(row: ListRow): number {
    if (!placed.value) return first.value?.rows.indexOf(row) ?? -1
    const index = set.value?.indexOf(row.title)
    return index === undefined ? -1 : placed.value.indexOf(index)
  }

  /** The titles from one place to another, both included. */
  function titlesFrom(one: number, other: number): readonly TitleKey[] {
    const [from, to] = one <= other ? [one, other] : [other, one]
    return Array.from({ length: to - from + 1 }, (_, at) => rowAt(from + at)?.title).filter(
      (title) => title !== undefined,
    )
  }

  return {
    count,
    hiddenAdult,
    /** Rows of the list that do not match what was typed. */
    hiddenByFilter: computed(() =>
      found.value && members.value && !found.value.similar
        ? members.value.length - found.value.indexes.length
        : 0,
    ),
    sections: computed<readonly Section[]>(() => grouped.value?.sections ?? none),
    titlesFrom,
    /** Nothing matches what was typed: the nearest titles are shown. */
    similar: computed(() => found.value?.similar ?? false),
    problems: computed(() => found.value?.problems ?? []),
    rowAt,
    placeOf,
  }
}
