/** A piece of a text: plain, or an address as its writer wrote it. */
export interface Piece {
  readonly text: string
  readonly url: URL | null
}

const candidate = /https?:\/\/[^\s<>"'`\\^{}|[\]]+/gi
const bareVideo = /(youtube\()\s*([\w-]{6,20})\s*(\))/gi

/** Cuts a text at its addresses; joined, the pieces are the text, videos by number apart. */
export function findAddresses(text: string): readonly Piece[] {
  const source = text.replace(bareVideo, '$1https://www.youtube.com/watch?v=$2$3')
  const pieces: Piece[] = []
  let from = 0
  for (const match of source.matchAll(candidate)) {
    const address = trimmed(match[0])
    const url = URL.parse(address.replaceAll('&amp;', '&'))
    if (url === null || url.host === '') continue
    if (match.index > from) pieces.push({ text: source.slice(from, match.index), url: null })
    pieces.push({ text: address, url })
    from = match.index + address.length
  }
  if (from < source.length) pieces.push({ text: source.slice(from), url: null })
  return pieces
}

/** Without what belongs to the sentence: a bracket that was not opened in it, marks at its end. */
function trimmed(address: string): string {
  let open = 0
  let end = address.length
  for (const [at, sign] of [...address].entries()) {
    if (sign === '(') open += 1
    if (sign === ')' && (open -= 1) < 0) {
      end = at
      break
    }
  }
  return address.slice(0, end).replace(/[.,;:!?*_~]+$/, '')
}
