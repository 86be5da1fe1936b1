import type { SmallStaff, StaffWork } from '../../../shared/community/people'
import type { CastMember, Credit, SeriesPart, SeriesPeople } from '../../../shared/community/series'
import { pathOfCharacter, pathOfStaff } from './paths'

/** Somebody of a title as they are shown: who, as what, and who speaks them. */
export interface PersonTile {
  readonly key: string
  readonly of: 'character' | 'staff'
  readonly id: number
  readonly work: StaffWork
  readonly to: string
  readonly name: string
  readonly hasPicture: boolean
  /** In the service's words, or the name of whom they speak; a character has a role instead. */
  readonly detail: string | null
  readonly role: CastMember['role'] | null
  readonly actor: SmallStaff | null
}

export function castTile({ character, role, actors }: CastMember): PersonTile {
  const { id, name, hasPicture } = character
  const key = `character-${id}`
  const to = pathOfCharacter(id)
  const actor = actors[0] ?? null
  const rest = { work: 'staff', detail: null, role, actor } as const
  return { key, of: 'character', id, to, name: name.full, hasPicture, ...rest }
}

function staffTile({ id, work, name, hasPicture }: SmallStaff, detail: string | null): PersonTile {
  const key = `staff-${id}-${detail}`
  const rest = { detail, role: null, actor: null } as const
  return { key, of: 'staff', id, work, to: pathOfStaff(id), name: name.full, hasPicture, ...rest }
}

export function creditTile({ staff, role }: Credit): PersonTile {
  return staffTile(staff, role)
}

/** All of one part of a title: characters, those who speak them, or those who made it. */
export function tilesOf(part: SeriesPart, { cast, staff }: SeriesPeople): readonly PersonTile[] {
  if (part === 'staff') return staff.items.map(creditTile)
  if (part === 'characters') return cast.items.map(castTile)
  return cast.items.flatMap(({ character, actors }) =>
    actors.map((actor) => staffTile(actor, character.name.full)),
  )
}
