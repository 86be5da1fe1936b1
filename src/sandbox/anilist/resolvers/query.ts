import {
  getArgumentValues,
  Kind,
  type FieldNode,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql'
import { adultGenre, genres } from '../../world/series'
import { seriesTags } from '../../world/series-facts'
import { collectionOf, typeOf, type CollectionArgs } from '../collection'
import { viewerOf, type GraphContext, type Resolvers } from '../context'
import { apiError, invalid, notFound } from '../errors'
import { findAirings } from '../finders/airings'
import { findEntries, userOf } from '../finders/entries'
import type { Finder } from '../finders/finder'
import { findMedia } from '../finders/media'
import { socialFinders } from '../finders/social'
import { findUsers } from '../finders/users'
import { findCharacters, findStaff, findStudios } from '../finders/people'
import { findRecommendations, findReviews } from '../finders/reviews'
import { findActivities, findThreads } from '../finders/words'
import { deepestEntry, mostPerPage, pageOf, type PageInfo } from '../paging'

const finders: Readonly<Record<string, Finder>> = {
  users: findUsers,
  media: findMedia,
  mediaList: findEntries,
  airingSchedules: findAirings,
  ...socialFinders,
}

interface Page {
  pageInfo: PageInfo
  items: unknown[]
}

/** The first record that fits, or a 404. */
function firstOf(find: Finder) {
  return (_source: unknown, args: Record<string, unknown>, context: GraphContext): unknown => {
    const [first] = find(args, context)
    if (first === undefined) throw notFound()
    return first
  }
}

/** A page's data is found before its fields are, since `pageInfo` may stand first. */
function pageFor(
  args: { page?: number; perPage?: number },
  context: GraphContext,
  info: GraphQLResolveInfo,
): Page {
  const nodes = info.fieldNodes.flatMap((node) => fieldsOf(node.selectionSet, info))
  const data = nodes.filter(({ name }) => !['pageInfo', '__typename'].includes(name.value))
  if (data.length > 1) throw apiError('A Page can only hold one field besides pageInfo.', 400)
  const page = Math.max(1, args.page ?? 1)
  const perPage = Math.min(mostPerPage, Math.max(1, args.perPage ?? mostPerPage))
  if (page * perPage > deepestEntry)
    throw invalid('page', `The page depth is limited to ${deepestEntry}.`)
  const [node] = data
  return pageOf(node ? itemsOf(node, context, info) : [], page, perPage)
}

function itemsOf(node: FieldNode, context: GraphContext, info: GraphQLResolveInfo): unknown[] {
  const type = info.schema.getType('Page')
  const field = type && 'getFields' in type ? type.getFields()[node.name.value] : undefined
  const find = finders[node.name.value]
  if (!field || !find || !('args' in field)) throw notFound()
  return find(getArgumentValues(field, node, info.variableValues), context)
}

function fieldsOf(set: SelectionSetNode | undefined, info: GraphQLResolveInfo): FieldNode[] {
  return (set?.selections ?? []).flatMap((selection) => {
    switch (selection.kind) {
      case Kind.FIELD:
        return [selection]
      case Kind.INLINE_FRAGMENT:
        return fieldsOf(selection.selectionSet, info)
      case Kind.FRAGMENT_SPREAD:
        return fieldsOf(info.fragments[selection.name.value]?.selectionSet, info)
    }
  })
}

const pageItems = Object.fromEntries(
  Object.keys(finders).map((name) => [name, (page: Page) => page.items]),
)

/** The questions for lists, titles and people. */
export const queryFields: Resolvers = {
  Query: {
    Page: (_source: unknown, args: { page?: number; perPage?: number }, context, info) =>
      pageFor(args, context, info),
    Media: firstOf(findMedia),
    MediaList: firstOf(findEntries),
    AiringSchedule: firstOf(findAirings),
    User: firstOf(findUsers),
    Character: firstOf(findCharacters),
    Staff: firstOf(findStaff),
    Studio: firstOf(findStudios),
    Review: firstOf(findReviews),
    Recommendation: firstOf(findRecommendations),
    Activity: firstOf(findActivities),
    Thread: firstOf(findThreads),
    Viewer: (_source: unknown, _args: unknown, context) => viewerOf(context),
    MediaListCollection(_source: unknown, args: CollectionArgs, context) {
      if (!args.type) throw invalid('type', 'The type field is required.')
      return collectionOf(userOf(args, context), typeOf(args.type), args, context)
    },
    GenreCollection: () => [...genres, adultGenre].sort(),
    MediaTagCollection: () =>
      seriesTags.map((tag) => ({
        ...tag,
        description: 'A tag.',
        isGeneralSpoiler: false,
        isMediaSpoiler: false,
      })),
  },
  Page: pageItems,
}
