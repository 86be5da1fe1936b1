import type { Page } from '../../../../shared/community/paging'
import { AppError } from '../../../../shared/failure'
import type { Finding } from '../../community'
import { type Gathering, gather } from '../../found'
import { partsOf } from '../../lenient'
import type { ServiceCall } from '../../provider'
import type { Parts } from '../../reading'
import type { MakeCall, Operation } from '../call'
import { readPage } from '../read/page'

/** `Page` gives at most 50, connections inside of a title or a person 25. */
export const perPage = 50
export const perConnection = 25

type Question = Omit<Operation<never>, 'read' | 'effect' | 'variables'>
type Variables = Readonly<Record<string, unknown>>

export type Ask = ReturnType<typeof createAsk>

/** The shapes in which AniList is asked about what is not a list. */
export function createAsk(call: MakeCall) {
  return {
    /** Something whose answer names titles and people. */
    find<T>(
      question: Question,
      variables: Variables,
      read: (data: Parts, into: Gathering) => T,
    ): Finding<T> {
      return call({
        ...question,
        effect: 'read',
        variables,
        read: (data) => gather((into) => read(data, into)),
      })
    },

    /** A page of the one list that the question asks for. */
    page<T>(
      question: Question & { readonly field: string },
      variables: Variables & { readonly page: number },
      read: (item: Parts, into: Gathering) => T | null,
    ): Finding<Page<T>> {
      const { field, ...rest } = question
      return call({
        ...rest,
        effect: 'read',
        variables: { perPage, ...variables },
        read: (data) => gather((into) => readPage(data, field, (item) => read(item, into))),
      })
    },

    /** A change by the signed-in user; the answer shows what became of it. */
    change<T>(
      name: string,
      document: string,
      variables: Variables,
      read: (answer: Parts, into: Gathering) => T,
    ): Finding<T> {
      return call({
        name,
        effect: 'write',
        document,
        variables,
        read: (data) => gather((into) => read(partsOf(data[name]), into)),
      })
    },

    /** A removal; `gone` when nothing was there to remove. */
    remove(name: string, document: string, variables: Variables): ServiceCall<void> {
      return call({
        name,
        effect: 'write',
        document,
        variables,
        read: (data) => {
          if (partsOf(data[name])['deleted'] !== true) {
            throw new AppError({ code: 'gone', detail: 'Nothing was deleted.' })
          }
        },
      })
    },
  }
}
