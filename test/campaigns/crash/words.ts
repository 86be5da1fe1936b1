import type { TitleKey } from '../../../src/shared/media'
import type { ServiceId } from '../../../src/shared/service'

/** What a life of the app is told to do. */
export interface Orders {
  readonly profileDir: string
  readonly service: ServiceId
  readonly env: Readonly<Record<string, string>>
  readonly token: string
  /** Machine time in ms at which all clocks of the campaign began, and how much faster they run. */
  readonly epochMs: number
  readonly factor: number
  readonly seed: number
  /** The number of the first edit; each edit has the next one. */
  readonly firstEdit: number
  /** Reads the list and ends; edits until killed; or sends all that waits and ends. */
  readonly mode: 'prepare' | 'live' | 'drain'
}

/** What edits of the campaign set; each number is used once, so that a value tells its edit. */
export interface Values {
  readonly progress: number
  readonly notes: string
}

export interface Shown {
  readonly title: TitleKey
  /** `null`: not on the list. */
  readonly values: Values | null
}

/** One edit, as it is told before (`try`) and after (`ack`) the app has answered for it. */
export interface EditLine {
  readonly is: 'try' | 'ack'
  readonly edit: number
  readonly title: TitleKey
  /** `null` takes the title off the list. */
  readonly patch: Partial<Values> | null
}

export type Line =
  | EditLine
  | { readonly is: 'shown'; readonly rows: readonly Shown[] }
  | { readonly is: 'post-try' | 'post-ack'; readonly text: string }
  | { readonly is: 'notice'; readonly text: string }
  | { readonly is: 'left'; readonly text: string }
