/** What AniList's Markdown has beyond Markdown: parts that are folded or centred. */
export interface Part {
  readonly type: 'spoiler' | 'centred'
  readonly text: string
}

export interface Marked {
  /** The text with a place holder for each part. */
  readonly text: string
  readonly parts: readonly Part[]
}

const open = '\uE000'
const close = '\uE001'

/** Splits a text at the place holders: an odd piece is the number of a part. */
export const holePattern = new RegExp(`${open}(\\d+)${close}`)

/**
 * Takes spoilers and centred parts out, the outermost ones; what is in them is read in its turn.
 * Taken out before anything else, so that no mark around or inside can let a spoiler show.
 */
export function takeMarks(source: string): Marked {
  const parts: Part[] = []
  const hole = (type: Part['type'], text: string) =>
    `${open}${parts.push({ type, text }) - 1}${close}`
  const clean = source.replace(/[\uE000\uE001\0]/g, '')
  const text = takeSpoilers(clean, (inner) => hole('spoiler', inner))
    .replace(/~{3}([\s\S]+?)~{3}/g, (_whole, inner: string) => hole('centred', inner))
    .replace(/<center>([\s\S]*?)<\/center>/gi, (_whole, inner: string) => hole('centred', inner))
  return { text: media(text), parts: parts.map((part) => refilled(part, parts)) }
}

/** Spoilers may lie in one another; one that is never closed hides the rest. */
function takeSpoilers(text: string, hole: (inner: string) => string): string {
  let found = ''
  let depth = 0
  let from = 0
  for (const { 0: mark, index } of text.matchAll(/~!|!~/g)) {
    if (mark === '~!') {
      if (depth === 0) {
        found += text.slice(from, index)
        from = index + 2
      }
      depth += 1
    } else if (depth > 0 && (depth -= 1) === 0) {
      found += hole(text.slice(from, index))
      from = index + 2
    }
  }
  return found + (depth > 0 ? hole(text.slice(from)) : text.slice(from))
}

/** A centred part was cut out after the spoilers in it: they are put back as they were written. */
function refilled(part: Part, parts: readonly Part[]): Part {
  const text = part.text.replace(
    new RegExp(holePattern, 'g'),
    (_whole, number: string) => `~!${parts[Number(number)]?.text ?? ''}!~`,
  )
  return { ...part, text }
}

/** Pictures and films, as AniList writes them: a picture becomes one, a film a link. */
function media(text: string): string {
  return text
    .replace(/\bimg\d*%?\(\s*(https:\/\/words\.invalid\/[^\s)]+)\s*\)/gi, '<img src="$1">')
    .replace(/\b(?:youtube|webm)\(\s*(https:\/\/words\.invalid\/[^\s)]+)\s*\)/gi, ' $1 ')
}
