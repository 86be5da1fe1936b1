/** The scheme and host of the app's own page. */
export const ownScheme = 'app'
export const ownHost = 'tsuzuki'
export const ownOrigin = `${ownScheme}://${ownHost}`

/** The address of the page, at one of its routes (`/queue`). */
export function pageUrl(route: string): string {
  return `${ownOrigin}/index.html${route === '' ? '' : `#${route}`}`
}

/** True when both addresses mean the same document, whatever the place in it. */
export function isSameDocument(a: string, b: string): boolean {
  const [first, second] = [URL.parse(a), URL.parse(b)]
  if (!first || !second) return false
  first.hash = ''
  second.hash = ''
  return first.href === second.href
}
