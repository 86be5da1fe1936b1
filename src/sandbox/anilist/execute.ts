import { execute, type ExecutionResult, type GraphQLError } from 'graphql'
import { json } from '../core/reply'
import type { SandboxReply } from '../core/wire'
import type { GraphContext } from './context'
import type { PreparedDocument } from './document'
import { errorShape } from './errors'
import { anilistSchema } from './schema'

/** Runs a question; the HTTP status is that of its first error. */
export function runDocument(
  prepared: PreparedDocument,
  variables: Record<string, unknown>,
  context: GraphContext,
): SandboxReply {
  if (prepared.errors.length > 0) return refused(prepared.errors, null)
  const result = prepared.write
    ? runMutations(prepared, variables, context)
    : run(prepared, variables, context)
  if (!result.errors) return json({ data: result.data ?? null })
  return refused(result.errors, prepared.write ? null : nothingOf(result))
}

function run(
  { document }: PreparedDocument,
  variableValues: Record<string, unknown>,
  contextValue: GraphContext,
): ExecutionResult {
  const schema = anilistSchema()
  const result = execute({ schema, document, variableValues, contextValue, hideSuggestions: true })
  if (result instanceof Promise) throw new Error('A field of the sandbox must not wait.')
  return result
}

/** Mutations run in order up to the first that fails; what was done before may be taken back. */
function runMutations(
  prepared: PreparedDocument,
  variables: Record<string, unknown>,
  context: GraphContext,
): ExecutionResult {
  if (context.behaviour().aliasFailure === 'applied-before') {
    return run(prepared, variables, context)
  }
  let result: ExecutionResult = {}
  context.world.changes.attempt(() => {
    result = run(prepared, variables, context)
    return !result.errors
  })
  return result
}

/** One failing field fails all of them. */
function nothingOf({ data }: ExecutionResult): Record<string, null> | null {
  return data ? Object.fromEntries(Object.keys(data).map((name) => [name, null])) : null
}

function refused(errors: readonly GraphQLError[], data: unknown): SandboxReply {
  const shapes = errors.slice(0, 1).map(errorShape)
  return json({ errors: shapes, data }, shapes[0]?.status ?? 400)
}
