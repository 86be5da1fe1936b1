import { dateParts } from '../../../shared/fuzzy-date'
import type { CharacterRole } from '../../world/cast'
import type { Character, Person, Staff, Studio } from '../../world/people'
import type { V1Request } from '../call'

type Around = Pick<V1Request, 'origin'>
type Model = Record<string, unknown>

const roles: Readonly<Record<CharacterRole, string>> = {
  MAIN: 'Main',
  SUPPORTING: 'Supporting',
  BACKGROUND: 'Background',
}

export const roleWord = (role: CharacterRole): string => roles[role]

function pictures(kind: string, { id }: Person, { origin }: Around): Model {
  const url = `${origin()}pictures/${kind}/${id}.png`
  return { image_url_lge: url, image_url_med: url }
}

export function smallCharacter(character: Character, role: string | null, around: Around): Model {
  return {
    id: character.id,
    name_first: character.first,
    name_last: character.last,
    ...pictures('character', character, around),
    role,
  }
}

export function fullCharacter(character: Character, around: Around, favourite: boolean): Model {
  return {
    name_alt: '',
    info: character.description,
    ...smallCharacter(character, null, around),
    name_japanese: character.native,
    favourite,
  }
}

export function smallStaff(staff: Staff, role: string | null, around: Around): Model {
  return {
    id: staff.id,
    name_first: staff.first,
    name_last: staff.last,
    ...pictures('staff', staff, around),
    language: staff.language,
    role,
  }
}

export function fullStaff(staff: Staff, around: Around, favourite: boolean): Model {
  return {
    dob: birthNumber(staff.birthday),
    website: staff.website,
    info: staff.description,
    ...smallStaff(staff, null, around),
    name_first_japanese: staff.firstNative,
    name_last_japanese: staff.lastNative,
    favourite,
  }
}

export function studioModel(studio: Studio, isMain: boolean | null): Model {
  return {
    studio_name: studio.name,
    studio_wiki: `http://en.wikipedia.org/wiki/${studio.name.replaceAll(' ', '_')}`,
    id: studio.id,
    main_studio: isMain === null ? null : Number(isMain),
  }
}

/** A birthday as the service writes it: 9081972 is the 8th of September 1972. */
function birthNumber(date: number | null): number | null {
  if (date === null) return null
  const { year, month, day } = dateParts(date)
  return (month ?? 0) * 1_000_000 + (day ?? 0) * 10_000 + (year ?? 0)
}
