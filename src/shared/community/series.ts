import type { Media } from '../media'
import type { Status } from '../status'
import type { ForeignText } from './foreign-text'
import type { Page } from './paging'
import type { CharacterRole, SmallCharacter, SmallStaff, SmallStudio } from './people'
import type { Review } from './review'

export const mediaSources = [
  'original',
  'manga',
  'light-novel',
  'visual-novel',
  'video-game',
  'novel',
  'doujinshi',
  'anime',
  'web-novel',
  'live-action',
  'game',
  'comic',
  'multimedia-project',
  'picture-book',
  'other',
  'unknown',
] as const
export type MediaSource = (typeof mediaSources)[number]

export const mediaRelations = [
  'source',
  'adaptation',
  'prequel',
  'sequel',
  'parent',
  'side-story',
  'spin-off',
  'alternative',
  'summary',
  'compilation',
  'contains',
  'character',
  'same-universe',
  'other',
  'unknown',
] as const
export type MediaRelation = (typeof mediaRelations)[number]

/** All that a service tells of a title itself. */
export interface SeriesDetails {
  readonly media: Media
  readonly description: ForeignText | null
  readonly source: MediaSource
  /** ISO 3166-1, two letters. */
  readonly country: string | null
  readonly hashtag: string | null
  readonly trailer: Trailer | null
  /** `null` where the service does not tell. */
  readonly favourite: boolean | null
  readonly favourites: number | null
  /** Raw 0–100. */
  readonly meanScore: number | null
  readonly tags: readonly SeriesTag[]
  readonly rankings: readonly Ranking[]
  readonly links: readonly ExternalLink[]
  /** How many gave which raw score, lowest first. */
  readonly scores: readonly { readonly score: number; readonly amount: number }[]
  /** On how many lists it stands, and where. */
  readonly statuses: readonly { readonly status: Status; readonly amount: number }[]
}

/** A video elsewhere, by its id there; opened by main. */
export interface Trailer {
  readonly site: 'youtube' | 'dailymotion'
  readonly id: string
}

/** Https only; opened by main, which finds it by its place. */
export interface ExternalLink {
  readonly site: string
  readonly url: string
  readonly type: 'info' | 'streaming' | 'social' | 'unknown'
  readonly language: string | null
}

export interface SeriesTag {
  readonly name: string
  readonly category: string | null
  /** How much it says about the title, 0–100. */
  readonly rank: number | null
  readonly spoiler: boolean
  readonly adult: boolean
}

export interface Ranking {
  readonly rank: number
  readonly type: 'rated' | 'popular' | 'unknown'
  /** The service's own words: `highest rated all time`. */
  readonly words: string
  readonly year: number | null
  readonly allTime: boolean
}

/** A character of a title, with those who speak it. */
export interface CastMember {
  readonly character: SmallCharacter
  readonly role: CharacterRole
  readonly actors: readonly SmallStaff[]
}

/** Somebody's work on a title, in the service's words: `Director`. */
export interface Credit {
  readonly staff: SmallStaff
  readonly role: string | null
}

export interface SeriesPeople {
  readonly cast: Page<CastMember>
  readonly staff: Page<Credit>
}

/** Which people of a title are wanted; a service may answer with all of them. */
export type SeriesPart = 'characters' | 'staff' | 'actors'

export interface Relation {
  readonly relation: MediaRelation
  readonly media: Media
}

export interface StudioCredit {
  readonly studio: SmallStudio
  readonly isMain: boolean
}

export interface Recommendation {
  readonly media: Media
  /** Votes for it less those against it. */
  readonly rating: number
}

/** A title's page: what it is, who made it, what belongs to it. Lists on it are beginnings. */
export interface SeriesPage extends SeriesDetails, SeriesPeople {
  readonly relations: readonly Relation[]
  readonly studios: readonly StudioCredit[]
  readonly reviews: readonly Review[]
  readonly recommendations: readonly Recommendation[]
}
