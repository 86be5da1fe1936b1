import type { Failure } from '../../../shared/failure'
import type { HttpAnswer } from '../../http/transport'
import { isHtml, peekJson } from '../answers'
import { codeOfStatus, failure, rateLimited } from '../failures'
import type { Grant } from '../provider'

/**
 * What an answer's status and body mean (docs/services.md, "aniSearch: errors"); `null` when it is
 * fine. A 403 is a missing scope when the token lacks what the call needs, else the User-Agent.
 */
export function failureOfAnswer(
  answer: HttpAnswer,
  nowWallMs: number,
  grant?: Grant,
): Failure | null {
  const code = codeOfStatus(answer.status, !isHtml(answer))
  const body = peekJson(answer)
  if (code === null) {
    return isHtml(answer) ? failure('bad-answer', 'A web page came instead of data.') : null
  }
  const text = wordsOf(body) ?? `aniSearch answered ${answer.status}.`
  if (code === 'rate-limited') {
    return rateLimited(answer, nowWallMs, text, retryAfterOf(body))
  }
  if (code !== 'blocked') return failure(code, text)
  if (answer.status === 403 && lacksScope(answer, grant)) {
    return failure('scope', text, { reason: 'scope' })
  }
  return failure('blocked', text, { reason: 'user-agent' })
}

function lacksScope(answer: HttpAnswer, grant: Grant | undefined) {
  if (grant !== undefined && !grant.granted.includes(grant.needed)) return true
  return /insufficient_scope/i.test(`${answer.headers['www-authenticate'] ?? ''} ${answer.text}`)
}

/** Bodies of errors are not documented: the usual places of words are tried. */
function wordsOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null
  const { error_description: description, message, error, errors } = body as Record<string, unknown>
  const told = [description, message, error].find((value) => typeof value === 'string')
  const fields = typeof errors === 'object' && errors !== null ? JSON.stringify(errors) : null
  return [told, fields].filter(Boolean).join(' · ') || null
}

/** `retry_after` of a body, in ms. */
function retryAfterOf(body: unknown): number | undefined {
  const seconds = (body as { retry_after?: unknown } | null | undefined)?.retry_after
  return typeof seconds === 'number' && seconds >= 0 ? Math.ceil(seconds * 1000) : undefined
}
