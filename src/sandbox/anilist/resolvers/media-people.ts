import type { CharacterRole } from '../../world/cast'
import { relationsOf } from '../../world/relations'
import type { Series } from '../../world/series'
import { connectionOf, type PagingArgs } from '../connection'
import type { Resolvers } from '../context'
import { isFavourite } from './people'

/** Relations that only the second version of the field knows, and what the first says instead. */
const older: Readonly<Record<string, string>> = { SOURCE: 'ADAPTATION' }

/** What a title has to do with people and with other titles. */
export const mediaPeopleFields: Resolvers = {
  Media: {
    isFavourite: (series: Series, _args: unknown, context) =>
      isFavourite(context, series.type, series.id),
    relations: (series: Series, _args: unknown, { world }) =>
      connectionOf(
        relationsOf(series, world.catalogue)
          .filter((related) => world.series(related.series.id))
          .map((related) => ({
            node: related.series,
            id: related.id,
            relation: related.relation,
            isMainStudio: false,
          })),
      ),
    characters: (series: Series, args: PagingArgs & { role?: CharacterRole }, { world }) =>
      connectionOf(
        world.catalogue
          .cast()
          .of(series)
          .characters.filter(({ role }) => !args.role || args.role === role)
          .map(({ id, character, role, actor }) => ({
            node: character,
            id,
            role,
            name: null,
            voiceActors: actor ? [actor] : [],
            voiceActorRoles: actor ? [{ voiceActor: actor }] : [],
          })),
        args,
      ),
    staff: (series: Series, args: PagingArgs, { world }) =>
      connectionOf(
        world.catalogue
          .cast()
          .of(series)
          .staff.map(({ id, staff, role }) => ({ node: staff, id, role })),
        args,
      ),
    studios: (series: Series, args: { isMain?: boolean }, { world }) =>
      connectionOf(
        world.catalogue
          .cast()
          .of(series)
          .studios.filter(({ isMain }) => args.isMain === undefined || args.isMain === isMain)
          .map(({ id, studio, isMain }) => ({ node: studio, id, isMain })),
      ),
  },
  MediaEdge: {
    relationType({ relation }: { relation?: string }, { version }: { version?: number }) {
      if (!relation) return null
      return (version ?? 1) < 2 ? (older[relation] ?? relation) : relation
    },
  },
}
