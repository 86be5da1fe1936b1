import { AppError } from '../../../shared/failure'
import type { OAuth, OAuthWay } from '../../providers/oauth'
import { refusal } from '../../providers/oauth-failures'
import { wrong } from './wrong'

/** What a service gave for the user's yes. */
export interface Given {
  readonly kind: 'code' | 'token'
  readonly value: string
}

interface Expected {
  readonly way: OAuthWay
  readonly state: string
}

const names = ['code', 'access_token', 'error'] as const

/** Something in there is meant for us. */
export function isAnswer(fields: URLSearchParams): boolean {
  return names.some((name) => fields.has(name))
}

/**
 * Reads what came back with the browser. Failures: `refused` or `cancelled` with the service's own
 * refusal, `refused` with `sign-in-wrong-state`, `invalid-input` with `sign-in-unreadable`.
 */
export function readAnswer(fields: URLSearchParams, { way, state }: Expected): Given {
  const told = fields.get('state')
  const right = told === null ? way.state !== 'yes' : told === state
  if (!right) throw new AppError({ code: 'refused', reason: 'sign-in-wrong-state' })
  const error = fields.get('error')
  if (error !== null) throw new AppError(refusal(error, fields.get('error_description')))
  const value = fields.get(way.gives === 'code' ? 'code' : 'access_token')
  if (!value) throw wrong('sign-in-unreadable')
  return { kind: way.gives, value }
}

/**
 * Reads what the user copied: an address of a page with the answer in it, or where the way ends on
 * a page, what stood there. Failures: those of `readAnswer`, and `invalid-input` with a reason.
 */
export function readPasted(text: string, expected: Expected, mistaken: OAuth['mistaken']): Given {
  const whole = text.trim()
  if (whole === '') throw wrong('sign-in-nothing-pasted')
  const url = URL.parse(whole)
  if (url?.protocol.startsWith('http')) return readAnswer(fieldsIn(url), expected)
  // Pages break long tokens into lines.
  const value = whole.replaceAll(/\s*[\r\n]\s*/g, '')
  const other = mistaken(value)
  if (other) throw wrong(other)
  const { way } = expected
  if (way.gives === 'code' && way.comesBack === 'redirect') throw wrong('sign-in-whole-address')
  const looksRight = way.gives === 'token' ? /^[\w.~+/=-]{20,}$/ : /^[\w.~+/=-]{4,400}$/
  if (!looksRight.test(value)) throw wrong('sign-in-unreadable')
  return { kind: way.gives, value }
}

/** What stands in the query and behind the `#`. */
function fieldsIn(url: URL): URLSearchParams {
  return new URLSearchParams([...url.searchParams, ...new URLSearchParams(url.hash.slice(1))])
}
