import type { HandlersOf } from '../shared/ipc'
import type { DiscoverCalls } from '../shared/ipc/discover'
import type { PeopleCalls } from '../shared/ipc/people'
import type { SeriesCalls } from '../shared/ipc/series'
import type { Desktop } from './environment'
import type { Realm } from './queue/realm'
import type { Accounts } from './services/accounts'
import { createDiscover } from './services/discover/discover'
import { createPeople } from './services/discover/people'
import { createSeries } from './services/discover/series'
import type { ForeignTexts } from './services/foreign/foreign-texts'
import type { LookedUp } from './services/looked-up'

interface Options {
  lookedUp: LookedUp
  accounts: Accounts
  realmById: (id: number) => Realm
  desktop: Desktop
  foreign: Pick<ForeignTexts, 'guard'>
}

type Discovering = HandlersOf<DiscoverCalls & SeriesCalls & PeopleCalls>

/** Wires what is looked up of titles and people; what others wrote leaves without its addresses. */
export function createDiscovering({ foreign, ...options }: Options): Discovering {
  return foreign.guard({
    ...createDiscover(options).handlers,
    ...createSeries(options).handlers,
    ...createPeople(options).handlers,
  })
}
