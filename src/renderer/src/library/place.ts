import { type ListTab } from '../../../shared/library-view'
import type { MediaKind } from '../../../shared/media'
import { isStatus } from '../../../shared/status'

/** A list that one can be at. */
export interface Place {
  readonly kind: MediaKind
  readonly tab: ListTab
  /** The id of a smart list: its query is laid over the tab, which then is all. */
  readonly smart?: string
}

/** The id of a list that is always there: what is kept out of the lists by status. */
export const hiddenList = 'hidden'

/** What such a list asks for; `null` for every other. */
export function builtInQuery({ smart }: Place): string | null {
  return smart === hiddenList ? 'hidden:yes' : null
}

const start: Place = { kind: 'anime', tab: { type: 'status', status: 'current' } }

/** The place that the parameters of an address name; what makes no sense leads to the start. */
export function placeFrom(params: Readonly<Record<string, unknown>>): Place {
  const kind = params.kind === 'manga' ? 'manga' : 'anime'
  if (params.type === 'all') return { kind, tab: { type: 'all' } }
  if (params.type === 'smart' && typeof params.name === 'string' && params.name) {
    return { kind, tab: { type: 'all' }, smart: params.name }
  }
  if (params.type === 'custom' && typeof params.name === 'string' && params.name) {
    return { kind, tab: { type: 'custom', name: params.name } }
  }
  return { kind, tab: isStatus(params.name) ? { type: 'status', status: params.name } : start.tab }
}

/** The address of a place. */
export function pathOf({ kind, tab, smart }: Place): string {
  if (smart !== undefined) return `/library/${kind}/smart/${encodeURIComponent(smart)}`
  if (tab.type === 'all') return `/library/${kind}/all`
  if (tab.type === 'status') return `/library/${kind}/status/${tab.status}`
  return `/library/${kind}/custom/${encodeURIComponent(tab.name)}`
}

/** Where the user was last, from what the window remembers; at first, what one watches. */
export function lastPlace(views: Readonly<Record<string, unknown>>): string {
  const last = views.place
  return typeof last === 'string' && last.startsWith('/library/') ? last : pathOf(start)
}

/** The address of a place with something typed into its filter. */
export function searchPathOf(place: Place, typed: string): string {
  return `${pathOf(place)}?q=${encodeURIComponent(typed)}`
}
