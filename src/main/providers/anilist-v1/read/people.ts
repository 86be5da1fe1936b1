import type {
  Character,
  CharacterRole,
  PersonName,
  SmallCharacter,
  SmallStaff,
  Staff,
  StaffWork,
  Studio,
} from '../../../../shared/community/people'
import { type FuzzyDate, fuzzyDate } from '../../../../shared/fuzzy-date'
import type { Gathering, PictureKey } from '../../found'
import { numberOrNull, partsOf, textOrNull } from '../../lenient'
import { pictureUrl } from '../../pictures'
import { flagOrNull, idIn, linkOrNull, needed, type Parts } from '../../reading'

/** A character, in the small model or the full one; `null` for what has no id. */
export function smallCharacter(value: unknown, into: Gathering): SmallCharacter | null {
  const raw = partsOf(value)
  const id = idIn(raw)
  if (id === null) return null
  const native = textOrNull(raw['name_japanese'])
  return { id, name: nameOf(raw, native), hasPicture: keepPicture(`character-${id}`, raw, into) }
}

/** Staff or a voice actor, in the small model or the full one; `null` for what has no id. */
export function smallStaff(value: unknown, into: Gathering, work: StaffWork): SmallStaff | null {
  const raw = partsOf(value)
  const id = idIn(raw)
  if (id === null) return null
  const native = [raw['name_last_japanese'], raw['name_first_japanese']]
  return {
    id,
    work,
    name: nameOf(raw, native.flatMap((part) => textOrNull(part) ?? []).join('') || null),
    language: textOrNull(raw['language']),
    hasPicture: keepPicture(`staff-${id}`, raw, into),
  }
}

/** The character model. Throws `bad-answer` when none is named. */
export function readCharacter(value: unknown, into: Gathering): Character {
  const raw = partsOf(value)
  return {
    ...needed(smallCharacter(raw, into), 'character'),
    description: textOrNull(raw['info']),
    favourite: flagOrNull(raw['favourite']),
    favourites: null,
    gender: null,
    age: null,
    bloodType: null,
    birthday: null,
  }
}

/** The staff model. Throws `bad-answer` when nobody is named. */
export function readStaff(value: unknown, into: Gathering, work: StaffWork): Staff {
  const raw = partsOf(value)
  return {
    ...needed(smallStaff(raw, into, work), 'staff'),
    description: textOrNull(raw['info']),
    favourite: flagOrNull(raw['favourite']),
    favourites: null,
    gender: null,
    age: null,
    birthday: birthdayOf(raw['dob']),
    died: null,
    homeTown: null,
    bloodType: null,
    occupations: [],
    yearsActive: [],
    website: linkOrNull(raw['website']),
  }
}

/** The studio model; `null` for what has no id. */
export function toStudio(raw: Parts): Studio | null {
  const id = idIn(raw)
  if (id === null) return null
  return {
    id,
    name: textOrNull(raw['studio_name']) ?? `#${id}`,
    makesAnime: null,
    favourite: null,
    favourites: null,
    website: linkOrNull(raw['studio_wiki']),
  }
}

export function roleOf(value: unknown): CharacterRole {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : ''
  return word === 'main' || word === 'supporting' || word === 'background' ? word : 'unknown'
}

/** 9081972 is the 8th of September 1972 (docs/services.md, "AniList v1: times"). */
function birthdayOf(value: unknown): FuzzyDate | null {
  const number = numberOrNull(value)
  if (number === null || !Number.isInteger(number) || number <= 0) return null
  return fuzzyDate({
    year: number % 10_000,
    month: Math.floor(number / 1_000_000),
    day: Math.floor(number / 10_000) % 100,
  })
}

function nameOf(raw: Parts, native: string | null): PersonName {
  const parts = [raw['name_first'], raw['name_last']].flatMap((part) => textOrNull(part) ?? [])
  return {
    full: parts.join(' ') || `#${idIn(raw)}`,
    native,
    alternatives: (textOrNull(raw['name_alt']) ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    spoilers: [],
  }
}

function keepPicture(key: PictureKey, raw: Parts, into: Gathering): boolean {
  return into.picture({
    key,
    url: pictureUrl(raw['image_url_med']),
    urlLarge: pictureUrl(raw['image_url_lge']),
    bannerUrl: null,
  })
}
