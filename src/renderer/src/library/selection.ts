import type { TitleKey } from '../../../shared/media'

/** Titles that were chosen for one change, and the one from which a range goes. */
export interface Selection {
  readonly titles: ReadonlySet<TitleKey>
  readonly anchor: TitleKey | null
}

export const nothingSelected: Selection = { titles: new Set(), anchor: null }

/** One title more or less; the next range goes from it. */
export function toggle({ titles }: Selection, title: TitleKey): Selection {
  const next = new Set(titles)
  if (!next.delete(title)) next.add(title)
  return { titles: next, anchor: title }
}

/** Everything between the anchor and a title, beside what is selected already. */
export function extend(
  { titles, anchor }: Selection,
  to: TitleKey,
  between: (from: TitleKey, to: TitleKey) => readonly TitleKey[],
): Selection {
  const from = anchor ?? to
  return { titles: new Set([...titles, ...between(from, to)]), anchor: from }
}

/** Without titles that are not there any more; the same object when all still are. */
export function without(selection: Selection, isThere: (title: TitleKey) => boolean): Selection {
  const left = [...selection.titles].filter(isThere)
  if (left.length === selection.titles.size) return selection
  return { titles: new Set(left), anchor: selection.anchor }
}
