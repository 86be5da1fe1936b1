import { first } from './0010-first'
import { airing } from './0020-airing'
import { backup } from './0030-backup'
import { lentTitles } from './0200-lent-titles'
import { answers } from './0300-answers'
import { drafts } from './0350-drafts'

/** Every step in order. Released steps are never edited; numbers are tens and rise. */
export const migrations: readonly { readonly version: number; readonly sql: string }[] = [
  { version: 10, sql: first },
  { version: 20, sql: airing },
  { version: 30, sql: backup },
  { version: 200, sql: lentTitles },
  { version: 300, sql: answers },
  { version: 350, sql: drafts },
]
