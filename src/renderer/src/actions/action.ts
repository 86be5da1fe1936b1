import type { TitleKey } from '../../../shared/media'
import type { KeyAction } from '../keys'

/** Something the user can do, by palette or by key. */
export interface Action {
  /** The same from start to start, such as `go.statistics`: how often it is used is kept under it. */
  readonly id: string
  /** In words of the window. */
  readonly name: string
  readonly icon: string
  /** The key that does the same. */
  readonly key?: KeyAction
  /** Other words that one may look for it by. */
  readonly words?: string
  readonly run: () => void
}

/** A title that is not on the list, as somebody else knows it. */
export interface FoundTitle {
  readonly key: TitleKey
  readonly name: string
  /** A few words beside it, such as format and year. */
  readonly detail: string
  readonly run: () => void
}

/** Somebody who knows titles that are not on the list, such as the service of the account. */
export interface TitleSource {
  /** The heading over what it finds. */
  readonly name: string
  /** What is found by a text; what fails leaves as an error and shows nothing. */
  readonly search: (text: string, signal: AbortSignal) => Promise<readonly FoundTitle[]>
}
