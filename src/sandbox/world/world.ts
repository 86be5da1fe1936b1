import type { ServiceId } from '../../shared/service'
import type { ShiftedClock } from '../core/shifted-clock'
import { createTable, type Changes, type Table } from '../core/table'
import { createTokens, type Tokens } from '../core/tokens'
import type { Catalogue } from './catalogue'
import { entryStatuses, type EntryStatus } from './entry'
import { createLists, type Lists } from './lists'
import { seedAnisearch } from './seed-anisearch'
import { seedList } from './seed-list'
import { mainUserId, mostUsers, seedUser } from './seed-users'
import type { Series, SeriesType } from './series'
import type { SandboxUser, ScoreFormat } from './user'

export interface WorldOptions {
  service: ServiceId
  clock: ShiftedClock
  random: () => number
  catalogue: Catalogue
  changes: Changes
  entries: Readonly<Record<SeriesType, number>>
  scoreFormat: ScoreFormat
  adult: boolean
  /** People besides the one signed in. */
  others: number
}

/** What one service knows: its people, their lists, its tokens. Titles are shared by all. */
export interface World {
  service: ServiceId
  clock: ShiftedClock
  random: () => number
  changes: Changes
  catalogue: Catalogue
  users: Table<number, SandboxUser>
  lists: Lists
  tokens: Tokens
  main(): SandboxUser
  /** By number or by name, in any case of letters. */
  findUser(idOrName: string): SandboxUser | undefined
  /** A title that this service has not deleted. */
  series(id: number): Series | undefined
  /** Deletes a title and all entries on it. */
  removeSeries(id: number): void
}

/** Statuses each service can hold. */
const statuses: Readonly<Record<ServiceId, readonly EntryStatus[]>> = {
  anilist: entryStatuses.filter((status) => status !== 'NOT_INTERESTED'),
  'anilist-v1': ['CURRENT', 'PLANNING', 'COMPLETED', 'DROPPED', 'PAUSED'],
  anisearch: entryStatuses.filter((status) => status !== 'REPEATING'),
}

const entriesOfOthers = 12

export function createWorld(options: WorldOptions): World {
  const { service, clock, random, catalogue, changes } = options
  const users = createTable<number, SandboxUser>('users', (user) => user.id, changes)
  const gone = createTable<number, { id: number }>('removed-series', (row) => row.id, changes)
  const lists = createLists(changes)
  if (!users.wasKept) seedUsers(users, options)
  if (!lists.wasKept) seedLists(lists, users.rows(), options)

  return {
    service,
    clock,
    random,
    changes,
    catalogue,
    users,
    lists,
    tokens: createTokens(clock, random, changes),
    main() {
      const user = users.get(mainUserId)
      if (!user) throw new Error('The main user was deleted.')
      return user
    },
    findUser: (idOrName) =>
      users.get(Number(idOrName)) ??
      users.rows().find((user) => user.name.toLowerCase() === idOrName.toLowerCase()),
    series: (id) => (gone.get(id) ? undefined : catalogue.get(id)),
    removeSeries(id) {
      gone.put({ id })
      for (const user of users.rows()) {
        const entry = lists.find(user.id, id)
        if (entry) lists.remove(entry)
      }
    },
  }
}

function seedUsers(users: Table<number, SandboxUser>, options: WorldOptions): void {
  const { scoreFormat, adult, clock } = options
  const last = mainUserId + Math.min(options.others, mostUsers - 1)
  for (let id = mainUserId; id <= last; id++) {
    users.put(seedUser({ id, scoreFormat, adult, now: clock.seconds() }))
  }
}

function seedLists(lists: Lists, users: readonly SandboxUser[], options: WorldOptions): void {
  const { catalogue, entries, service, clock } = options
  for (const user of users) {
    for (const type of ['anime', 'manga'] as const) {
      const count =
        user.id === mainUserId ? entries[type] : Math.min(entriesOfOthers, entries[type])
      const seed = catalogue.seed + user.id * 2 + (type === 'anime' ? 0 : 1)
      const now = clock.seconds()
      const own = statuses[service]
      seedList(lists, catalogue, { user, type, count, statuses: own, now, seed })
      if (service === 'anisearch') seedAnisearch(lists, user.id, type)
    }
  }
}
