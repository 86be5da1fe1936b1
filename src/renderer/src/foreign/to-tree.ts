import { readForeignAddress, type ForeignAddress } from '../../../shared/community/foreign-address'
import { holePattern, takeMarks, type Part } from './marks'
import { sanitised } from './sanitise'

/** Tags that are drawn as they are; every other one is looked through. */
export const plainTags = [
  ...['b', 'blockquote', 'br', 'code', 'del', 'em', 'hr', 'i', 'li', 'ol', 'p', 'pre', 's'],
  ...['strong', 'sub', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'u', 'ul'],
] as const
export type PlainTag = (typeof plainTags)[number]

/** A foreign text as a tree of parts that are known to be harmless. */
export type Node =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'element'; readonly tag: PlainTag; readonly children: readonly Node[] }
  /** A heading of any level: it is part of a post, not of the page. */
  | { readonly type: 'heading'; readonly children: readonly Node[] }
  | { readonly type: 'link'; readonly to: ForeignAddress; readonly children: readonly Node[] }
  | { readonly type: 'picture'; readonly at: ForeignAddress; readonly alt: string }
  | { readonly type: 'mention'; readonly name: string }
  | { readonly type: Part['type']; readonly children: readonly Node[] }

/** Deeper is read as plain text: nobody means it. */
const mostDepth = 30

interface Reading {
  readonly parts: readonly Part[]
  readonly depth: number
}

const known = new Map<string, readonly Node[]>()
const mostKnown = 400

/** The same for a text that was read before: who scrolls back meets the same words again. */
export function readForeignTextOnce(source: string): readonly Node[] {
  const before = known.get(source)
  if (before) return before
  const nodes = readForeignText(source)
  const [oldest] = known.keys()
  if (known.size >= mostKnown && oldest !== undefined) known.delete(oldest)
  known.set(source, nodes)
  return nodes
}

/** Reads a text that main has prepared. Nothing of it is drawn, and no address in it is one. */
export function readForeignText(source: string, depth = 0): readonly Node[] {
  const { text, parts } = takeMarks(source)
  if (depth >= mostDepth) return text === '' ? [] : [{ type: 'text', text }]
  return childrenOf(sanitised(text), { parts, depth })
}

function childrenOf(parent: ParentNode, reading: Reading): readonly Node[] {
  return [...parent.childNodes].flatMap((node) => {
    if (node.nodeType === 3) return readText(node.textContent ?? '', reading)
    return node.nodeType === 1 ? readElement(node as Element, reading) : []
  })
}

function readElement(element: Element, { parts, depth }: Reading): readonly Node[] {
  const tag = element.tagName.toLowerCase()
  const reading = { parts, depth: depth + 1 }
  if (reading.depth > mostDepth) return readText(element.textContent ?? '', reading)
  const inner = () => childrenOf(element, reading)
  if (element.classList.contains('markdown_spoiler'))
    return [{ type: 'spoiler', children: inner() }]
  if (tag === 'img') return readPicture(element)
  if (tag === 'a') return readLink(element, inner())
  if (/^h[1-6]$/.test(tag)) return [{ type: 'heading', children: inner() }]
  if (tag === 'strike') return [{ type: 'element', tag: 's', children: inner() }]
  return isPlain(tag) ? [{ type: 'element', tag, children: inner() }] : inner()
}

function readPicture(element: Element): readonly Node[] {
  const at = readForeignAddress(element.getAttribute('src') ?? '')
  const alt = element.getAttribute('alt') ?? ''
  if (at) return [{ type: 'picture', at, alt }]
  return alt === '' ? [] : [{ type: 'text', text: alt }]
}

/** A picture is a button of its own, so it stands before the link that it lay in. */
function readLink(element: Element, children: readonly Node[]): readonly Node[] {
  const to = readForeignAddress(element.getAttribute('href') ?? '')
  if (!to) return children
  if (element.querySelector('img')) {
    return [...children, { type: 'link', to, children: [{ type: 'text', text: to.shown }] }]
  }
  // An address that stands for itself reads as the real one, not as its number.
  const own = element.textContent?.startsWith('https://words.invalid/') ?? false
  const words: readonly Node[] = own ? [{ type: 'text', text: to.shown }] : children
  return [{ type: 'link', to, children: words }]
}

function readText(text: string, { parts, depth }: Reading): readonly Node[] {
  return text.split(holePattern).flatMap((piece, at): readonly Node[] => {
    if (at % 2 === 0) return readMentions(piece)
    const part = parts[Number(piece)]
    return part ? [{ type: part.type, children: readForeignText(part.text, depth + 1) }] : []
  })
}

function readMentions(text: string): readonly Node[] {
  return text.split(/(?<![\w@/.])@([A-Za-z0-9_]{2,20})\b/).flatMap((piece, at): readonly Node[] => {
    if (at % 2 === 1) return [{ type: 'mention', name: piece }]
    return piece === '' ? [] : [{ type: 'text', text: piece }]
  })
}

function isPlain(tag: string): tag is PlainTag {
  return (plainTags as readonly string[]).includes(tag)
}
