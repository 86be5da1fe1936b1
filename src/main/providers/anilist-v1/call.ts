import { AppError } from '../../../shared/failure'
import type { HttpAnswer, HttpMethod } from '../../http/transport'
import { readJson } from '../answers'
import type { ServiceCall } from '../provider'
import { failureOfAnswer, failureOfError, toldError } from './failures'

export type FormValue = string | number | null | undefined

export interface Request<T> {
  readonly method: HttpMethod
  /** Relative to `…/api/`, its parts already encoded. */
  readonly path: string
  /** What stands in the document, for people: `PUT animelist`. */
  readonly name: string
  /** Sent as a form, on DELETE too; what is null or undefined is left out. */
  readonly form?: Readonly<Record<string, FormValue>>
  readonly read: (body: unknown) => T
}

export type MakeCall = <T>(request: Request<T>) => ServiceCall<T>

/** Makes calls of API v1. An error object in the body fails the call, also with a 200. */
export function createCalls(wall: () => number): MakeCall {
  return ({ method, path, name, form, read }) => ({
    name,
    bucket: 'api',
    effect: method === 'GET' ? 'read' : 'write',
    method,
    path,
    headers: {
      accept: 'application/json',
      ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(form === undefined ? {} : { body: formBody(form) }),
    parse: (answer) => read(bodyOf(answer, method, wall())),
  })
}

/** The JSON of an answer; `null` for the empty body that DELETE gives (docs/services.md, "AniList v1: writes"). */
function bodyOf(answer: HttpAnswer, method: HttpMethod, nowWallMs: number): unknown {
  const failed = failureOfAnswer(answer, nowWallMs)
  if (failed !== null) throw new AppError(failed)
  if (method !== 'GET' && answer.text.trim() === '') return null
  const body = readJson(answer)
  const error = toldError(body)
  if (error !== null) throw new AppError(failureOfError(answer, error, nowWallMs))
  return body
}

/** `a=1&b=two+words`, in the order given. */
export function formBody(values: Readonly<Record<string, FormValue>>): string {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined) form.append(name, String(value))
  }
  return form.toString()
}
