import { between, pick, sample } from '../core/random'
import { createPeople, type Character, type People, type Staff, type Studio } from './people'
import type { Series, SeriesType } from './series'
import { randomOf } from './series-facts'

export type CharacterRole = 'MAIN' | 'SUPPORTING' | 'BACKGROUND'

export interface CastMember {
  id: number
  character: Character
  role: CharacterRole
  /** Anime only. */
  actor: Staff | null
}

export interface Credit {
  id: number
  staff: Staff
  role: string
}

export interface StudioCredit {
  id: number
  studio: Studio
  isMain: boolean
}

export interface SeriesCast {
  characters: readonly CastMember[]
  staff: readonly Credit[]
  studios: readonly StudioCredit[]
}

/** The titles that people are to be found for. */
interface Titles {
  seed: number
  of(type: SeriesType): readonly Series[]
}

/** Who has to do with which title: always the same for the same title. */
export interface Cast extends People {
  of(series: Series): SeriesCast
  seriesOfCharacter(id: number): readonly { series: Series; member: CastMember }[]
  seriesOfStaff(id: number): readonly { series: Series; credit: Credit }[]
  rolesOfActor(id: number): readonly { series: Series; member: CastMember }[]
  seriesOfStudio(id: number): readonly { series: Series; credit: StudioCredit }[]
}

const roles = [
  'Director',
  'Original Creator',
  'Character Design',
  'Music',
  'Script',
  'Art Director',
]

/** Made when first asked for; looking from a person to titles goes through the catalogue once. */
export function createCast(catalogue: Titles): Cast {
  const people = createPeople(catalogue.seed)
  const known = new Map<number, SeriesCast>()

  function of(series: Series): SeriesCast {
    const cast = known.get(series.id) ?? castOf(series, people, catalogue.seed)
    known.set(series.id, cast)
    return cast
  }

  const index = <Item>(
    items: (cast: SeriesCast) => readonly Item[],
    keyOf: (item: Item) => number | undefined,
  ): ((id: number) => { series: Series; item: Item }[]) => {
    let made: Map<number, { series: Series; item: Item }[]> | null = null
    return (id) => {
      made ??= indexed(catalogue, (series) => items(of(series)), keyOf)
      return made.get(id) ?? []
    }
  }
  const byCharacter = index(
    (cast) => cast.characters,
    ({ character }) => character.id,
  )
  const byActor = index(
    (cast) => cast.characters,
    ({ actor }) => actor?.id,
  )
  const byStaff = index(
    (cast) => cast.staff,
    ({ staff }) => staff.id,
  )
  const byStudio = index(
    (cast) => cast.studios,
    ({ studio }) => studio.id,
  )

  return {
    ...people,
    of,
    seriesOfCharacter: (id) =>
      byCharacter(id).map(({ series, item }) => ({ series, member: item })),
    rolesOfActor: (id) => byActor(id).map(({ series, item }) => ({ series, member: item })),
    seriesOfStaff: (id) => byStaff(id).map(({ series, item }) => ({ series, credit: item })),
    seriesOfStudio: (id) => byStudio(id).map(({ series, item }) => ({ series, credit: item })),
  }
}

function indexed<Item>(
  catalogue: Titles,
  itemsOf: (series: Series) => readonly Item[],
  keyOf: (item: Item) => number | undefined,
): Map<number, { series: Series; item: Item }[]> {
  const map = new Map<number, { series: Series; item: Item }[]>()
  for (const series of [...catalogue.of('anime'), ...catalogue.of('manga')]) {
    for (const item of itemsOf(series)) {
      const key = keyOf(item)
      if (key === undefined) continue
      const list = map.get(key)
      if (list) list.push({ series, item })
      else map.set(key, [{ series, item }])
    }
  }
  return map
}

function castOf(series: Series, people: People, seed: number): SeriesCast {
  const random = randomOf(series.id, seed ^ 0xca57)
  const anime = series.type === 'anime'
  const characters = sample(random, people.characters, between(random, 2, 12))
  const staff = sample(random, people.staff, between(random, 1, 5))
  return {
    characters: characters.map((character, at) => ({
      id: series.id * 20 + at,
      character,
      role: at < 2 ? 'MAIN' : at < 8 ? 'SUPPORTING' : 'BACKGROUND',
      actor: anime ? pick(random, people.staff) : null,
    })),
    staff: staff.map((person, at) => ({
      id: series.id * 20 + at,
      staff: person,
      role: roles[at] ?? 'Assistant',
    })),
    studios: anime
      ? sample(random, people.studios, between(random, 1, 2)).map((studio, at) => ({
          id: series.id * 20 + at,
          studio,
          isMain: at === 0,
        }))
      : [],
  }
}
