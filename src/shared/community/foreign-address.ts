import { findAddresses } from './find-addresses'

/**
 * An address in a foreign text, as the page sees it: which content, which number in it, and how it
 * reads. The page can show it and ask main to open it, and knows nothing that it could load.
 */
export interface ForeignAddress {
  /** 16 hexadecimal digits. */
  readonly content: string
  /** From 0. */
  readonly number: number
  /** Host and path, shortened: what a reader sees of it. */
  readonly shown: string
  readonly host: string
}

/** No such host can exist (RFC 6761), so that not even a slip could load anything. */
const begin = 'https://words.invalid/'
const mostShown = 80

export const foreignPattern = /https:\/\/words\.invalid\/([0-9a-f]{16})\/(\d{1,4})\/([\w%.-]*)/g

/** Writes an address for the page; `url` is the real one. */
export function foreignAddress(content: string, number: number, url: URL): string {
  const path = url.pathname === '/' ? '' : url.pathname
  const whole = `${url.host}${path}${url.search}`
  const shown = whole.length > mostShown ? `${whole.slice(0, mostShown - 1)}…` : whole
  // What Markdown would read as a mark of its own is escaped too.
  const escaped = encodeURIComponent(shown.toWellFormed()).replace(
    /[!'()*_~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${begin}${content}/${number}/${escaped}`
}

/** Reads such an address; `null` for any other. */
export function readForeignAddress(text: string): ForeignAddress | null {
  const [, content, number, escaped] =
    /^https:\/\/words\.invalid\/([0-9a-f]{16})\/(\d{1,4})\/([\w%.-]*)$/.exec(text) ?? []
  if (content === undefined || number === undefined || escaped === undefined) return null
  const shown = decoded(escaped)
  if (shown === null) return null
  return { content, number: Number(number), shown, host: shown.split(/[/?…]/)[0] ?? '' }
}

function decoded(escaped: string): string | null {
  try {
    return decodeURIComponent(escaped)
  } catch {
    return null
  }
}

/** What a text holds besides links: more is no text. */
const mostLinks = 1_000

/**
 * A text with numbers in the place of its addresses, and the addresses as they were written.
 * @param isOwn whether an address was made by this very function: it stays, so that a text may pass twice.
 */
export function withoutAddresses(
  text: string,
  content: string,
  isOwn: (address: ForeignAddress) => boolean = () => false,
): { readonly text: string; readonly addresses: readonly string[] } {
  const addresses: string[] = []
  const pieces = findAddresses(text).map((piece) => {
    const read = readForeignAddress(piece.text)
    if (piece.url === null || (read && isOwn(read))) return piece.text
    if (addresses.length >= mostLinks) return ''
    addresses.push(piece.text)
    return foreignAddress(content, addresses.length - 1, piece.url)
  })
  return { text: pieces.join(''), addresses }
}
