import type { Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ListRow } from '../../../shared/entry'
import { type Sort, sortKeys } from '../../../shared/library-view'
import type { Status } from '../../../shared/status'
import { titleOf } from '../../../shared/titles'
import type { Action } from '../actions/action'
import { useActions } from '../composables/use-actions'
import { useTitleChoice } from '../composables/use-title-choice'
import { type Grouping, groupings } from '../library/groups'
import { type Layout, layouts } from '../library/look'
import type { Place } from '../library/place'

interface Options {
  /** False while the library is kept and another view is shown. */
  readonly here: Readonly<Ref<boolean>>
  readonly place: Readonly<Ref<Place>>
  /** The row that keys act on. */
  readonly row: Readonly<Ref<ListRow | null | undefined>>
  readonly statuses: () => readonly Status[]
  readonly sort: Ref<Sort>
  readonly layout: Ref<Layout>
  readonly grouping: Ref<Grouping>
  readonly act: {
    readonly filter: () => void
    readonly random: () => void
    readonly kind: () => void
    readonly open: (row: ListRow) => void
    readonly step: (row: ListRow, by: 1 | -1) => void
    readonly rate: (row: ListRow) => void
    readonly status: (row: ListRow, status: Status) => void
    readonly remove: (row: ListRow) => void
    readonly note: (row: ListRow) => void
    readonly dates: (row: ListRow) => void
    readonly select: (row: ListRow) => void
    readonly selectAll: () => void
  }
}

/** What can be done in the library: to the row one is at, and to the list. */
export function useLibraryActions({
  here,
  place,
  row,
  statuses,
  sort,
  layout,
  grouping,
  act,
}: Options) {
  const { t } = useI18n()
  const language = useTitleChoice()

  function ofRow(at: ListRow): readonly Action[] {
    const title = titleOf(at.media, language.value)
    const about = (action: string) => t('palette.about', { action, title })
    return [
      {
        id: 'row.plus',
        name: about(t('library.plus')),
        icon: 'i-lucide-plus',
        key: 'plus',
        words: `+1 ${title}`,
        run: () => act.step(at, 1),
      },
      {
        id: 'row.minus',
        name: about(t('library.minus')),
        icon: 'i-lucide-minus',
        key: 'minus',
        words: `-1 ${title}`,
        run: () => act.step(at, -1),
      },
      {
        id: 'row.score',
        name: about(t('keys.actions.score')),
        icon: 'i-lucide-star',
        key: 'score',
        run: () => act.rate(at),
      },
      {
        id: 'row.open',
        name: about(t('library.openEntry')),
        icon: 'i-lucide-panel-right-open',
        key: 'open',
        run: () => act.open(at),
      },
      {
        id: 'row.note',
        name: about(t('library.editNote')),
        icon: 'i-lucide-sticky-note',
        key: 'note',
        run: () => act.note(at),
      },
      {
        id: 'row.dates',
        name: about(t('library.editDates')),
        icon: 'i-lucide-calendar',
        key: 'dates',
        run: () => act.dates(at),
      },
      {
        id: 'row.select',
        name: about(t('bulk.select')),
        icon: 'i-lucide-square-check',
        key: 'select',
        run: () => act.select(at),
      },
      ...statuses()
        .filter((status) => status !== at.entry.status)
        .map((status) => ({
          id: `row.status.${status}`,
          name: t('palette.status', { status: t(`status.${place.value.kind}.${status}`), title }),
          icon: 'i-lucide-arrow-right-left',
          run: () => act.status(at, status),
        })),
      {
        id: 'row.remove',
        name: about(t('library.remove')),
        icon: 'i-lucide-trash-2',
        key: 'remove',
        run: () => act.remove(at),
      },
    ]
  }

  function ofList(): readonly Action[] {
    return [
      {
        id: 'list.filter',
        name: t('library.filter'),
        icon: 'i-lucide-search',
        key: 'filter',
        run: act.filter,
      },
      {
        id: 'list.random',
        name: t('finding.random'),
        icon: 'i-lucide-dices',
        key: 'random',
        run: act.random,
      },
      {
        id: 'list.selectAll',
        name: t('bulk.selectAll'),
        icon: 'i-lucide-list-checks',
        key: 'select-all',
        run: act.selectAll,
      },
      {
        id: 'list.kind',
        name: t('keys.actions.kind'),
        icon: 'i-lucide-tv',
        key: 'kind',
        run: act.kind,
      },
      ...layouts.map((each) => ({
        id: `layout.${each}`,
        name: t('palette.view', { name: t(`library.${each}`) }),
        icon: 'i-lucide-layout-grid',
        run: () => void (layout.value = each),
      })),
      ...groupings.map((each) => ({
        id: `group.${each}`,
        name: t('palette.group', { name: t(`library.groupings.${each}`) }),
        icon: 'i-lucide-group',
        run: () => void (grouping.value = each),
      })),
      ...sortKeys.map((key) => ({
        id: `sort.${key}`,
        name: t('library.sortBy', { key: t(`library.sortKeys.${key}`) }),
        icon: 'i-lucide-arrow-down-wide-narrow',
        run: () => void (sort.value = { key, descending: key !== 'title' }),
      })),
    ]
  }

  useActions(() => (here.value ? [...(row.value ? ofRow(row.value) : []), ...ofList()] : []))
}
