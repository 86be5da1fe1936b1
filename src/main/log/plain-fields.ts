import { AppError } from '../../shared/failure'
import type { LogFields } from '../environment'
import { blackened } from './redact'

const mostDepth = 6
const mostItems = 50
const mostCharacters = 4_000

const secretName =
  /token|secret|authorization|password|cookie|verifier|challenge|api.?key|clipboard|^pin$/i
const personName = /^(user.?name|e.?mail|login)$/i
/** `code` is the name of an error's code as well as of a sign-in's. */
const errorCode = /^(?:[a-z]+(?:-[a-z]+)*|E[A-Z]+|ERR_[A-Z_]+)$/

/** Fields as they may be written down: plain, bounded, without secrets and names of people. */
export function plainFields(fields: LogFields, clean: (text: string) => string): object {
  const seen = new Set<object>()

  function plain(value: unknown, depth: number): unknown {
    if (typeof value === 'string') return cut(clean(value))
    if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value
    if (typeof value !== 'object') return `${typeof value}`
    if (depth > mostDepth || seen.has(value)) return '…'
    seen.add(value)
    if (value instanceof Error) return plainError(value, depth)
    if (Array.isArray(value)) return value.slice(0, mostItems).map((item) => plain(item, depth + 1))
    return plainRecord(value, depth)
  }

  function plainRecord(record: object, depth: number) {
    const entries = Object.entries(record).slice(0, mostItems)
    return Object.fromEntries(
      entries.map(([name, value]) => [clean(name), keep(name, value) ?? plain(value, depth + 1)]),
    )
  }

  function plainError(error: Error, depth: number): object {
    const { code } = error as NodeJS.ErrnoException
    return {
      name: error.name,
      message: plain(error.message, depth),
      ...(error instanceof AppError ? { failure: plain(error.failure, depth + 1) } : {}),
      ...(code === undefined ? {} : { code: keep('code', code) ?? plain(code, depth) }),
      ...(error.stack === undefined ? {} : { stack: plain(error.stack, depth) }),
      ...(error.cause === undefined ? {} : { cause: plain(error.cause, depth + 1) }),
    }
  }

  return plainRecord(fields, 0)
}

/** What stands for a value whose name alone says that it must not be written; else `null`. */
function keep(name: string, value: unknown) {
  if (secretName.test(name)) return blackened
  if (personName.test(name)) return '[name]'
  if (name === 'code' && typeof value === 'string' && !errorCode.test(value)) return blackened
  return null
}

function cut(text: string) {
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text
}
