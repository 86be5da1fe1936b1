const knownHosts = ['anilist.co', 'anisearch.com', 'anisearch.de']

/** Where the services keep their pictures, as addresses begin in nearly all answers. */
const plain = /^https:\/\/[a-z0-9]+\.(anilist\.co|anisearch\.(com|de))\/[\w./-]*$/

/**
 * The address of a picture, made https; `null` for none, for hosts that are not the services' own
 * and for what cannot be read (docs/services.md, "Pictures"). Loopback is left as it is.
 */
export function pictureUrl(value: unknown): string | null {
  if (typeof value !== 'string' || value === '' || isDefault(value)) return null
  if (plain.test(value)) return value
  const url = URL.parse(value)
  if (url === null) return null
  if (url.hostname === '127.0.0.1' || url.hostname === 'localhost') return url.href
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  if (!knownHosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`)))
    return null
  url.protocol = 'https:'
  return url.href
}

/** A picture that only says that there is none. */
function isDefault(address: string) {
  return /\/default\.(jpg|png)$/.test(address)
}
