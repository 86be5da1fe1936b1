import { pageOf } from './paging'

export interface PagingArgs {
  page?: number | null
  perPage?: number | null
}

/** A part of a list in GraphQL's way: edges, their nodes, and where the part stands. */
export function connectionOf<Edge extends { node: unknown }>(
  edges: readonly Edge[],
  { page, perPage }: PagingArgs = {},
  usual = 25,
): { edges: Edge[]; nodes: unknown[]; pageInfo: unknown } {
  const part = pageOf(edges, page ?? 1, perPage ?? usual, 25)
  return { edges: part.items, nodes: part.items.map(({ node }) => node), pageInfo: part.pageInfo }
}
