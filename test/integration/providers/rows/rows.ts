import { activityRows } from './activities'
import { airingRows } from './airing'
import { databaseRows } from './database'
import { discoverRows } from './discover'
import { forumRows } from './forum'
import { listRows } from './lists'
import { peopleRows } from './people'
import { reviewRows } from './reviews'
import type { Row } from './row'
import { seriesRows } from './series'
import { socialRows } from './social'
import { signInRows } from './sign-in'
import { toggleRows } from './toggles'

/** Every call of every service, with what proves it; docs/coverage.md is written from this. */
export const rows: readonly Row[] = [
  ...listRows,
  ...databaseRows,
  ...signInRows,
  ...socialRows,
  ...activityRows,
  ...toggleRows,
  ...seriesRows,
  ...airingRows,
  ...discoverRows,
  ...peopleRows,
  ...reviewRows,
  ...forumRows,
]
