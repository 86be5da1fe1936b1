import {
  favouriteKinds,
  favouritesOf,
  favouriteTarget,
  type FavouriteKind,
} from '../../social/social'
import type { SandboxUser } from '../../world/user'
import { connectionOf, type PagingArgs } from '../connection'
import { viewerOf, type GraphContext, type Resolvers } from '../context'
import { invalid, notFound } from '../errors'

interface FavouriteArgs {
  animeId?: number
  mangaId?: number
  characterId?: number
  staffId?: number
  studioId?: number
}

/** The thing with that number; undefined when there is none. */
function thingOf(kind: FavouriteKind, id: number, { world }: GraphContext): unknown {
  const { characters, staff, studios } = world.catalogue.cast()
  switch (kind) {
    case 'anime':
    case 'manga': {
      const series = world.series(id)
      return series?.type === kind ? series : undefined
    }
    case 'character':
      return characters.find((character) => character.id === id)
    case 'staff':
      return staff.find((person) => person.id === id)
    case 'studio':
      return studios.find((studio) => studio.id === id)
  }
}

const page =
  (kind: FavouriteKind) =>
  (user: SandboxUser, args: PagingArgs, context: GraphContext): unknown =>
    connectionOf(
      favouritesOf(context.social(), user.id, kind).flatMap((id, at) => {
        const node = thingOf(kind, id, context)
        const edge = { node, id, favouriteOrder: at + 1, isMain: false, isMainStudio: false }
        return node === undefined ? [] : [edge]
      }),
      args,
    )

/** What people hold dear. A toggle: sending it twice undoes it. */
export const favouriteFields: Resolvers = {
  User: { favourites: (user: SandboxUser) => user },
  Favourites: {
    anime: page('anime'),
    manga: page('manga'),
    characters: page('character'),
    staff: page('staff'),
    studios: page('studio'),
  },
  Mutation: {
    ToggleFavourite(_source: unknown, args: FavouriteArgs, context) {
      const user = viewerOf(context)
      const wanted = favouriteKinds.flatMap((kind) => {
        const id = args[`${kind}Id`]
        return id === undefined ? [] : [{ kind, id }]
      })
      if (wanted.length === 0) throw invalid('animeId', 'One id is required.')
      for (const { kind, id } of wanted) {
        if (thingOf(kind, id, context) === undefined) throw notFound()
        context.social().favourites.toggle(user.id, favouriteTarget(kind, id))
      }
      return user
    },
  },
}
