import type { Page } from '../../../../shared/community/paging'
import { partsOf } from '../../lenient'
import { type Parts, readList, someList } from '../../reading'

/** Of a page only `hasNextPage` is right (docs/services.md, "AniList: lists"), so no total is told. */
function hasNext(of: Parts): boolean {
  return partsOf(of['pageInfo'])['hasNextPage'] === true
}

/** A `Page` with its one list. Throws `bad-answer` when either is missing. */
export function readPage<T>(data: Parts, field: string, read: (item: Parts) => T | null): Page<T> {
  const page = partsOf(data['Page'])
  return {
    items: readList(page[field], `Page.${field}`, read),
    hasNext: hasNext(page),
    total: null,
  }
}

/** A connection's edges; nothing where it is missing. */
export function edgesOf<T>(value: unknown, read: (edge: Parts) => T | null): Page<T> {
  const connection = partsOf(value)
  return {
    items: someList(connection['edges'], read),
    hasNext: hasNext(connection),
    total: null,
  }
}

/** A connection's nodes; nothing where it is missing. */
export function nodesOf<T>(value: unknown, read: (node: Parts) => T | null): Page<T> {
  const connection = partsOf(value)
  return {
    items: someList(connection['nodes'], read),
    hasNext: hasNext(connection),
    total: null,
  }
}
