import { airingsBetween, type Airing } from '../../world/airing'
import type { Series } from '../../world/series'
import type { GraphContext } from '../context'
import { filterOf, orderOf, type Values } from '../filter'
import { numbersIn, sortIn, type Args } from './finder'

const filters: Values<Airing> = {
  id: (airing) => airing.id,
  mediaId: (airing) => airing.mediaId,
  episode: (airing) => airing.episode,
  airingAt: (airing) => airing.airingAt,
}

const order: Values<Airing> = {
  ID: (airing) => airing.id,
  MEDIA_ID: (airing) => airing.mediaId,
  TIME: (airing) => airing.airingAt,
  EPISODE: (airing) => airing.episode,
}

const oneYear = 366 * 24 * 3600

/** Broadcasts of all titles, a year to either side unless the arguments say otherwise. */
export function findAirings(args: Args, context: GraphContext): Airing[] {
  const { now } = context
  const bound = (name: string, otherwise: number): number => Number(args[name] ?? otherwise)
  const after = bound('airingAt_greater', now - oneYear)
  const before = bound('airingAt_lesser', now + oneYear)
  const fits = filterOf(args, filters)
  return candidates(args, context)
    .filter(({ broadcast }) => broadcast !== null)
    .flatMap((series) => airingsBetween(series, after, before))
    .filter((airing) => fits(airing) && fitsNow(args.notYetAired, airing, now))
    .sort(orderOf(sortIn(args, 'ID'), order))
}

function candidates(args: Args, { world }: GraphContext): Series[] {
  const ids = numbersIn(args, 'mediaId')
  if (ids) return [...new Set(ids)].flatMap((id) => world.series(id) ?? [])
  return world.catalogue.of('anime').filter(({ id }) => world.series(id))
}

function fitsNow(notYetAired: unknown, { airingAt }: Airing, now: number): boolean {
  return typeof notYetAired !== 'boolean' || notYetAired === airingAt > now
}
