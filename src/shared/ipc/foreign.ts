/** Words of others: their links, and one's own words as they will look. */
export interface ForeignCalls {
  /**
   * Opens a link of a foreign text: known hosts at once, others after a question that names the
   * host. Answers whether it was opened. Failure: `gone` when the text is not known any more.
   */
  'foreign:open': (content: string, number: number) => boolean
  /** One's own text as others' texts come: without addresses. */
  'foreign:prepare': (own: { readonly text: string }) => string
  /** A text as its writer wrote it, for editing: with its addresses. */
  'foreign:source': (prepared: { readonly text: string }) => string
}

export const foreignCallNames: Record<keyof ForeignCalls, true> = {
  'foreign:open': true,
  'foreign:prepare': true,
  'foreign:source': true,
}
