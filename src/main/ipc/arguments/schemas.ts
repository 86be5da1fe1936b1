import type { z } from 'zod'

/** One schema per call of a topic: what the window may send as that call's arguments. */
export type SchemasOf<T> = {
  readonly [C in keyof T]: T[C] extends (...args: infer A) => unknown ? z.ZodType<A> : never
}
