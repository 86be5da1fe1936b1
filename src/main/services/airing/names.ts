import type { ServiceId } from '../../../shared/service'
import { idOf, type TitleKey } from '../../../shared/media'

/**
 * A set of services whose ids mean the same works: the real ones, the built-in ones, or those at an
 * address of the user's own. Titles of different worlds are never the same.
 */
export type World = string

export interface RealmOf {
  readonly service: ServiceId
  readonly origin: string
}

/** The world of a realm; `realOrigins` are those of the services themselves. */
export function worldOf({ origin }: RealmOf, realOrigins: ReadonlySet<string>): World {
  return realOrigins.has(origin) ? 'real' : origin
}

/** AniList's two interfaces number works alike. */
const families: Readonly<Record<ServiceId, string>> = {
  anilist: 'anilist',
  'anilist-v1': 'anilist',
  anisearch: 'anisearch',
}

export function serviceName(world: World, service: ServiceId, title: TitleKey): string {
  return `${world} ${families[service]} ${idOf(title)}`
}

export function anilistName(world: World, id: number): string {
  return `${world} anilist ${id}`
}

export function malName(world: World, malId: number): string {
  return `${world} mal ${malId}`
}

/** The number under which one of these names has the work at AniList; `null` when none does. */
export function anilistIdIn(names: readonly string[], world: World): number | null {
  const start = `${world} anilist `
  const name = names.find((each) => each.startsWith(start))
  return name === undefined ? null : Number(name.slice(start.length))
}

/** The number that a service of this family gives the work; `null` when it has no such name. */
export function idAt(names: readonly string[], world: World, service: ServiceId): number | null {
  const start = `${world} ${families[service]} `
  const name = names.find((each) => each.startsWith(start))
  return name === undefined ? null : Number(name.slice(start.length))
}
