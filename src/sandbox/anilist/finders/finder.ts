import type { GraphContext } from '../context'

export type Args = Readonly<Record<string, unknown>>

/** Everything that fits a field's arguments, in order; paging comes after. */
export type Finder = (args: Args, context: GraphContext) => unknown[]

/** The words of a `sort` argument, or the usual ones. */
export function sortIn(args: Args, ...usual: string[]): string[] {
  return Array.isArray(args.sort) ? args.sort.map(String) : usual
}

/** The numbers that `name` or `name_in` allows; null when neither is there. */
export function numbersIn(args: Args, name: string): number[] | null {
  const many = args[`${name}_in`]
  if (typeof args[name] === 'number') return [args[name]]
  return Array.isArray(many) ? many.map(Number) : null
}

/** The search words in lower case; null without. */
export function searchIn(args: Args): string | null {
  return typeof args.search === 'string' ? args.search.toLowerCase() : null
}
