import { AppError, type Result, toFailure } from '../../shared/failure'
import { type CallName, type Handlers, callNames } from '../../shared/ipc'
import type { Log } from '../environment'
import { argumentSchemas } from './arguments'
import { faultOf } from './plain-data'

export type AnswerCall = (name: string, args: readonly unknown[]) => Promise<Result<unknown>>

interface Options {
  readonly handlers: Handlers
  readonly log: Log
}

/**
 * Answers calls of the contract, from whoever makes them: checks the name and the arguments, runs
 * the handler, and gives every failure as data. Never rejects.
 */
export function createAnswer({ handlers, log }: Options): AnswerCall {
  return async (name, args) => {
    try {
      if (!isCallName(name)) throw invalid(`no call of the name ${name.slice(0, 100)}`)
      const handler = handlers[name] as (...args: unknown[]) => unknown
      return { ok: true, value: await handler(...checked(name, args)) }
    } catch (error) {
      return { ok: false, failure: tell(log, name, error) }
    }
  }
}

/** Logs what was thrown with its cause and gives what may be said of it: no stack, no secret. */
export function tell(log: Log, name: string, error: unknown) {
  const failure = toFailure(error)
  const write = failure.code === 'unexpected' ? log.error : log.warn
  write('call failed', { call: name.slice(0, 100), code: failure.code, error })
  return failure.detail === undefined
    ? failure
    : { ...failure, detail: log.clean(failure.detail).slice(0, 2_000) }
}

function checked(name: CallName, args: readonly unknown[]): readonly unknown[] {
  const fault = faultOf(args)
  if (fault !== null) throw invalid(`${name}: ${fault}`)
  const parsed = argumentSchemas[name].safeParse(args)
  if (!parsed.success) throw invalid(`${name}: ${firstIssue(parsed.error)}`)
  return parsed.data
}

function firstIssue({ issues: [issue] }: { issues: { path: PropertyKey[]; message: string }[] }) {
  return issue ? `${issue.path.map(String).join('.')}: ${issue.message}` : 'not as agreed'
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(callNames, name)
}

function invalid(detail: string) {
  return new AppError({ code: 'invalid-input', detail })
}
