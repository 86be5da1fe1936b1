import { AppError } from '../../shared/failure'

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]']

/** True for an address that never leaves this machine. */
export function isLoopback(url: URL): boolean {
  return loopbackHosts.includes(url.hostname)
}

/**
 * Reads the base address of a service: https, or plain http on loopback only, without user,
 * query or fragment. Its path ends with a slash afterwards. Throws `invalid-input` with words.
 */
export function checkBaseUrl(text: string): URL {
  const url = URL.parse(text.trim())
  if (url === null) throw refused(`"${text}" is no address.`, 'address-unreadable')
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw refused(`${url.protocol} is not spoken here, only https.`, 'address-protocol')
  }
  if (url.protocol === 'http:' && !isLoopback(url)) {
    throw refused(`${url.host} must be reached with https, not plain http.`, 'address-plain-http')
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw refused('An address of a service has no user, query or fragment.', 'address-extras')
  }
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return url
}

function refused(detail: string, reason: string) {
  return new AppError({ code: 'invalid-input', detail, reason })
}
