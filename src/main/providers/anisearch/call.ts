import { AppError } from '../../../shared/failure'
import type { MediaKind } from '../../../shared/media'
import type { HttpAnswer, HttpMethod } from '../../http/transport'
import { isHtml, readJson } from '../answers'
import type { ServiceCall } from '../provider'
import { failureOfAnswer } from './failures'

export interface Request<T> {
  /** As the document spells it: `PUT my/{mediaType}/{id}/ratings`. */
  readonly name: string
  readonly bucket: 'reads' | 'put' | 'profile' | `database-${MediaKind | 'titles'}`
  readonly scope?: string
  readonly method: HttpMethod
  readonly path: string
  readonly body?: Readonly<Record<string, unknown>>
  readonly anonymous?: boolean
  /** Statuses that `read` is told of as `undefined` instead of a failure. */
  readonly tolerates?: readonly number[]
  readonly read: (body: unknown) => T
}

export type MakeCall = <T>(request: Request<T>) => ServiceCall<T>

/** The scope that a call on ratings needs. */
export function ratingsScope(kind: MediaKind): string {
  return `ratings.${kind}`
}

/** Makes calls of aniSearch. */
export function createCalls(wall: () => number): MakeCall {
  return ({ name, bucket, scope, method, path, body, anonymous, tolerates, read }) => ({
    name,
    bucket,
    effect: method === 'GET' ? 'read' : 'write',
    method,
    path,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(scope === undefined ? {} : { scope, needsUser: true as const }),
    ...(anonymous === undefined ? {} : { anonymous }),
    ...(tolerates === undefined
      ? {}
      : {
          failureOf: (answer, grant) =>
            isTolerated(answer, tolerates) ? null : failureOfAnswer(answer, wall(), grant),
        }),
    parse(answer) {
      if (tolerates !== undefined && isTolerated(answer, tolerates)) return read(undefined)
      const failed = failureOfAnswer(answer, wall())
      if (failed !== null) throw new AppError(failed)
      return read(readJson(answer))
    },
  })
}

/** A web page with such a status is some server on the way, and no answer. */
function isTolerated(answer: HttpAnswer, statuses: readonly number[]): boolean {
  return statuses.includes(answer.status) && !isHtml(answer)
}
