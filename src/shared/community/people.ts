import type { FuzzyDate } from '../fuzzy-date'
import type { Media } from '../media'
import type { ForeignText } from './foreign-text'
import type { Page } from './paging'

export interface PersonName {
  /** Given name first. */
  readonly full: string
  readonly native: string | null
  readonly alternatives: readonly string[]
  /** Names that give something away. */
  readonly spoilers: readonly string[]
}

/** The picture is `character-<id>`. */
export interface SmallCharacter {
  readonly id: number
  readonly name: PersonName
  readonly hasPicture: boolean
}

export interface Character extends SmallCharacter {
  readonly description: ForeignText | null
  /** `null` where the service does not tell. */
  readonly favourite: boolean | null
  readonly favourites: number | null
  readonly gender: string | null
  readonly age: string | null
  readonly bloodType: string | null
  readonly birthday: FuzzyDate | null
}

/** Under which word somebody works on titles. AniList v1 has addresses for both, of the same people. */
export type StaffWork = 'staff' | 'actor'

/** The picture is `staff-<id>`. */
export interface SmallStaff {
  readonly id: number
  readonly work: StaffWork
  readonly name: PersonName
  /** As the service words it: `Japanese`. */
  readonly language: string | null
  readonly hasPicture: boolean
}

export interface Staff extends SmallStaff {
  readonly description: ForeignText | null
  readonly favourite: boolean | null
  readonly favourites: number | null
  readonly gender: string | null
  readonly age: number | null
  readonly birthday: FuzzyDate | null
  readonly died: FuzzyDate | null
  readonly homeTown: string | null
  readonly bloodType: string | null
  readonly occupations: readonly string[]
  /** The first year and, where it is over, the last. */
  readonly yearsActive: readonly number[]
  /** Https only; opened by main, never by the page. */
  readonly website: string | null
}

export interface SmallStudio {
  readonly id: number
  readonly name: string
}

export interface Studio extends SmallStudio {
  readonly makesAnime: boolean | null
  readonly favourite: boolean | null
  readonly favourites: number | null
  /** Https only; opened by main, never by the page. */
  readonly website: string | null
}

export const characterRoles = ['main', 'supporting', 'background', 'unknown'] as const
export type CharacterRole = (typeof characterRoles)[number]

/** A character's part in a title. */
export interface Appearance {
  readonly media: Media
  readonly role: CharacterRole
  readonly actors: readonly SmallStaff[]
}

export interface CharacterPage {
  readonly character: Character
  readonly appearances: Page<Appearance>
}

/** A character that somebody spoke. */
export interface VoiceRole {
  readonly media: Media
  readonly character: SmallCharacter | null
  readonly role: CharacterRole
}

/** Somebody's work on a title, in the service's words: `Director`. */
export interface Work {
  readonly media: Media
  readonly role: string | null
}

export interface StaffPage {
  readonly staff: Staff
  readonly voices: Page<VoiceRole>
  readonly works: Page<Work>
}

export interface StudioWork {
  readonly media: Media
  readonly isMain: boolean
}

export interface StudioPage {
  readonly studio: Studio
  readonly works: Page<StudioWork>
}
