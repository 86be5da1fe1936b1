import type { Finder } from './finder'

/** Lists of people, words and reviews that a page can hold. */
export const socialFinders: Readonly<Record<string, Finder>> = {}
