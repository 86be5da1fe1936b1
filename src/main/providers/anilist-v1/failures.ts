import { z } from 'zod'
import type { Failure } from '../../../shared/failure'
import type { HttpAnswer } from '../../http/transport'
import { isHtml, peekJson } from '../answers'
import { codeOfStatus, failure, rateLimited } from '../failures'

const messagesSchema = z.object({
  messages: z.array(z.string()).nullish().catch(null),
  status: z.number().nullish().catch(null),
})

export interface ToldError {
  readonly words: string
  /** The status inside the error, where there is one. */
  readonly status: number | null
}

/** The error of a body: `{"error": {"messages": […]}}`, or OAuth's `error` and `error_description`. */
export function toldError(body: unknown): ToldError | null {
  const { error, error_description: description } = (body ?? {}) as Record<string, unknown>
  if (typeof error === 'string') {
    return { words: typeof description === 'string' ? description : error, status: null }
  }
  if (typeof error !== 'object' || error === null) return null
  const { messages, status } = messagesSchema.catch({}).parse(error)
  return { words: messages?.join(' · ') || 'An error without words.', status: status ?? null }
}

/** A search without a hit is an error object, whose status nobody knows (docs/services.md, "AniList v1: errors"). */
export function foundNothing(error: ToldError): boolean {
  return /^no results\b/i.test(error.words.trim())
}

/**
 * What an answer's status and body mean (docs/services.md, "AniList v1: errors"); `null` when it
 * is fine, or when only its call can tell (a search without a hit). A web page or a redirect is what the retired service answers: reason `retired`.
 */
export function failureOfAnswer(answer: HttpAnswer, nowWallMs: number): Failure | null {
  const isRedirect = answer.status >= 300 && answer.status < 400
  if (isRedirect || (isHtml(answer) && (answer.status < 400 || answer.status === 404))) {
    return failure('bad-answer', `A web page came instead of data (${answer.status}).`, {
      reason: 'retired',
    })
  }
  if (answer.status >= 200 && answer.status < 300) return null
  const error = toldError(peekJson(answer))
  const isMiss = answer.status === 400 || answer.status === 404
  if (error !== null && isMiss && foundNothing(error)) return null
  return failureOfError(answer, error, nowWallMs)
}

/** The same, with the error of the body already read. An error that came with a 200 is never fine. */
export function failureOfError(
  answer: HttpAnswer,
  error: ToldError | null,
  nowWallMs: number,
): Failure {
  const told = error?.status ?? 0
  const status = told >= 400 ? told : answer.status
  const code = codeOfStatus(status, !isHtml(answer)) ?? 'bad-answer'
  const text = error?.words ?? `AniList v1 answered ${status}.`
  if (code === 'rate-limited') return rateLimited(answer, nowWallMs, text)
  if (code === 'blocked' && /temporarily disabled/i.test(answer.text))
    return failure('outage', text)
  return failure(code, text)
}
