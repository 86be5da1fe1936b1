import type { EntryField, ListRow } from '../../../shared/entry'
import type { TitleKey } from '../../../shared/media'
import type { Grouping, Section } from './groups'
import type { ListLook } from './look'

/** What every way to draw a list is given. */
export interface ListProps {
  readonly count: number
  readonly rowAt: (place: number) => ListRow | undefined
  readonly look: ListLook
  readonly grouping: Grouping
  /** The parts of the list; none when it is not divided. */
  readonly sections: readonly Section[]
  readonly active: TitleKey | null
  readonly selected: ReadonlySet<TitleKey>
  /** Whose score is being chosen. */
  readonly rating: TitleKey | null
  readonly label: string
  /** The size of text, where 1 is usual. */
  readonly scale: number
}

/** What it tells. */
export interface ListEvents {
  activate: [title: TitleKey]
  open: [title: TitleKey, field: EntryField | null]
  select: [title: TitleKey, how: 'toggle' | 'range']
  step: [title: TitleKey, by: 1 | -1]
  rate: [title: TitleKey | null]
  score: [title: TitleKey, raw: number | null]
  menu: [title: TitleKey, anchor: HTMLElement]
  drag: [title: TitleKey, data: DataTransfer]
}
