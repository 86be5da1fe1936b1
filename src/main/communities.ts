import type { Failure } from '../shared/failure'
import type { AllTables } from './db/tables'
import type { AppOptions } from './environment'
import type { Accounts } from './services/accounts'
import { createForum } from './services/community/forum'
import { createReviews } from './services/community/reviews'
import { createSocial } from './services/community/social'
import type { ForeignTexts } from './services/foreign/foreign-texts'
import type { LookedUp } from './services/looked-up'
import { createPosts } from './services/posts/posts'
import type { Realms } from './services/realms'

interface Options {
  app: AppOptions
  tables: AllTables
  accounts: Accounts
  realms: Realms
  lookedUp: LookedUp
  foreign: ForeignTexts
  /** The user lets nothing leave for now. */
  isHeld: () => boolean
  /** Reads the whole list of an account. */
  readList: (account: number) => void
  onSignedOut: (account: number, failure: Failure) => void
  onError: (error: unknown) => void
}

/** Wires what people say and do at a service: reviews, activity, notifications, forum, and posts there. */
export function createCommunities(options: Options) {
  const { app, tables, accounts, realms, lookedUp, foreign } = options
  const posts = createPosts({
    tables,
    accounts,
    realms,
    lookedUp,
    clock: app.clock,
    holdMs: () => app.settings.read().holdSeconds * 1000,
    isHeld: options.isHeld,
    push: app.push,
    onSignedOut: options.onSignedOut,
    onError: options.onError,
  })
  const social = createSocial({
    lookedUp,
    accounts,
    realms,
    meta: tables.meta,
    push: app.push,
    readList: options.readList,
  })
  const reviews = createReviews({ lookedUp, accounts, media: tables.media })
  const forum = createForum(lookedUp)

  return {
    handlers: {
      ...posts.handlers,
      ...foreign.guard({ ...social.handlers, ...reviews.handlers, ...forum.handlers }),
    },
    start: posts.start,
    tryNow: posts.tryNow,
    sendNow: posts.sendNow,
    stop: posts.stop,
  }
}
