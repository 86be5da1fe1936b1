import { kindOf, type MediaKind, type TitleKey } from '../../../shared/media'
import { readTitleKey } from './title-key'

// While something is dragged over a target only the types can be seen: the kind must stand there.
const typeOf = (kind: MediaKind) => `application/x-tsuzuki-${kind}`

/** Puts titles of one kind onto the pointer. */
export function dragTitles(data: DataTransfer, titles: readonly TitleKey[]): void {
  const [first] = titles
  if (!first) return
  data.setData(typeOf(kindOf(first)), titles.join(' '))
  data.effectAllowed = 'copyMove'
}

/** True when titles of a kind are being dragged. */
export function carriesTitles(data: DataTransfer | null, kind: MediaKind): boolean {
  return data?.types.includes(typeOf(kind)) ?? false
}

/** The titles that were dropped. */
export function droppedTitles(data: DataTransfer | null, kind: MediaKind): readonly TitleKey[] {
  const text = data?.getData(typeOf(kind)) ?? ''
  return text.split(' ').flatMap((part) => readTitleKey(part) ?? [])
}
