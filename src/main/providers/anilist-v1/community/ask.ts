import { AppError } from '../../../../shared/failure'
import type { Finding } from '../../community'
import { type Gathering, gather } from '../../found'
import { partsOf } from '../../lenient'
import type { Parts } from '../../reading'
import type { MakeCall, Request } from '../call'

export type Ask = ReturnType<typeof createAsk>

type Question = Omit<Request<never>, 'read' | 'method' | 'form'>
type Change = Omit<Request<never>, 'read' | 'query' | 'isSearch' | 'needsUser'>

/** The shapes in which API v1 is asked about what is not a list. */
export function createAsk(call: MakeCall) {
  return {
    /** Something whose answer names titles and people. */
    find<T>(question: Question, read: (body: unknown, into: Gathering) => T): Finding<T> {
      return call({
        ...question,
        method: 'GET',
        read: (body) => gather((into) => read(body, into)),
      })
    },

    /** A change by the signed-in user; `read` sees what the answer has, which may be nothing. */
    change<T>(change: Change, read: (answer: Parts, into: Gathering) => T): Finding<T> {
      return call({
        ...change,
        needsUser: true,
        read: (body) => gather((into) => read(partsOf(body), into)),
      })
    },

    /** A change whose answer says nothing that could be used. */
    send(change: Change) {
      return call({ ...change, needsUser: true, read: () => undefined })
    },
  }
}

/** A text as a part of a path. Dots alone would be read as steps up, so a space follows them. */
export function pathPart(text: string): string {
  const trimmed = text.trim()
  if (trimmed === '') {
    const detail = 'There is nothing to look for.'
    throw new AppError({ code: 'invalid-input', reason: 'text-empty', detail })
  }
  return encodeURIComponent(/^\.{1,2}$/.test(trimmed) ? `${trimmed} ` : trimmed)
}
