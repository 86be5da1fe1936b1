import type { Look, Looked, Seen } from '../../../shared/looked-up'
import { type Failure, toFailure } from '../../../shared/failure'
import { call } from '../api'

let lastTicket = 0

/** Asks main about something; `look` says who asks and how. */
export type Ask<T> = (look: Look) => Promise<Looked<T>>

interface Told<T> {
  readonly seen: (seen: Seen<T>) => void
  readonly failed: (failure: Failure) => void
  /** Nothing more comes. */
  readonly done: () => void
}

/**
 * Tells what is known at once, and what is new when that is past its age (or in any case).
 * @returns the function that leaves: nothing is told any more, and a request for it is cancelled
 */
export function lookUp<T>(accountId: number, ask: Ask<T>, told: Told<T>, anew = false): () => void {
  const ticket = (lastTicket += 1)
  let isLeft = false
  let isWaiting = true

  async function run() {
    const known = anew ? null : await ask({ accountId, ticket, want: 'known' })
    if (isLeft) return
    if (known) told.seen(known)
    if (known?.isFresh) return
    const fresh = await ask({ accountId, ticket, want: anew ? 'anew' : 'fresh' })
    if (fresh && !isLeft) told.seen(fresh)
  }

  void run()
    .catch((error: unknown) => isLeft || told.failed(toFailure(error)))
    .finally(() => {
      isWaiting = false
      if (!isLeft) told.done()
    })

  return () => {
    if (isLeft) return
    isLeft = true
    if (isWaiting) void call('looks:leave', ticket)
  }
}
