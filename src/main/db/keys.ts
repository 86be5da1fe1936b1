import { kindOf, idOf, titleKey, type MediaKind, type TitleKey } from '../../shared/media'

/**
 * Owner, kind and id of a title packed into one integer, the primary key of every table of
 * titles. It keeps the tables free of second indexes (each would be one more page per edit), and
 * all titles of one owner and kind lie side by side. The owner is an account, or a realm for media.
 */
export type PackedKey = number

const idRange = 2 ** 32

export function packKey(owner: number, title: TitleKey): PackedKey {
  return firstKey(owner, kindOf(title)) + idOf(title)
}

export function unpackKey(key: PackedKey): { owner: number; title: TitleKey } {
  const high = Math.floor(key / idRange)
  return {
    owner: Math.floor(high / 2),
    title: titleKey(high % 2 === 0 ? 'anime' : 'manga', key % idRange),
  }
}

/** The lowest key that an owner's titles of one kind can have. */
export function firstKey(owner: number, kind: MediaKind): PackedKey {
  return (owner * 2 + (kind === 'anime' ? 0 : 1)) * idRange
}

/** All keys of an owner, of one kind or of both: from `first`, below `end`. */
export function keyRange(
  owner: number,
  kind: MediaKind | null,
): { first: PackedKey; end: PackedKey } {
  const first = firstKey(owner, kind ?? 'anime')
  return { first, end: first + (kind ? idRange : 2 * idRange) }
}

/** What to add to an account's key of a title to get the realm's key of the same title. */
export function keyOffset(account: number, realm: number): number {
  return (realm - account) * 2 * idRange
}
