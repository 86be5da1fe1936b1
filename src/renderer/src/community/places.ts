import type { SmallUser } from '../../../shared/community/user'
import type { MediaKind, TitleKey } from '../../../shared/media'

/** Where the pages of people and posts are in the window. */
export const userPath = ({ id }: Pick<SmallUser, 'id'>) => `/user/${id}`
/** Where only the name is known; the mark tells a name of digits from a number. */
export const namedUserPath = (name: string) => `/user/@${encodeURIComponent(name)}`
export const threadPath = (id: number) => `/thread/${id}`
export const activityPath = (id: number) => `/activity/${id}`
export const reviewPath = (kind: MediaKind, id: number) => `/review/${kind}/${id}`
export const writeReviewPath = (title: TitleKey, id: number | null) => ({
  path: `/write-review/${title}`,
  ...(id === null ? {} : { query: { id: String(id) } }),
})
export const reviewsOfPath = (title: TitleKey) => ({ path: '/reviews', query: { title } })
export const writeThreadPath = (id: number | null) =>
  id === null ? '/write-thread' : `/write-thread/${id}`

/** A number in an address; `null` for anything else. */
export function numberIn(text: unknown): number | null {
  return typeof text === 'string' && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
}

/** Whose page an address is: by number, or by name where it is marked as one or is no number. */
export function whoIn(param: unknown): number | string {
  const text = String(param)
  return numberIn(text) ?? text.replace(/^@/, '')
}
