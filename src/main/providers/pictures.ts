const knownHosts = ['anilist.co', 'anisearch.com', 'anisearch.de']

/**
 * The address of a picture, made https; `null` for none, for hosts that are not the services' own
 * and for addresses that cannot be read (docs/services.md, "Pictures"). Loopback is left as it is.
 */
export function pictureUrl(text: string | null | undefined): string | null {
  const url = text ? URL.parse(text) : null
  if (url === null) return null
  if (url.hostname === '127.0.0.1' || url.hostname === 'localhost') return url.href
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  const known = knownHosts.some(
    (host) => url.hostname === host || url.hostname.endsWith(`.${host}`),
  )
  if (!known) return null
  url.protocol = 'https:'
  return url.href
}
