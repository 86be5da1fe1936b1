import type { Page } from '../../../shared/community/paging'
import type { Look, Looked } from '../../../shared/looked-up'
import type { LookedUp, Question } from '../looked-up'

/** Items in one message, which stays far below 256 kB. */
export const partSize = 60

/** Does something to every list of an answer. */
export type Lists<T> = (value: T, each: <I>(list: Page<I>) => Page<I>) => T

/**
 * Looks something long up by pages. A service that answers with everything at once is asked once,
 * and its answer is handed out in parts.
 */
export async function lookInParts<T>(
  lookedUp: Pick<LookedUp, 'look'>,
  { look, page, question, lists }: Wanted<T>,
): Promise<Looked<T>> {
  if (page === 1) return cut(await lookedUp.look(look, question(1)), page, lists)
  const first = await lookedUp.look({ ...look, want: 'known' }, question(1))
  if (first && isWhole(first.value, lists)) return cut({ ...first, isFresh: true }, page, lists)
  return lookedUp.look(look, question(page))
}

interface Wanted<T> {
  readonly look: Look
  readonly page: number
  readonly question: (page: number) => Question<T>
  readonly lists: Lists<T>
}

/** Every list of it is all there is, and one is longer than a part. */
function isWhole<T>(value: T, lists: Lists<T>): boolean {
  let isAll = true
  let isLong = false
  lists(value, (list) => {
    isAll &&= !list.hasNext
    isLong ||= list.items.length > partSize
    return list
  })
  return isAll && isLong
}

function cut<T>(seen: Looked<T>, page: number, lists: Lists<T>): Looked<T> {
  if (!seen || !isWhole(seen.value, lists)) return seen
  return { ...seen, value: lists(seen.value, (list) => partOf(list, page, partSize)) }
}

/** A page of what came as a whole. */
export function partOf<I>({ items, hasNext, total }: Page<I>, page: number, size: number): Page<I> {
  const end = page * size
  return { items: items.slice(end - size, end), hasNext: hasNext || end < items.length, total }
}
