import { type PictureKind, pictureKinds, type PictureSize, pictureSizes } from '../../environment'

/** What `cover://<accountId>/<kind>-<id>/<size>` asks for. */
export interface CoverAddress {
  readonly accountId: number
  readonly kind: PictureKind
  readonly id: number
  readonly size: PictureSize
}

const pattern = /^cover:\/\/([\d.]{1,20})\/([a-z]+)-([1-9]\d{0,9})\/([a-z]+)$/

/** Reads an address of a picture; `null` for anything else. */
export function readCoverAddress(url: string): CoverAddress | null {
  const [, host = '', kind, id, size] = pattern.exec(url) ?? []
  const accountId = readAccount(host)
  if (accountId === null || !isOneOf(pictureKinds, kind) || !isOneOf(pictureSizes, size))
    return null
  return { accountId, kind, id: Number(id), size }
}

/** Chromium reads a number in the place of a host as an IPv4 address: 258 comes as 0.0.1.2. */
function readAccount(host: string) {
  if (/^[1-9]\d{0,9}$/.test(host)) return Number(host)
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host)?.slice(1).map(Number)
  if (!parts?.every((part) => part <= 255)) return null
  return parts.reduce((sum, part) => sum * 256 + part, 0) || null
}

function isOneOf<T extends string>(words: readonly T[], word: string | undefined): word is T {
  return words.includes(word as T)
}

/** What `cover://words/<content>-<number>` asks for: a picture in a foreign text. */
export interface ForeignPicture {
  readonly content: string
  readonly number: number
}

/** Reads an address of a picture in a foreign text; `null` for anything else. */
export function readForeignPicture(url: string): ForeignPicture | null {
  const [, content, number] = /^cover:\/\/words\/([0-9a-f]{16})-(\d{1,4})$/.exec(url) ?? []
  return content === undefined ? null : { content, number: Number(number) }
}
