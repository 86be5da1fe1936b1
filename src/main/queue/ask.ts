import type { ServiceCall } from '../providers/provider'
import type { Priority, Turn } from './gate'

/** How one request goes out, apart from what it asks. */
export interface Ask {
  readonly priority: Priority
  /** Whose token is sent; `null` for nobody's. */
  readonly account: number | null
  readonly signal?: AbortSignal
  /** What a bad answer would be blamed on, asked when there is one; a read blames the service. */
  readonly subject?: string | (() => string)
  /** Fails at once instead of waiting while the service cannot be reached. */
  readonly impatient?: boolean
}

/** What makes two reads the same: whose token goes along counts, and how urgent they are does not. */
export function nameOf(call: ServiceCall<unknown>, { account }: Ask): string {
  const { name, method, path, headers, body, anonymous, scope } = call
  return JSON.stringify([name, account, anonymous ?? false, method, path, headers, body, scope])
}

/** What a bad answer is blamed on; the call's own name where nobody says. */
export function subjectOf({ subject }: Ask, call: ServiceCall<unknown>) {
  return (typeof subject === 'function' ? subject() : subject) ?? call.name
}

/** The urgency is asked for when a slot is free, not now. */
export function turnOf(bucket: string, ask: Ask): Turn {
  const { signal } = ask
  const turn = {
    bucket,
    get priority() {
      return ask.priority
    },
  }
  return signal ? Object.assign(turn, { signal }) : turn
}
