import { createIds, createTable, type Changes, type Table } from '../core/table'

/** Who likes one title may like the other. */
export interface Recommendation {
  id: number
  mediaId: number
  otherId: number
  userId: number
  /** What strangers gave it. */
  rating: number
}

interface Vote {
  key: string
  id: number
  userId: number
  up: boolean
}

export interface Recommendations {
  table: Table<number, Recommendation>
  nextId: () => number
  find(mediaId: number, otherId: number): Recommendation | undefined
  /** Null takes a vote back. */
  vote(id: number, userId: number, up: boolean | null): void
  voteOf(id: number, userId: number): boolean | null
  ratingOf(recommendation: Recommendation): number
}

export function createRecommendations(changes: Changes): Recommendations {
  const table = createTable<number, Recommendation>('recommendations', (row) => row.id, changes)
  const votes = createTable<string, Vote>('recommendation-votes', (vote) => vote.key, changes)
  const keyOf = (id: number, userId: number): string => `${id} ${userId}`
  return {
    table,
    nextId: createIds(table, 701),
    find: (mediaId, otherId) =>
      table.rows().find((row) => row.mediaId === mediaId && row.otherId === otherId),
    vote(id, userId, up) {
      const key = keyOf(id, userId)
      if (up === null) votes.remove(key)
      else votes.put({ key, id, userId, up })
    },
    voteOf: (id, userId) => votes.get(keyOf(id, userId))?.up ?? null,
    ratingOf: (row) =>
      votes
        .rows()
        .filter((vote) => vote.id === row.id)
        .reduce((sum, vote) => sum + (vote.up ? 1 : -1), row.rating),
  }
}
