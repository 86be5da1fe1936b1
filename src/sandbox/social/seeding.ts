import type { Series } from '../world/series'
import type { World } from '../world/world'
import type { Social } from './social'

/** What the makers of content need. */
export interface Seeding {
  social: Social
  world: World
  random: () => number
  /** User numbers, the main user first. */
  people: readonly number[]
  /** Well-known titles. */
  titles: readonly Series[]
  /** Unix s. */
  now: number
}
