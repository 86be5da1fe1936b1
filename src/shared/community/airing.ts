import type { Entry } from '../entry'
import type { Media, TitleKey } from '../media'

/** When an episode airs or has aired. */
export interface Airing {
  readonly title: TitleKey
  readonly episode: number
  /** Unix s. */
  readonly airingAt: number
}

/** A title that airs at present and that the signed-in user watches. */
export interface OnAir {
  readonly media: Media
  /** `null` where the answer leaves it out. */
  readonly entry: Entry | null
}
