import type { Failure } from '../../shared/failure'
import type { SignInReason } from '../../shared/sign-in'
import type { HttpAnswer } from '../http/transport'
import { isHtml, peekJson } from './answers'
import { codeOfStatus, failure, rateLimited } from './failures'

/** What a service says when it refuses, as RFC 6749 spells it; AniList says `message` and `hint`. */
interface ToldError {
  readonly error: string
  readonly words: string
}

const reasons: Readonly<Record<string, SignInReason>> = {
  access_denied: 'sign-in-denied',
  invalid_client: 'sign-in-wrong-client',
  unauthorized_client: 'sign-in-wrong-client',
  invalid_grant: 'sign-in-code-expired',
  redirect_uri_mismatch: 'sign-in-wrong-redirect',
  invalid_scope: 'sign-in-wrong-scope',
}

/**
 * What an answer of a token endpoint means (docs/services.md, "Signing in"); `null` when it is
 * fine. A refusal is `refused`, never `signed-out`: nobody was signed in with it.
 */
export function failureOfOAuth(answer: HttpAnswer, nowWallMs: number): Failure | null {
  const page = isHtml(answer)
  const code = codeOfStatus(answer.status, !page)
  const told = toldError(peekJson(answer))
  if (code === null) {
    if (page) return failure('bad-answer', 'A web page came instead of tokens.')
    return told && refusal(told.error, told.words)
  }
  if (code === 'rate-limited') return rateLimited(answer, nowWallMs, told?.words ?? null)
  if (told && answer.status < 500) return refusal(told.error, told.words)
  if (code === 'signed-out') return refusal('invalid_client', `Answered ${answer.status}.`)
  return failure(code === 'gone' ? 'bad-answer' : code, `Answered ${answer.status}.`)
}

/** The failure for an `error` that a service told, at its page or at its token endpoint. */
export function refusal(error: string, words: string | null): Failure {
  const reason = /redirect/i.test(words ?? '') ? 'sign-in-wrong-redirect' : reasonOf(error, words)
  const code = reason === 'sign-in-denied' ? 'cancelled' : 'refused'
  return failure(code, words ?? error, { reason })
}

function reasonOf(error: string, words: string | null): SignInReason {
  const known = Object.hasOwn(reasons, error) ? reasons[error] : undefined
  if (known) return known
  // Both AniLists say `invalid_request` of a code or refresh token that they do not take.
  const ofCode = /authorization code|refresh token|\bpin\b/i.test(words ?? '')
  return error === 'invalid_request' && ofCode ? 'sign-in-code-expired' : 'sign-in-refused'
}

function toldError(body: unknown): ToldError | null {
  const told = (body ?? {}) as Readonly<Record<string, unknown>>
  const { error } = told
  if (typeof error !== 'string' || error === '') return null
  const texts = [told['error_description'], told['message'], told['hint']]
  return { error, words: texts.filter((text) => typeof text === 'string').join(' · ') || error }
}
