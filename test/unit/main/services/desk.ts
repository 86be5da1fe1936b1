import { afterEach, expect } from 'vitest'
import type { EntryPatch, EntryRef, ListRow } from '../../../../src/shared/entry'
import type { Status } from '../../../../src/shared/status'
import type { ServiceId } from '../../../../src/shared/service'
import { toFailure } from '../../../../src/shared/failure'
import { mediaIdOf } from '../../../support/there'
import { startSignedIn } from '../../../support/signed-in'

export const minute = 60_000
export const hour = 60 * minute

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

type Options = Parameters<typeof startSignedIn>[1]

/** Somebody signed in, with a list that was just read, and what such a person does. */
export async function deskAt(service: ServiceId = 'anilist', options: Options = {}) {
  const world = await startSignedIn(service, options)
  open.push(async () => {
    await world.app.stop()
    world.profile.remove()
  })
  const handlers = () => world.app.handlers
  const there = (title: ListRow['title']) => mediaIdOf(world.catalogue, service, title)

  return {
    ...world,
    handlers,
    /** Some rows of the list, of one status. */
    async some(status: Status = 'current'): Promise<[ListRow, ListRow, ListRow]> {
      const [a, b, c] = (await world.rows()).filter(({ entry }) => entry.status === status)
      if (!a || !b || !c) return expect.unreachable(`Three ${status} titles are wanted`)
      return [a, b, c]
    },
    edit: async (row: ListRow, patch: EntryPatch) =>
      handlers()['library:edit'](world.ref(row.title), patch),
    shown: async (row: ListRow) =>
      (await handlers()['library:row'](world.ref(row.title)))?.entry ?? null,
    /** What waits for a title, as the queue view shows it. */
    async waits(row: ListRow) {
      const { rows } = await handlers()['queue:rows'](0)
      return rows.find(({ ref }) => ref.title === row.title) ?? null
    },
    status: async () => handlers()['queue:status'](),
    /** Somebody else changes it at the service. */
    elsewhere: (row: ListRow, fields: Parameters<typeof world.sandbox.control.remoteEdit>[2]) =>
      world.sandbox.control.remoteEdit(service, there(row.title), fields),
    entryThere: (row: ListRow) => world.there(row.title),
  }
}

/** The failure of what is refused; `null` when it is not. */
export async function refusal(work: () => unknown) {
  try {
    await work()
    return null
  } catch (error) {
    return toFailure(error)
  }
}

export const unknownRef: EntryRef = { accountId: 999, title: 'anime:1' }
