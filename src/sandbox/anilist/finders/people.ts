import type { Character, Person, Staff, Studio } from '../../world/people'
import type { GraphContext } from '../context'
import { filterOf, orderOf } from '../filter'
import { searchIn, sortIn, type Args } from './finder'

const personOrder = {
  ID: (person: Person) => person.id,
  FAVOURITES: (person: Person) => person.favourites,
  SEARCH_MATCH: (person: Person) => -person.favourites,
}

function search<Found extends Person>(people: readonly Found[], args: Args): Found[] {
  const words = searchIn(args)
  const fits = filterOf<Found>(args, { id: (person) => person.id })
  return people
    .filter(fits)
    .filter(({ first, last, native }) =>
      [`${first} ${last}`, `${last} ${first}`, native].some((name) =>
        name.toLowerCase().includes(words ?? ''),
      ),
    )
    .sort(orderOf(sortIn(args, words === null ? 'ID' : 'SEARCH_MATCH'), personOrder))
}

export function findCharacters(args: Args, { world }: GraphContext): Character[] {
  return search(world.catalogue.cast().characters, args)
}

export function findStaff(args: Args, { world }: GraphContext): Staff[] {
  return search(world.catalogue.cast().staff, args)
}

export function findStudios(args: Args, { world }: GraphContext): Studio[] {
  const words = searchIn(args) ?? ''
  const fits = filterOf<Studio>(args, { id: (studio) => studio.id })
  return world.catalogue
    .cast()
    .studios.filter((studio) => fits(studio) && studio.name.toLowerCase().includes(words))
    .sort(
      orderOf(sortIn(args, 'ID'), {
        ID: (studio) => studio.id,
        NAME: (studio) => studio.name,
        FAVOURITES: (studio) => studio.favourites,
        SEARCH_MATCH: (studio) => -studio.favourites,
      }),
    )
}
