import type { GraphQLResolveInfo } from 'graphql'
import type { ServiceContext } from '../service-kind'
import type { SandboxUser } from '../world/user'
import { unauthorized } from './errors'

/** What each field of one request may use. */
export interface GraphContext extends ServiceContext {
  viewer: SandboxUser | null
  /** Unix s. */
  now: number
  /** Once one mutation of a document has failed, those after it are left out. */
  failed: { yet: boolean }
}

/** Sources and arguments are what the schema's types say; each field names its own. */
export type Field = (
  source: never,
  args: never,
  context: GraphContext,
  info: GraphQLResolveInfo,
) => unknown

export type Resolvers = Readonly<Record<string, Readonly<Record<string, Field>>>>

/** The user signed in as of now, or an error. */
export function viewerOf({ viewer, world }: GraphContext): SandboxUser {
  const user = viewer && world.users.get(viewer.id)
  if (!user) throw unauthorized()
  return user
}
