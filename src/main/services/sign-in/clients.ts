import type { ServiceId } from '../../../shared/service'
import type { SettingsPatch, Settings } from '../../../shared/settings'
import type { SignInSetup } from '../../../shared/sign-in'
import type { Desktop, SecretStore } from '../../environment'
import { loopbackAddress } from '../../http/loopback'
import type { OAuth, OAuthClient, OAuthWay } from '../../providers/oauth'
import { wrong } from './wrong'

interface Options {
  oauths: Readonly<Record<ServiceId, OAuth>>
  /** Where a service's OAuth lives in this run. */
  addressOf: (service: ServiceId, site: string | null) => URL
  settings: { read: () => Settings; write: (patch: SettingsPatch) => void }
  /** BCP 47, for services with a site for each. */
  language: () => string
  secrets: Pick<SecretStore, 'read' | 'write' | 'remove'>
  desktop: Pick<Desktop, 'openExternal' | 'readClipboard' | 'clearClipboard'>
  /** An account has tokens that this program asked for: it cannot renew them without its secret. */
  isUsed: (service: ServiceId, clientId: string) => boolean
}

export interface ClientChange {
  readonly service: ServiceId
  readonly clientId: string
  readonly ownRedirect: string
}

export type Clients = ReturnType<typeof createClients>

/** The path that sign-ins come back to on this machine. */
export const signInPath = '/sign-in'

const mostSecretLength = 500

/** The programs as which the user has registered Tsuzuki: their ids, secrets and addresses. None comes with the app. */
export function createClients(options: Options) {
  const { oauths, addressOf, settings, secrets, desktop, language } = options
  /** Of the program that is named now. */
  const slot = (service: ServiceId) => `client:${service}`
  /** Of one that was named before. */
  const formerSlot = (service: ServiceId, id: string) => `client:${service}:${id}`
  const originOf = (service: ServiceId) => addressOf(service, null).origin
  const idOf = (service: ServiceId) => settings.read().clientIds[service] ?? ''
  const ownRedirectOf = (service: ServiceId) => settings.read().redirectUris[service] ?? ''

  /** A secret goes to the place it was pasted for and to no other. */
  function secretOf(service: ServiceId, id = idOf(service)): string | null {
    const isNow = id === idOf(service)
    const kept = secrets.read(isNow ? slot(service) : formerSlot(service, id))
    return kept && kept.origin === originOf(service) ? kept.accessToken : null
  }

  function exchangeSecret(service: ServiceId, before: string, after: string) {
    const old = secrets.read(slot(service))
    const back = secrets.read(formerSlot(service, after))
    // What was pasted before any program was named belongs to the first that is.
    if (before === '' && !back) return
    if (old && before !== '' && options.isUsed(service, before))
      secrets.write(formerSlot(service, before), old)
    if (back) secrets.write(slot(service), back)
    else secrets.remove(slot(service))
    if (back) secrets.remove(formerSlot(service, after))
  }

  function redirectOf(service: ServiceId, { comesBack }: OAuthWay): string | null {
    if (comesBack === 'page') return oauths[service].pageRedirect(addressOf(service, null))
    return ownRedirectOf(service) || loopbackAddress(settings.read().signInPort, signInPath)
  }

  function setupOf(service: ServiceId): SignInSetup {
    const { ways, sites, siteFor, registerUrl } = oauths[service]
    const own = siteFor(language())
    return {
      service,
      clientId: idOf(service),
      hasSecret: secretOf(service) !== null,
      ownRedirect: ownRedirectOf(service),
      ways: ways.map((each) => ({
        way: each.way,
        secret: each.secret,
        redirectUri: redirectOf(service, each),
      })),
      sites: sites.toSorted((a, b) => Number(b === own) - Number(a === own)),
      canRegister: registerUrl !== null,
    }
  }

  return {
    /**
     * The program as it is registered; its id is empty where the user gave none. With an id: that
     * one, which may be named no more while accounts still live by it.
     */
    clientOf: (service: ServiceId, id = idOf(service)): OAuthClient => ({
      id,
      secret: secretOf(service, id),
    }),
    redirectOf,
    /** Sign-ins come back to this machine. */
    listensFor: (service: ServiceId, { comesBack }: OAuthWay) =>
      comesBack === 'redirect' && ownRedirectOf(service) === '',
    setupOf,

    /** Another program has another secret: the old one is laid aside while accounts need it, else it goes. */
    change({ service, clientId, ownRedirect }: ClientChange): SignInSetup {
      const { clientIds, redirectUris } = settings.read()
      const before = idOf(service)
      if (before !== clientId) exchangeSecret(service, before, clientId)
      settings.write({
        clientIds: { ...clientIds, [service]: clientId },
        redirectUris: { ...redirectUris, [service]: ownRedirect },
      })
      return setupOf(service)
    },

    /** Takes the secret out of the clipboard. Failures: `invalid-input`, `storage`. */
    async pasteSecret(service: ServiceId): Promise<SignInSetup> {
      const text = (await desktop.readClipboard()).trim()
      desktop.clearClipboard()
      if (text === '') throw wrong('sign-in-nothing-pasted')
      if (text.length > mostSecretLength || /\s/.test(text)) throw wrong('sign-in-unreadable')
      const rest = { refreshToken: null, expiresAt: null, scopes: [] }
      secrets.write(slot(service), { ...rest, accessToken: text, origin: originOf(service) })
      return setupOf(service)
    },

    /** Lets the secret of a former program go when no account needs it any more. */
    release(service: ServiceId, clientId: string) {
      if (clientId === idOf(service) || options.isUsed(service, clientId)) return
      secrets.remove(formerSlot(service, clientId))
    },

    forgetSecret(service: ServiceId): SignInSetup {
      secrets.remove(slot(service))
      return setupOf(service)
    },

    /** Opens the page on which the service registers programs. */
    async openRegistration(service: ServiceId): Promise<void> {
      const { registerUrl } = oauths[service]
      if (registerUrl !== null) await desktop.openExternal(registerUrl)
    },
  }
}
