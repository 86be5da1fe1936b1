import type {
  Character,
  PersonName,
  SmallCharacter,
  SmallStaff,
  SmallStudio,
  Staff,
  StaffWork,
  Studio,
} from '../../../../shared/community/people'
import type { Gathering, PictureKey } from '../../found'
import { partsOf, textOrNull, textsOf, totalOrNull } from '../../lenient'
import { pictureUrl } from '../../pictures'
import { countOrNull, flagOrNull, idIn, linkOrNull, needed, type Parts } from '../../reading'
import { dateOf } from '../media'

/** A character as it is named in lists; `null` for what has no id. */
export function smallCharacter(value: unknown, into: Gathering): SmallCharacter | null {
  const raw = partsOf(value)
  const id = idIn(raw)
  if (id === null) return null
  return { id, name: nameOf(raw, id), hasPicture: keepPicture(`character-${id}`, raw, into) }
}

/** Somebody who works on titles, as they are named in lists; `null` for what has no id. */
export function smallStaff(value: unknown, into: Gathering, work: StaffWork): SmallStaff | null {
  const raw = partsOf(value)
  const id = idIn(raw)
  if (id === null) return null
  return {
    id,
    work,
    name: nameOf(raw, id),
    language: textOrNull(raw['languageV2']),
    hasPicture: keepPicture(`staff-${id}`, raw, into),
  }
}

/** A studio as it is named in lists; `null` for what has no id. */
export function smallStudio(value: unknown): SmallStudio | null {
  const raw = partsOf(value)
  const id = idIn(raw)
  return id === null ? null : { id, name: textOrNull(raw['name']) ?? `#${id}` }
}

/** Throws `bad-answer` when none is named. */
export function readCharacter(value: unknown, into: Gathering): Character {
  const raw = partsOf(value)
  return {
    ...needed(smallCharacter(raw, into), 'Character'),
    ...heldDear(raw),
    description: textOrNull(raw['description']),
    gender: textOrNull(raw['gender']),
    age: textOrNull(raw['age']),
    bloodType: textOrNull(raw['bloodType']),
    birthday: dateOf(raw['dateOfBirth']),
  }
}

/** Throws `bad-answer` when nobody is named. */
export function readStaff(value: unknown, into: Gathering, work: StaffWork): Staff {
  const raw = partsOf(value)
  const years = Array.isArray(raw['yearsActive']) ? raw['yearsActive'] : []
  return {
    ...needed(smallStaff(raw, into, work), 'Staff'),
    ...heldDear(raw),
    description: textOrNull(raw['description']),
    gender: textOrNull(raw['gender']),
    age: totalOrNull(raw['age']),
    birthday: dateOf(raw['dateOfBirth']),
    died: dateOf(raw['dateOfDeath']),
    homeTown: textOrNull(raw['homeTown']),
    bloodType: textOrNull(raw['bloodType']),
    occupations: textsOf(raw['primaryOccupations']),
    yearsActive: years.flatMap((year) => totalOrNull(year) ?? []),
    website: null,
  }
}

/** Throws `bad-answer` when none is named. */
export function readStudio(value: unknown): Studio {
  const raw = partsOf(value)
  return {
    ...needed(smallStudio(raw), 'Studio'),
    ...heldDear(raw),
    makesAnime: flagOrNull(raw['isAnimationStudio']),
    website: linkOrNull(raw['siteUrl']),
  }
}

function heldDear(raw: Parts) {
  return {
    favourite: flagOrNull(raw['isFavourite']),
    favourites: countOrNull(raw['favourites']),
  }
}

function nameOf(raw: Parts, id: number): PersonName {
  const name = partsOf(raw['name'])
  const parts = [name['first'], name['middle'], name['last']].flatMap(
    (part) => textOrNull(part) ?? [],
  )
  return {
    full: textOrNull(name['full']) ?? (parts.join(' ') || `#${id}`),
    native: textOrNull(name['native']),
    alternatives: textsOf(name['alternative']).filter(Boolean),
    spoilers: textsOf(name['alternativeSpoiler']).filter(Boolean),
  }
}

function keepPicture(key: PictureKey, raw: Parts, into: Gathering): boolean {
  const image = partsOf(raw['image'])
  return into.picture({
    key,
    url: pictureUrl(image['medium']),
    urlLarge: pictureUrl(image['large']),
    bannerUrl: null,
  })
}
