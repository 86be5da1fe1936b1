/** How the window looks something up at a service. */
export interface Look {
  readonly accountId: number
  /** Names the look until it is left; the window counts them up. */
  readonly ticket: number
  /** What is kept, without a request; a request where that is past its age; or one in any case. */
  readonly want: 'known' | 'fresh' | 'anew'
}

/** What a service told, now or before. */
export interface Seen<T> {
  readonly value: T
  /** Unix ms at which it was told. */
  readonly askedAt: number
  /** Within its age: nobody needs to ask again. */
  readonly isFresh: boolean
}

/** `null` when only what is known was wanted, and nothing is. */
export type Looked<T> = Seen<T> | null
