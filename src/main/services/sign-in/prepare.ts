import type { ServiceId } from '../../../shared/service'
import type { SignInRequest } from '../../../shared/sign-in'
import type { Log } from '../../environment'
import type { OAuth } from '../../providers/oauth'
import { pastesOf, type Attempt } from './attempt'
import type { Clients } from './clients'
import { wrong } from './wrong'

interface Options {
  oauths: Readonly<Record<ServiceId, OAuth>>
  clients: Pick<Clients, 'clientOf' | 'redirectOf'>
  /** Throws `blocked` while the app has no name to give to that service. */
  assertNamed: (service: ServiceId) => void
  addressOf: (service: ServiceId, site: string | null) => URL
  /** BCP 47, for services with a site for each. */
  language: () => string
  log: Pick<Log, 'hide'>
  /** A text that nobody can guess, new each time. */
  secretText: () => string
}

/** All that a sign-in needs, gathered before anything is opened. Failures: `invalid-input`, `blocked`. */
export function createPrepare(options: Options) {
  const { oauths, clients, assertNamed, addressOf, log, secretText } = options

  function secret(): string {
    const text = secretText()
    log.hide(text)
    return text
  }

  return function prepare(request: SignInRequest): Attempt {
    const { service } = request
    const oauth = oauths[service]
    const way = oauth.ways.find((each) => each.way === request.way)
    const site = request.site ?? oauth.siteFor(options.language())
    if (!way || (site !== null && !oauth.sites.includes(site))) throw wrong('sign-in-unknown-way')
    assertNamed(service)
    const client = clients.clientOf(service)
    if (client.id === '') throw wrong('sign-in-no-client')
    if (way.secret === 'needed' && client.secret === null) throw wrong('sign-in-no-secret')
    return {
      oauth,
      way,
      at: addressOf(service, site),
      site,
      client,
      redirectUri: clients.redirectOf(service, way) ?? '',
      state: secret(),
      verifier: secret(),
      shown: {
        ...request,
        phase: 'waiting',
        pastes: pastesOf(way),
        failure: null,
        signedInAs: null,
      },
      listener: null,
      cancelTimer: () => {},
      ending: new AbortController(),
    }
  }
}
