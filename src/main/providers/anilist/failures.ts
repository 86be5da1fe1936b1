import { z } from 'zod'
import type { Failure } from '../../../shared/failure'
import type { HttpAnswer } from '../../http/transport'
import { isHtml, peekJson } from '../answers'
import { codeOfStatus, failure, rateLimited } from '../failures'

const errorSchema = z.object({
  message: z.string().nullish().catch(null),
  status: z.number().nullish().catch(null),
  validation: z.record(z.string(), z.unknown()).nullish().catch(null),
})
export type GraphqlError = z.infer<typeof errorSchema>

/** The errors of an answer's body; empty where there are none. What is no error becomes an unknown one. */
export function errorsOf(body: unknown): readonly GraphqlError[] {
  const errors: unknown = (body as { errors?: unknown } | null | undefined)?.errors
  if (!Array.isArray(errors)) return []
  return errors.map((error) => errorSchema.catch({}).parse(error))
}

/**
 * What an answer's status and errors mean (docs/services.md, "AniList: errors"); `null` when it
 * is fine. An error's own `status` counts before the answer's, for AniList may send 200 with it.
 */
export function failureOfErrors(
  answer: HttpAnswer,
  errors: readonly GraphqlError[],
  nowWallMs: number,
): Failure | null {
  const answered = answer.status >= 200 && answer.status < 300
  if (answered && errors.length === 0) return null

  const text = errors.map(wordsOf).filter(Boolean).join(' · ') || null
  if (errors.some((error) => /invalid token/i.test(error.message ?? ''))) {
    return failure('signed-out', text)
  }
  const told = errors.find((error) => (error.status ?? 0) >= 400)?.status
  const status = told ?? answer.status
  const code = codeOfStatus(status, !isHtml(answer)) ?? 'bad-answer'
  if (code === 'rate-limited') return rateLimited(answer, nowWallMs, text)
  if (code === 'blocked' && isSwitchedOff(text ?? answer.text)) return failure('outage', text)
  return failure(code, text ?? `AniList answered ${status}.`)
}

/** The same for an answer whose body nobody has read yet. */
export function failureOfAnswer(answer: HttpAnswer, nowWallMs: number): Failure | null {
  if (answer.status >= 200 && answer.status < 300) {
    return isHtml(answer) ? failure('bad-answer', 'A web page came instead of data.') : null
  }
  return failureOfErrors(answer, errorsOf(peekJson(answer)), nowWallMs)
}

function isSwitchedOff(text: string) {
  return /temporarily disabled|stability issues/i.test(text)
}

/** `validation · notes: The notes may not be …`: the map of fields is meant for people. */
function wordsOf(error: GraphqlError) {
  const fields = Object.entries(error.validation ?? {}).map(
    ([field, texts]) => `${field}: ${[texts].flat().filter(isText).join(' ')}`,
  )
  return [error.message, ...fields].filter(Boolean).join(' · ')
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
