/** The shape of a topic in any language: the same keys, with words of its own. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> }
