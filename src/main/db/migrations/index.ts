import { first } from './0010-first'

/** Every step in order. Released steps are never edited; numbers rise by ten. */
export const migrations: readonly { readonly version: number; readonly sql: string }[] = [
  { version: 10, sql: first },
]
