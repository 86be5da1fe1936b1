import type { Seen } from './fields'
import type { Intent } from './intent'

/** How a title stands: there, in the user's mind, and as the app was told. */
export interface Record {
  server: Seen | null
  /** Of the latest entry that there was. */
  rest: string
  intent: Intent | null
  /** When somebody else last changed a field (`there`: put it on the list or took it off). */
  readonly remoteAt: Map<string, number>
  /** Who put the title on the list, or took it off, last. */
  presence: 'service' | 'remote' | 'client'
  /** When what the app last learnt of the title was asked for; true time in ms. */
  knownAt: number
  /** When it was told so, and what it had known until then. */
  toldAt: number
  knownBefore: number
  /** What it learnt then; `null` also before it has learnt anything. */
  learnt: Seen | null
  /** The entry as it was learnt last; stays when the title is gone. */
  lastEntry: Seen | null
}

/** As the service has it at the beginning of a story. */
export function createRecord(seen: Seen | null): Record {
  return {
    server: seen,
    rest: seen?.rest ?? '',
    intent: null,
    remoteAt: new Map(),
    presence: 'service',
    knownAt: -Infinity,
    toldAt: -Infinity,
    knownBefore: -Infinity,
    learnt: null,
    lastEntry: null,
  }
}
