/** Hosts of the services, with all that is below them. Pictures come from nowhere else. */
const serviceHosts = [
  'anilist.co',
  ...['com', 'de', 'es', 'fr', 'it', 'jp'].map((end) => `anisearch.${end}`),
]

/** Pages that open without a question: the services, and where our data, fonts and licences are found. */
const linkHosts = [
  ...serviceHosts,
  'myanimelist.net',
  'github.com',
  'opensource.org',
  'openfontlicense.org',
]

/** True for an https address of a service. */
export function isServiceUrl(url: URL): boolean {
  return isHttps(url) && isBelow(serviceHosts, url.hostname)
}

/** True for a page that may open without asking. */
export function isKnownPage(url: URL): boolean {
  return isHttps(url) && isBelow(linkHosts, url.hostname)
}

/** True for https without a user in it, on the usual port. */
export function isHttps(url: URL): boolean {
  return url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === ''
}

/** True for https at a host with a public name: no number, nothing of this machine or its network. */
export function isPublic(url: URL): boolean {
  const name = url.hostname
  const hasName = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/.test(name)
  const isInner = /\.(local|localhost|internal|lan|home|arpa|test|invalid|onion)$/.test(name)
  return isHttps(url) && hasName && !isInner
}

/** True for an address that never leaves this machine. */
export function isLoopback(url: URL): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
}

function isBelow(hosts: readonly string[], name: string) {
  return hosts.some((host) => name === host || name.endsWith(`.${host}`))
}
