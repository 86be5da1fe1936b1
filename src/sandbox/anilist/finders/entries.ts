import type { ListEntry } from '../../world/entry'
import type { SandboxUser } from '../../world/user'
import { entryFilters, entryOrder, nothingHidden, typesIn } from '../collection'
import type { GraphContext } from '../context'
import { invalid, notFound } from '../errors'
import { filterOf } from '../filter'
import { numbersIn, sortIn, type Args } from './finder'

/** Entries of the person named by the arguments; private ones only for their owner. */
export function findEntries(args: Args, context: GraphContext): ListEntry[] {
  const { lists } = context.world
  const types = typesIn(args)
  const mediaIds = numbersIn(args, 'mediaId')
  const fits = filterOf(args, entryFilters)
  return owners(args, context)
    .flatMap(({ id }) =>
      mediaIds
        ? mediaIds.flatMap((mediaId) => lists.find(id, mediaId) ?? [])
        : types.flatMap((type) => lists.newestFirst(id, type)),
    )
    .filter((entry) => types.includes(entry.type) && fits(entry))
    .filter(nothingHidden(context))
    .sort(entryOrder(sortIn(args, 'MEDIA_ID'), context))
}

/** Whose entries are meant: somebody's, or of one title everybody's. */
function owners(args: Args, context: GraphContext): SandboxUser[] {
  const { users } = context.world
  const ids = numbersIn({ userId_in: args.userId_in }, 'userId')
  if (ids) return ids.flatMap((id) => users.get(id) ?? [])
  const named = args.userId != null || args.userName != null
  if (!named && (args.mediaId != null || args.id != null)) return users.rows()
  return [userOf(args, context)]
}

/** The user that `userId` or `userName` names. */
export function userOf(args: Args, { world }: GraphContext): SandboxUser {
  const { userId, userName } = args
  const wanted = typeof userId === 'number' ? String(userId) : userName
  if (typeof wanted !== 'string') {
    throw invalid('userId', 'The user id field is required when user name is not present.')
  }
  const user = world.findUser(wanted)
  if (!user) throw notFound()
  return user
}
