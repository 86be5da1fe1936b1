import type { ListTab } from '../../../shared/library-view'
import { type MediaKind, mediaKinds } from '../../../shared/media'

/** A query with a name. It lives here only and never goes to a service. */
export interface SmartList {
  readonly id: string
  /** Empty for the one that is there from the start, which is named in the language of the window. */
  readonly name: string
  readonly query: string
  /** Of which kind of titles it tells. */
  readonly kind: MediaKind
}

/** Under which name the lists are kept among what the window remembers. */
export const smartListsName = 'smartLists'

const first: readonly SmartList[] = [
  { id: 'ready', name: '', query: 'status:current behind>0', kind: 'anime' },
]

/** Reads what is remembered; what is not understood is left out. */
export function readSmartLists(kept: unknown): readonly SmartList[] {
  if (!Array.isArray(kept)) return first
  return kept.flatMap((each: unknown) => {
    const list = readSmartList(each)
    return list ? [list] : []
  })
}

function readSmartList(kept: unknown): SmartList | null {
  if (typeof kept !== 'object' || kept === null) return null
  const { id, name, query, kind } = kept as Partial<Record<keyof SmartList, unknown>>
  const isKind = mediaKinds.find((each) => each === kind)
  return typeof id === 'string' && typeof name === 'string' && typeof query === 'string' && isKind
    ? { id, name, query, kind: isKind }
    : null
}

/** The lists with a new one at the end. */
export function withList(
  lists: readonly SmartList[],
  list: Omit<SmartList, 'id'>,
): { readonly lists: readonly SmartList[]; readonly id: string } {
  const numbers = lists.map(({ id }) => Number(/^list-(\d+)$/.exec(id)?.[1] ?? 0))
  const id = `list-${Math.max(0, ...numbers) + 1}`
  return { lists: [...lists, { ...list, id }], id }
}

/** The lists with one moved up or down among those of its kind. */
export function moved(lists: readonly SmartList[], id: string, by: 1 | -1): readonly SmartList[] {
  const from = lists.findIndex((list) => list.id === id)
  const list = lists[from]
  if (!list) return lists
  let to = from + by
  while (lists[to] && lists[to]?.kind !== list.kind) to += by
  const other = lists[to]
  return other ? lists.map((each, at) => (at === from ? other : at === to ? list : each)) : lists
}

/** A query that asks for the same where no tab helps: what the tab said stands before it. */
export function withTab(query: string, tab: ListTab): string {
  const typed = query.trim()
  if (tab.type === 'status') return `status:${tab.status} ${typed}`.trim()
  // In quotes whatever it is: a list may be called "None".
  if (tab.type === 'custom') return `list:"${tab.name.replaceAll('"', '')}" ${typed}`.trim()
  return typed
}
