import type { Clock } from '../../../shared/clock'
import { draftOf, type Post, type WaitingPost } from '../../../shared/community/post'
import { AppError, type Failure } from '../../../shared/failure'
import type { HandlersOf, Push } from '../../../shared/ipc'
import type { PostCalls } from '../../../shared/ipc/posts'
import type { CommandRow } from '../../db/commands'
import type { AllTables } from '../../db/tables'
import type { Found } from '../../providers/found'
import { createCommands } from '../../queue/commands'
import type { Accounts } from '../accounts'
import type { LookedUp } from '../looked-up'
import type { Realms } from '../realms'
import { postKinds, requestOf } from './kinds'
import { outdatedBy } from './outdated'

interface Options {
  tables: Pick<AllTables, 'db' | 'commands' | 'drafts'>
  accounts: Accounts
  realms: Realms
  lookedUp: Pick<LookedUp, 'keep' | 'outdate'>
  clock: Clock
  /** ms that words wait before they leave. */
  holdMs: () => number
  isHeld: () => boolean
  push: Push
  onSignedOut: (account: number, failure: Failure) => void
  onError: (error: unknown) => void
}

export type Posts = ReturnType<typeof createPosts>

/** What the user says and turns on or off at a service: durable first, sent once, taken back while it waits. */
export function createPosts(options: Options) {
  const { tables, accounts, realms, lookedUp, clock, push } = options
  const { db, drafts } = tables
  const commands = createCommands({
    db,
    table: tables.commands,
    kinds: postKinds,
    clock,
    // What is turned on or off can be turned back; only words are held.
    holdMs: (kind) => (kind === 'toggle' || kind === 'rate-review' ? 0 : options.holdMs()),
    isHeld: options.isHeld,
    accounts: accounts.signedIn,
    realmOf: ({ realm }) => realms.byId(realm),
    onChanged: (account) => push('posts:changed', { accountId: account, posts: waiting(account) }),
    onDone: done,
    onSignedOut: options.onSignedOut,
    onError: options.onError,
  })

  function done({ account, payload }: CommandRow, value: unknown) {
    const post = payload as Post
    const row = accounts.rowOf(account)
    if (!row) return
    if (isFound(value)) lookedUp.keep(row.realm, value)
    for (const prefix of outdatedBy(post)) lookedUp.outdate(account, prefix)
    push('posts:done', { accountId: account, post })
  }

  function waiting(account: number): readonly WaitingPost[] {
    return commands.of(account).map(({ id, payload, state, sent, failure, createdAt }) => ({
      id,
      accountId: account,
      post: payload as Post,
      state: state === 'waiting' && sent ? 'sending' : state,
      failure,
      createdAt,
    }))
  }

  /** One that is there and belongs to the account; failure `gone`. */
  function owned(accountId: number, id: number): CommandRow {
    const row = tables.commands.get(id)
    if (row?.account === accountId) return row
    throw new AppError({ code: 'gone', reason: 'not-waiting' })
  }

  const handlers: HandlersOf<PostCalls> = {
    'posts:send': (accountId, post) => {
      const { realm } = accounts.need(accountId)
      // What no service would take is refused here, while the words are still in their editor.
      requestOf(realms.byId(realm), post)
      const written = draftOf(post)
      return db.transaction(() => {
        if (written) drafts.remove(accountId, written.key)
        return commands.add(accountId, post.type, post)
      })
    },
    'posts:waiting': waiting,
    'posts:drop': (accountId, id) => {
      const row = owned(accountId, id)
      if (!commands.drop(id)) return false
      const written = draftOf(row.payload as Post)
      if (written) drafts.put(accountId, written.key, written.draft, clock.wall())
      return true
    },
    'posts:retry': (accountId, id) => commands.retry(owned(accountId, id).id),
    'posts:draft': (accountId, key) => drafts.get(accountId, key),
    'posts:keep-draft': (accountId, key, draft) =>
      draft ? drafts.put(accountId, key, draft, clock.wall()) : drafts.remove(accountId, key),
    'posts:drafts': (accountId) => drafts.of(accountId),
  }

  return {
    handlers,
    start: commands.start,
    /** The network came back, or somebody signed in. */
    tryNow: commands.pump,
    sendNow: commands.sendNow,
    stop: commands.stop,
  }
}

function isFound(value: unknown): value is Found<unknown> {
  return typeof value === 'object' && value !== null && 'titles' in value && 'pictures' in value
}
