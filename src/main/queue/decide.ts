import { assertNever, type Failure } from '../../shared/failure'

/** What becomes of a row whose request failed. */
export type Decision =
  /** Sent again after so many ms; `read` first when it may have arrived. */
  | { readonly kind: 'again'; readonly afterMs: number; readonly readFirst: boolean }
  /** Waits for its account to sign in again. */
  | { readonly kind: 'sign-in' }
  /** Needs the user: waiting would not help. */
  | { readonly kind: 'attention' }

/** How long nothing leaves after the disk refused, in ms. */
export const storageRestMs = 30_000

const firstMs = 5_000
const longestMs = 15 * 60_000

/**
 * The failure policy of design and docs/services.md, code by code. The service's own pauses are
 * kept by gate and circuit; here it is only about the row. Pure, so that each rule has a test.
 */
export function decide(failure: Failure, attempts: number): Decision {
  switch (failure.code) {
    case 'rate-limited':
    case 'offline':
    case 'outage':
    case 'blocked':
    case 'cancelled':
      return { kind: 'again', afterMs: 0, readFirst: false }
    case 'outcome-unknown':
      return { kind: 'again', afterMs: 0, readFirst: true }
    case 'bad-answer': {
      const afterMs = Math.min(firstMs * 2 ** attempts, longestMs)
      return { kind: 'again', afterMs, readFirst: true }
    }
    case 'storage':
      return { kind: 'again', afterMs: firstMs, readFirst: true }
    case 'signed-out':
    case 'scope':
      return { kind: 'sign-in' }
    case 'refused':
    case 'gone':
    case 'conflict':
    case 'invalid-input':
    case 'unexpected':
      return { kind: 'attention' }
    default:
      return assertNever(failure.code)
  }
}

/** What happened to a request of the queue, as far as its rows are concerned. */
export interface Tried {
  readonly kind: 'read' | 'write' | 'remove'
  readonly rows: readonly unknown[]
}

export type RowDecision =
  | {
      readonly kind: 'again'
      readonly afterMs: number
      readonly readFirst: boolean
      /** Sent without company from now on, since one of several rows was refused. */
      readonly alone: boolean
    }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'attention' }

/** Failed reads of a row, one after the other, until the user is asked. */
const mostReads = 5

/** The decision for one row of a request that may have carried many. */
export function decideRow(failure: Failure, attempts: number, { kind, rows }: Tried): RowDecision {
  const decision = decide(failure, attempts)
  if (decision.kind === 'sign-in') return decision
  if (kind === 'read') {
    if (decision.kind === 'again') return { ...decision, readFirst: false, alone: false }
    if (attempts >= mostReads) return decision
    const afterMs = Math.min(firstMs * 2 ** attempts, longestMs)
    return { kind: 'again', afterMs, readFirst: false, alone: false }
  }
  if (decision.kind === 'again') return { ...decision, alone: attempts > 0 && rows.length > 1 }
  if (rows.length === 1) return decision
  // One of them is at fault, the others may have arrived: reading tells, then each goes alone.
  return { kind: 'again', afterMs: 0, readFirst: true, alone: true }
}
