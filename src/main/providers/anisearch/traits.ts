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
