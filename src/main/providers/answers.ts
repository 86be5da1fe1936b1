import type { z } from 'zod'
import { AppError } from '../../shared/failure'
import type { HttpAnswer } from '../http/transport'

/** An answer that cannot be read: `bad-answer`, with words for people who look closer. */
export function badAnswer(detail: string, reason?: string): AppError {
  return new AppError({ code: 'bad-answer', detail, ...(reason === undefined ? {} : { reason }) })
}

/** True when a web page came where data was expected. */
export function isHtml(answer: HttpAnswer): boolean {
  return /^\s*</.test(answer.text)
}

/** The JSON of an answer. Throws `bad-answer` for a web page, half a JSON or nothing. */
export function readJson(answer: HttpAnswer): unknown {
  if (isHtml(answer)) throw badAnswer('A web page came instead of data.')
  try {
    return JSON.parse(answer.text)
  } catch (cause) {
    const detail = `The answer is not whole JSON (${answer.text.length} characters).`
    throw new AppError({ code: 'bad-answer', detail }, { cause })
  }
}

/** The same, but `undefined` instead of a failure: for bodies of errors, which may be anything. */
export function peekJson(answer: HttpAnswer): unknown {
  try {
    return readJson(answer)
  } catch {
    return undefined
  }
}

/** Checks a value against what a call expects. Throws `bad-answer` and names the first misfit. */
export function readAs<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const place = issue?.path.length ? ` at ${issue.path.join('.')}` : ''
  throw badAnswer(`${what}: ${issue?.message ?? 'unreadable'}${place}`)
}
