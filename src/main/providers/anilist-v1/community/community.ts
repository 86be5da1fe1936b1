import type { Community } from '../../community'
import type { MakeCall } from '../call'
import { createActivityCalls } from './activities'
import { createAsk } from './ask'
import { createDiscoverCalls } from './discover'
import { createForumCalls } from './forum'
import { createPeopleCalls } from './people'
import { createReviewCalls } from './reviews'
import { createSeriesCalls } from './series'
import { createToggleCalls } from './toggles'
import { createUserCalls } from './users'

/** What the document of API v1 has beside lists. */
export function createV1Community(call: MakeCall): Community {
  const ask = createAsk(call)
  return {
    ...createUserCalls(ask),
    ...createActivityCalls(call, ask),
    ...createToggleCalls(call),
    ...createSeriesCalls(call, ask),
    ...createDiscoverCalls(call, ask),
    ...createPeopleCalls(call, ask),
    ...createReviewCalls(ask),
    ...createForumCalls(ask),
  }
}
