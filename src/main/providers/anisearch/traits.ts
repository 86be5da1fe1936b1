import { kindOf } from '../../../shared/media'
import type { WriteProof } from '../provider'

/** Habits of the service that its documents leave open and that only use can show. */
export interface AnisearchTraits {
  /** Under which key a PUT stores that a manga is read again; table and example disagree. */
  readonly repeatKey: 'is_rereading' | 'is_reread'
}

/** What the table of the document says. */
export const documentedTraits: AnisearchTraits = { repeatKey: 'is_rereading' }

/**
 * The traits after an entry was written and read again: a flag that did not stick under one key
 * is sent under the other from then on. `wrote` and `read` tell whether it says "repeating".
 */
export function traitsAfter(
  traits: AnisearchTraits,
  outcome: { readonly wrote: boolean; readonly read: boolean },
): AnisearchTraits {
  if (outcome.wrote === outcome.read) return traits
  return { repeatKey: traits.repeatKey === 'is_rereading' ? 'is_reread' : 'is_rereading' }
}

/** What this run of the program has learned. */
export interface LearnedTraits {
  now(): AnisearchTraits
  readonly proof: WriteProof
}

/** Learns from the first reread that is written: each key is tried once, then the document is believed. */
export function createTraits(first = documentedTraits): LearnedTraits {
  let traits = first
  let triesLeft = 2

  return {
    now: () => traits,
    proof: {
      wants: (title, { status }) =>
        triesLeft > 0 && kindOf(title) === 'manga' && status === 'repeating',
      heard(wrote, read) {
        const outcome = {
          wrote: wrote.status === 'repeating',
          read: read.status === 'repeating',
        }
        const next = traitsAfter(traits, outcome)
        triesLeft = next === traits ? 0 : triesLeft - 1
        traits = next
        return outcome.read || triesLeft === 0 ? null : { status: 'repeating' }
      },
    },
  }
}
