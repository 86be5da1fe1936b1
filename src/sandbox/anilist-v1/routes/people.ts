import { empty } from '../../core/reply'
import { favouriteTarget, type FavouriteKind } from '../../social/social'
import type { Person } from '../../world/people'
import {
  noResults,
  notFound,
  numberIn,
  open,
  personal,
  type V1Request,
  type V1Route,
} from '../call'
import {
  fullCharacter,
  fullStaff,
  roleWord,
  smallCharacter,
  smallStaff,
  studioModel,
} from '../models/people'
import { smallSeries } from '../models/series'

function numbered<Found extends { id: number }>(
  found: readonly Found[],
  { params }: V1Request,
): Found | undefined {
  return found.find(({ id }) => id === Number(params.id))
}

function searched<Found extends Person>(people: readonly Found[], { params }: V1Request): Found[] {
  const query = (params.query ?? '').toLowerCase()
  return people.filter(({ first, last, native }) =>
    `${first} ${last} ${first} ${native}`.toLowerCase().includes(query),
  )
}

function isFavourite(kind: FavouriteKind, id: number, { social, viewer }: V1Request): boolean {
  return viewer !== null && social().favourites.has(viewer.id, favouriteTarget(kind, id))
}

/** Turns a favourite on or off; the answer says nothing, so it has to be read again. */
export function favouriteRoute(
  path: string,
  kind: FavouriteKind,
  exists: (id: number, request: V1Request) => boolean,
): V1Route {
  return personal(`POST ${path}/favourite`, (request) => {
    const id = numberIn(request.fields, 'id') ?? 0
    if (!exists(id, request)) return notFound()
    request.social().favourites.toggle(request.viewer.id, favouriteTarget(kind, id))
    return empty()
  })
}

const castOf = ({ world }: V1Request) => world.catalogue.cast()

function characterPage(request: V1Request): unknown {
  const character = numbered(castOf(request).characters, request)
  if (!character) return notFound()
  const roles = castOf(request).seriesOfCharacter(character.id)
  const anime = roles.filter(({ series }) => series.type === 'anime')
  return {
    ...fullCharacter(character, request, isFavourite('character', character.id, request)),
    anime: anime.map(({ series, member }) => ({
      ...smallSeries(series, request),
      role: roleWord(member.role),
      characters: smallCharacter(character, roleWord(member.role), request),
    })),
    anime_staff: anime.flatMap(({ member }) =>
      member.actor ? [smallStaff(member.actor, null, request)] : [],
    ),
    manga_staff: [],
  }
}

function staffPage(request: V1Request): unknown {
  const staff = numbered(castOf(request).staff, request)
  if (!staff) return notFound()
  const credits = castOf(request).seriesOfStaff(staff.id)
  const roles = castOf(request).rolesOfActor(staff.id)
  return {
    ...fullStaff(staff, request, isFavourite('staff', staff.id, request)),
    anime: roles.map(({ series, member }) => ({
      ...smallSeries(series, request),
      characters: smallCharacter(member.character, roleWord(member.role), request),
      actors: [smallStaff(staff, null, request)],
    })),
    anime_staff: credits
      .filter(({ series }) => series.type === 'anime')
      .map(({ series, credit }) => ({ ...smallSeries(series, request), role: credit.role })),
    manga_staff: credits
      .filter(({ series }) => series.type === 'manga')
      .map(({ series, credit }) => ({ ...smallSeries(series, request), role: credit.role })),
  }
}

/** `actor` is another word for `staff` in every call. */
const staffRoutes = ['staff', 'actor'].flatMap((path) => [
  open(`GET ${path}/search/{query}`, (request) => {
    const found = searched(castOf(request).staff, request)
    return found.length > 0 ? found.map((staff) => smallStaff(staff, null, request)) : noResults()
  }),
  open(`GET ${path}/{id}/page`, staffPage),
  open(`GET ${path}/{id}`, (request) => {
    const staff = numbered(castOf(request).staff, request)
    return staff ? fullStaff(staff, request, isFavourite('staff', staff.id, request)) : notFound()
  }),
  favouriteRoute(path, 'staff', (id, request) =>
    castOf(request).staff.some((one) => one.id === id),
  ),
])

export const peopleRoutes: readonly V1Route[] = [
  open('GET character/search/{query}', (request) => {
    const found = searched(castOf(request).characters, request)
    return found.length > 0
      ? found.map((character) => smallCharacter(character, null, request))
      : noResults()
  }),
  open('GET character/{id}/page', characterPage),
  open('GET character/{id}', (request) => {
    const character = numbered(castOf(request).characters, request)
    return character
      ? fullCharacter(character, request, isFavourite('character', character.id, request))
      : notFound()
  }),
  favouriteRoute('character', 'character', (id, request) =>
    castOf(request).characters.some((one) => one.id === id),
  ),
  ...staffRoutes,
  open('GET studio/search/{query}', (request) => {
    const query = (request.params.query ?? '').toLowerCase()
    const found = castOf(request).studios.filter(({ name }) => name.toLowerCase().includes(query))
    return found.length > 0 ? found.map((studio) => studioModel(studio, null)) : noResults()
  }),
  open('GET studio/{id}/page', (request) => {
    const studio = numbered(castOf(request).studios, request)
    if (!studio) return notFound()
    const anime = castOf(request).seriesOfStudio(studio.id)
    return {
      ...studioModel(studio, null),
      anime: anime.map(({ series, credit }) => ({
        ...smallSeries(series, request),
        main_studio: Number(credit.isMain),
      })),
    }
  }),
  open('GET studio/{id}', (request) => {
    const studio = numbered(castOf(request).studios, request)
    return studio ? studioModel(studio, null) : notFound()
  }),
]
