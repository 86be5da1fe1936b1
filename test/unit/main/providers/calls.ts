import type { ServiceCall } from '../../../../src/main/providers/provider'
import { answerOf } from './support'

/** What a call makes of a body, without what only main may know of it. */
export function valueOf<T>(call: ServiceCall<{ readonly value: T }>, body: unknown): T {
  return call.parse(answerOf(body)).value
}

/** The form or the query of a call, as an object. */
export function sentBy({ body, path }: ServiceCall<unknown>): Readonly<Record<string, string>> {
  const text = body ?? path.split('?')[1] ?? ''
  return Object.fromEntries(new URLSearchParams(text))
}

/** The variables of a GraphQL call. */
export function variablesOf({ body }: ServiceCall<unknown>): Readonly<Record<string, unknown>> {
  return (JSON.parse(body ?? '{}') as { variables: Record<string, unknown> }).variables
}
