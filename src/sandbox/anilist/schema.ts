import {
  buildSchema,
  defaultFieldResolver,
  isObjectType,
  isUnionType,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import type { GraphContext, Resolvers } from './context'
import { notFound } from './errors'
import { activityMutations } from './resolvers/activity-mutations'
import { favouriteFields } from './resolvers/favourites'
import { forumMutations } from './resolvers/forum-mutations'
import { mediaPeopleFields } from './resolvers/media-people'
import { notificationFields } from './resolvers/notifications'
import { peopleFields } from './resolvers/people'
import { reviewFields } from './resolvers/reviews'
import { wordFields } from './resolvers/words'
import { listFields } from './resolvers/list'
import { listMutations } from './resolvers/list-mutations'
import { mediaFields } from './resolvers/media'
import { queryFields } from './resolvers/query'
import { userFields } from './resolvers/user'
import { enumTypes } from './sdl/enums'
import { listTypes } from './sdl/list'
import { mediaTypes } from './sdl/media'
import { rootTypes } from './sdl/root'
import { notificationTypes } from './sdl/notifications'
import { peopleTypes } from './sdl/people'
import { reviewTypes } from './sdl/reviews'
import { userTypes } from './sdl/user'
import { wordTypes } from './sdl/words'

/** The sandbox's part of AniList's schema. */
export const schemaText = [
  rootTypes,
  enumTypes,
  mediaTypes,
  listTypes,
  userTypes,
  peopleTypes,
  reviewTypes,
  wordTypes,
  notificationTypes,
].join('\n')

const resolvers: readonly Resolvers[] = [
  queryFields,
  mediaFields,
  listFields,
  listMutations,
  userFields,
  peopleFields,
  mediaPeopleFields,
  favouriteFields,
  reviewFields,
  wordFields,
  activityMutations,
  forumMutations,
  notificationFields,
]

let built: GraphQLSchema | null = null

/** Built at the first request, then shared: it holds no data. */
export function anilistSchema(): GraphQLSchema {
  built ??= buildAnilistSchema()
  return built
}

function buildAnilistSchema(): GraphQLSchema {
  const schema = buildSchema(schemaText)
  for (const [typeName, fields] of resolvers.flatMap((each) => Object.entries(each))) {
    const type = schema.getType(typeName)
    if (!isObjectType(type)) throw new Error(`No such type: ${typeName}`)
    attach(type, fields)
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (isUnionType(type)) type.resolveType = (value) => graphTypeOf(value)
  }
  return schema
}

function attach(type: GraphQLObjectType, fields: Resolvers[string]): void {
  for (const [name, resolve] of Object.entries(fields)) {
    const field = type.getFields()[name]
    if (!field) throw new Error(`No such field: ${type.name}.${name}`)
    // The schema has checked the arguments, and the parent field gave the source.
    const call: Resolve = (source, args, context, info) =>
      resolve(source as never, args as never, context, info)
    field.resolve = type.name === 'Mutation' ? untilOneFails(call) : call
  }
  for (const field of Object.values(type.getFields())) field.resolve ??= defaultFieldResolver
}

type Resolve = GraphQLFieldResolver<unknown, GraphContext, Record<string, unknown>>

/** AniList stops at the first alias that fails. */
function untilOneFails(call: Resolve): Resolve {
  return (source, args, context, info) => {
    if (context.failed.yet) throw notFound()
    try {
      return call(source, args, context, info)
    } catch (error) {
      context.failed.yet = true
      throw error
    }
  }
}

/** Records that may be of several types carry the name of theirs. */
function graphTypeOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('graphType' in value)) return undefined
  return String(value.graphType)
}
