import createDOMPurify from 'dompurify'
import MarkdownIt from 'markdown-it'

/** What may be left of foreign HTML. */
export const allowedTags = [
  ...['a', 'b', 'blockquote', 'br', 'code', 'del', 'div', 'em', 'h1', 'h2', 'h3', 'h4', 'h5'],
  ...['h6', 'hr', 'i', 'img', 'li', 'ol', 'p', 'pre', 's', 'span', 'strike', 'strong', 'sub'],
  ...['sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'u', 'ul'],
] as const

/** Lines end where their writer ended them, as AniList shows them; only whole addresses are links. */
const markdown = new MarkdownIt({ html: true, breaks: true, linkify: true, maxNesting: 40 })
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
// An address of any other kind is dropped when the tree is read; here it must only not be lost.
markdown.validateLink = (url: string) => url.startsWith('https://words.invalid/')

const purify = createDOMPurify(window)

/** Markdown and HTML as a tree that is on no page: no script, no style, no address but our own. */
export function sanitised(text: string): DocumentFragment {
  return purify.sanitize(opened + unstyled(markdown.render(onceBroken(text))), {
    RETURN_DOM_FRAGMENT: true,
    ALLOWED_TAGS: [...allowedTags],
    ALLOWED_ATTR: ['href', 'src', 'alt', 'class', 'start'],
    FORBID_TAGS: ['style', 'script', 'svg', 'math', 'form', 'input', 'iframe'],
    FORBID_ATTR: ['style'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_URI_REGEXP: /^https:\/\/words\.invalid\//,
  })
}

/** After this, which is dropped, a frameset is nothing; before anything else it would be all there is. */
const opened = '<wbr>'

const fence = '^ {0,3}(`{3,})[^]*?(?:^ {0,3}\\1|(?![^]))'
const brokenTwice = new RegExp(`${fence}|(<br ?\\/?>)[ \\t]*\\r?\\n(?=[^\\s>*+#\\d~\`|-])`, 'gim')

/** Where HTML breaks a line, the end of the line in its source breaks no second one; code stays as it is. */
function onceBroken(text: string): string {
  return text.replace(
    brokenTwice,
    (whole, fence?: string, br?: string) => (fence ? whole : br) ?? '',
  )
}

const tag = /<[a-z/!?](?:"[^"]*"|'[^']*'|[^>"'])*>?/gi

/**
 * Styles under other names. They would be taken out in any case, but already reading them counts as
 * an attempt under our content policy, which reports it.
 */
function unstyled(html: string): string {
  return html.replace(tag, (whole) =>
    whole.replace(/^<(\/?)style/i, '<$1noembed').replace(/style(?=[\s/]*=)/gi, 'unstyled'),
  )
}
