import { AppError } from '../../../shared/failure'
import type { HttpAnswer, HttpMethod } from '../../http/transport'
import { readJson } from '../answers'
import type { ServiceCall } from '../provider'
import { failureOfAnswer, failureOfError, foundNothing, toldError } from './failures'

export type FormValue = string | number | null | undefined

export interface Request<T> {
  readonly method: HttpMethod
  /** Relative to `…/api/`, its parts already encoded. */
  readonly path: string
  /** As the document spells it: `PUT animelist`. */
  readonly name: string
  /** Url params; what is null, undefined or empty is left out. */
  readonly query?: Readonly<Record<string, FormValue>>
  /** Sent as a form, on DELETE too; what is null or undefined is left out. */
  readonly form?: Readonly<Record<string, FormValue>>
  /** Not to be had with a client's own token. */
  readonly needsUser?: true
  /** Not open to every grant: `read` gets `null` where a living token is refused. */
  readonly mayBeClosed?: true
  /** Answers "No Results." instead of an empty list: `read` gets an empty list then. */
  readonly isSearch?: true
  readonly read: (body: unknown) => T
}

export type MakeCall = <T>(request: Request<T>) => ServiceCall<T>

/** Makes calls of API v1. An error object in the body fails the call, also with a 200. */
export function createCalls(wall: () => number): MakeCall {
  return (request) => {
    const { method, path, name, query, form, needsUser, mayBeClosed, read } = request
    const params = query === undefined ? '' : formBody(query, isStated)
    return {
      name,
      bucket: 'api',
      effect: method === 'GET' ? 'read' : 'write',
      method,
      path: params === '' ? path : `${path}?${params}`,
      headers: {
        accept: 'application/json',
        ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form === undefined ? {} : { body: formBody(form) }),
      ...(needsUser === undefined ? {} : { needsUser }),
      ...(mayBeClosed === undefined ? {} : { mayBeClosed }),
      parse: (answer) => read(bodyOf(answer, request, wall())),
    }
  }
}

/** The JSON of an answer; `null` for the empty body that DELETE gives (docs/services.md, "AniList v1: writes"). */
function bodyOf(answer: HttpAnswer, request: Request<unknown>, nowWallMs: number): unknown {
  if (request.mayBeClosed && answer.status === 401) return null
  const failed = failureOfAnswer(answer, nowWallMs)
  if (failed !== null) throw new AppError(failed)
  if (request.method !== 'GET' && answer.text.trim() === '') return null
  const body = readJson(answer)
  const error = toldError(body)
  if (error === null) return body
  if (request.isSearch && foundNothing(error)) return []
  throw new AppError(failureOfError(answer, error, nowWallMs))
}

/** `a=1&b=two+words`, in the order given; `isWanted` says what is sent at all. */
export function formBody(
  values: Readonly<Record<string, FormValue>>,
  isWanted: (value: FormValue) => boolean = isThere,
): string {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (isWanted(value)) form.append(name, String(value))
  }
  return form.toString()
}

function isThere(value: FormValue): boolean {
  return value !== null && value !== undefined
}

function isStated(value: FormValue): boolean {
  return isThere(value) && value !== ''
}
