import type { Calls } from '../../shared/ipc'
import { accountArguments } from './arguments/accounts'
import { airingArguments } from './arguments/airing'
import { appArguments } from './arguments/app'
import { backupArguments } from './arguments/backup'
import { forumArguments, reviewArguments, socialArguments } from './arguments/community'
import { postArguments } from './arguments/posts'
import { discoverArguments, peopleArguments, seriesArguments } from './arguments/discover'
import { foreignArguments } from './arguments/foreign'
import { historyArguments } from './arguments/history'
import { libraryArguments } from './arguments/library'
import { lookArguments } from './arguments/looks'
import { queueArguments } from './arguments/queue'
import type { SchemasOf } from './arguments/schemas'
import { syncArguments } from './arguments/sync'

/** How to check what a caller sends, call by call. */
export const argumentSchemas: SchemasOf<Calls> = {
  ...appArguments,
  ...accountArguments,
  ...libraryArguments,
  ...queueArguments,
  ...historyArguments,
  ...syncArguments,
  ...airingArguments,
  ...backupArguments,
  ...foreignArguments,
  ...postArguments,
  ...socialArguments,
  ...reviewArguments,
  ...forumArguments,
  ...lookArguments,
  ...discoverArguments,
  ...seriesArguments,
  ...peopleArguments,
}
