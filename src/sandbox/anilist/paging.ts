/** How deep a question may page: page × perPage. */
export const deepestEntry = 5000
export const mostPerPage = 50

export interface PageInfo {
  total: number
  perPage: number
  currentPage: number
  lastPage: number
  hasNextPage: boolean
}

/** One page of items. `total` and `lastPage` are as useless as AniList's; only the last is true. */
export function pageOf<Item>(
  items: readonly Item[],
  page: number,
  perPage: number,
  most = mostPerPage,
): { items: Item[]; pageInfo: PageInfo } {
  const size = Math.min(most, Math.max(1, perPage))
  const currentPage = Math.max(1, page)
  const first = (currentPage - 1) * size
  return {
    items: items.slice(first, first + size),
    pageInfo: {
      total: deepestEntry,
      perPage: size,
      currentPage,
      lastPage: Math.floor(deepestEntry / size),
      hasNextPage: first + size < items.length,
    },
  }
}
