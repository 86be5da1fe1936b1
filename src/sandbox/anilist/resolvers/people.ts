import { dateParts } from '../../../shared/fuzzy-date'
import { favouriteTarget, type FavouriteKind } from '../../social/social'
import type { CastMember } from '../../world/cast'
import type { Character, Person, Staff, Studio } from '../../world/people'
import type { Series } from '../../world/series'
import { typesIn } from '../collection'
import { connectionOf, type PagingArgs } from '../connection'
import type { Field, GraphContext, Resolvers } from '../context'
import { orderOf } from '../filter'
import { mediaOrder } from '../finders/media'

interface MediaArgs extends PagingArgs, Record<string, unknown> {
  sort?: string[]
  type?: string
  onList?: boolean
}

export function isFavourite(
  { viewer, social }: GraphContext,
  kind: FavouriteKind,
  id: number,
): boolean {
  return viewer !== null && social().favourites.has(viewer.id, favouriteTarget(kind, id))
}

/** Titles of a person, each with what the person has to do with it. */
function mediaConnection(
  found: readonly { series: Series; more: object }[],
  args: MediaArgs,
  { viewer, world }: GraphContext,
): unknown {
  const types = typesIn(args)
  const edges = found
    .filter(({ series }) => world.series(series.id) && types.includes(series.type))
    .filter(
      ({ series }) =>
        !args.onList || (viewer && world.lists.find(viewer.id, series.id) !== undefined),
    )
    .sort((a, b) => orderOf(args.sort, mediaOrder)(a.series, b.series))
    .map(({ series, more }) => ({ node: series, isMainStudio: false, ...more }))
  return connectionOf(edges, args)
}

function memberEdge({ id, role, character, actor }: CastMember): object {
  const voiceActors = actor ? [actor] : []
  return {
    id,
    characterRole: role,
    characterName: null,
    characters: [character],
    voiceActors,
    voiceActorRoles: voiceActors.map((voiceActor) => ({ voiceActor })),
  }
}

/** What characters and staff have in common. */
function personFields(kind: 'character' | 'staff'): Record<string, Field> {
  return {
    name: (person: Person) => ({
      first: person.first,
      middle: null,
      last: person.last,
      full: `${person.first} ${person.last}`,
      native: person.native,
      alternative: [],
      alternativeSpoiler: [],
      userPreferred: `${person.first} ${person.last}`,
    }),
    image: (person: Person, _args: unknown, { origin }) => {
      const url = `${origin()}pictures/${kind}/${person.id}.png`
      return { large: url, medium: url }
    },
    dateOfBirth: (person: Person) => dateParts(person.birthday),
    isFavourite: (person: Person, _args: unknown, context) => isFavourite(context, kind, person.id),
    isFavouriteBlocked: () => false,
    siteUrl: ({ id }: Person) => `https://anilist.co/${kind}/${id}`,
  }
}

/** Fields of characters, staff and studios. */
export const peopleFields: Resolvers = {
  Character: {
    ...personFields('character'),
    age: (character: Character) => String(character.age),
    media: (character: Character, args: MediaArgs, context) =>
      mediaConnection(
        context.world.catalogue
          .cast()
          .seriesOfCharacter(character.id)
          .map(({ series, member }) => ({ series, more: memberEdge(member) })),
        args,
        context,
      ),
  },
  Staff: {
    ...personFields('staff'),
    language: () => 'JAPANESE',
    languageV2: (staff: Staff) => staff.language,
    primaryOccupations: (staff: Staff) => staff.occupations,
    dateOfDeath: () => dateParts(null),
    yearsActive: () => [],
    staffMedia: (staff: Staff, args: MediaArgs, context) =>
      mediaConnection(
        context.world.catalogue
          .cast()
          .seriesOfStaff(staff.id)
          .map(({ series, credit }) => ({
            series,
            more: { id: credit.id, staffRole: credit.role },
          })),
        args,
        context,
      ),
    characterMedia: (staff: Staff, args: MediaArgs, context) =>
      mediaConnection(
        context.world.catalogue
          .cast()
          .rolesOfActor(staff.id)
          .map(({ series, member }) => ({ series, more: memberEdge(member) })),
        args,
        context,
      ),
    characters: (staff: Staff, args: PagingArgs, { world }) =>
      connectionOf(
        world.catalogue
          .cast()
          .rolesOfActor(staff.id)
          .map(({ member }) => ({ node: member.character, id: member.id, role: member.role })),
        args,
      ),
  },
  Studio: {
    siteUrl: ({ id }: Studio) => `https://anilist.co/studio/${id}`,
    isFavourite: (studio: Studio, _args: unknown, context) =>
      isFavourite(context, 'studio', studio.id),
    media: (studio: Studio, args: MediaArgs & { isMain?: boolean }, context) =>
      mediaConnection(
        context.world.catalogue
          .cast()
          .seriesOfStudio(studio.id)
          .filter(({ credit }) => args.isMain === undefined || credit.isMain === args.isMain)
          .map(({ series, credit }) => ({
            series,
            more: { id: credit.id, isMainStudio: credit.isMain },
          })),
        args,
        context,
      ),
  },
}
