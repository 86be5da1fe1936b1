import { z } from 'zod'

/** Where the documents leave open what a service does; an admin call or a test may choose. */
export const behaviourSchema = z.strictObject({
  /** What is left of a document of several mutations when one of them fails. */
  aliasFailure: z.enum(['applied-before', 'rolled-back']),
  /** When AniList fills in today as the day of completion. */
  completionDate: z.enum(['create', 'always', 'never']),
  /** Whether AniList takes the custom lists sent as all of them or as additions. */
  customLists: z.enum(['replace', 'add']),
  /** What becomes of the fields that a PUT to aniSearch leaves out. */
  omittedFields: z.enum(['reset', 'keep']),
  /** Which key aniSearch understands for being read again. */
  rereadKey: z.enum(['is_rereading', 'is_reread', 'both']),
  /** Whether aniSearch tells chapters and volumes of manga, or only what its example shows. */
  mangaProgress: z.enum(['complete', 'documented']),
  /** When AniList v1 hands out a new refresh token with an access token. */
  v1Rotation: z.enum(['weekly', 'always', 'never']),
  /** Whether some records of AniList v1 come without their title. */
  nullSeries: z.boolean(),
  /** Whether a 429 says how long to wait. */
  retryAfter: z.boolean(),
  /** AniList hands out no more than the most recently updated so many entries of a type. */
  listCap: z.int().min(1),
})

export type Behaviour = z.output<typeof behaviourSchema>

/** What the documents and reports make most likely. */
export const usualBehaviour: Behaviour = {
  aliasFailure: 'applied-before',
  completionDate: 'create',
  customLists: 'replace',
  omittedFields: 'reset',
  rereadKey: 'is_rereading',
  mangaProgress: 'complete',
  v1Rotation: 'weekly',
  nullSeries: true,
  retryAfter: true,
  listCap: 11_000,
}
