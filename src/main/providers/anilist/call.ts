import { AppError } from '../../../shared/failure'
import { badAnswer, readJson } from '../answers'
import type { ServiceCall } from '../provider'
import { errorsOf, failureOfErrors } from './failures'

export interface Operation<T> {
  /** The root field asked for. */
  readonly name: string
  readonly effect: 'read' | 'write'
  readonly document: string
  readonly variables: Readonly<Record<string, unknown>>
  /** Reads `data`, which is an object. Throws `bad-answer`. */
  readonly read: (data: Readonly<Record<string, unknown>>) => T
  readonly anonymous?: boolean
  /** Changes need somebody anyway. */
  readonly needsUser?: true
}

export type MakeCall = <T>(operation: Operation<T>) => ServiceCall<T>

/** Makes GraphQL operations into calls. Errors in the body fail the call, also those that came with a 200. */
export function createCalls(wall: () => number): MakeCall {
  return ({ name, effect, document, variables, read, anonymous, needsUser }) => ({
    name,
    bucket: 'api',
    effect,
    method: 'POST',
    path: '',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: document, variables }),
    ...(anonymous === undefined ? {} : { anonymous }),
    ...(needsUser || effect === 'write' ? { needsUser: true as const } : {}),
    parse(answer) {
      const body = readJson(answer)
      const failure = failureOfErrors(answer, errorsOf(body), wall())
      if (failure !== null) throw new AppError(failure)
      const data = (body as { data?: unknown } | null)?.data
      if (typeof data !== 'object' || data === null) throw badAnswer(`${name}: no data`)
      return read(data as Record<string, unknown>)
    },
  })
}
