import type * as Electron from 'electron'
import type { Host } from './host.ts'
import { chromiumOf } from './host.ts'
import { loud, loudEmitter } from './loud.ts'

type PermissionHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type PermissionCheck = Parameters<Electron.Session['setPermissionCheckHandler']>[0]
type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  callback: (response: Electron.CallbackResponse) => void,
) => void
type HeadersReceived = (
  details: Electron.OnHeadersReceivedListenerDetails,
  callback: (response: Electron.HeadersReceivedResponse) => void,
) => void

/** What the app hung into its session; requests and windows ask here. */
export interface SessionHooks {
  permissionRequest: PermissionHandler
  permissionCheck: PermissionCheck
  beforeRequest: BeforeRequest | null
  headersReceived: HeadersReceived | null
}

/** Electron's `session`. There is one, whatever partition is asked for. */
export function createSession(host: Host, protocol: Electron.Protocol, net: Electron.Net) {
  const hooks: SessionHooks = {
    permissionRequest: null,
    permissionCheck: null,
    beforeRequest: null,
    headersReceived: null,
  }

  const webRequest = loud<Electron.WebRequest>('webRequest', {
    onBeforeRequest: (...given: unknown[]) => {
      hooks.beforeRequest = listenerOf<BeforeRequest>('onBeforeRequest', given)
    },
    onHeadersReceived: (...given: unknown[]) => {
      hooks.headersReceived = listenerOf<HeadersReceived>('onHeadersReceived', given)
    },
  })

  const defaultSession = loudEmitter<Electron.Session>('session', ['will-download'], {
    protocol,
    webRequest,
    fetch: (input, init) => net.fetch(input, init),
    setPermissionRequestHandler: (handler) => void (hooks.permissionRequest = handler),
    setPermissionCheckHandler: (handler) => void (hooks.permissionCheck = handler),
    setDevicePermissionHandler() {}, // Pages here have no devices to ask for.
    resolveProxy: () => Promise.resolve(process.env['STANDIN_PROXY'] ?? 'DIRECT'),
    setProxy: async () => {},
    forceReloadProxyConfig: async () => {},
    setSpellCheckerEnabled() {},
    setSpellCheckerLanguages() {},
    setUserAgent() {},
    getUserAgent: () => userAgent(),
    clearCache: async () =>
      chromiumOf(host)
        .send('Network.clearBrowserCache')
        .then(() => {}),
    clearStorageData: async () => {},
    flushStorageData() {},
    isPersistent: () => true,
  })

  const session = loud<typeof Electron.session>('session', {
    get defaultSession() {
      if (!host.ready) throw new Error('Session can only be received when app is ready')
      return defaultSession
    },
    fromPartition: () => defaultSession,
  })

  return { session, defaultSession, hooks }
}

export const userAgent = () =>
  `Mozilla/5.0 Chrome/${process.versions['chrome']} Electron/${process.versions['electron']}`

/** Electron takes a filter before the listener; filtering is not implemented. */
function listenerOf<L>(name: string, given: readonly unknown[]): L | null {
  if (given.length > 1) throw new Error(`stand-in: a filter for ${name} is not implemented`)
  return (given[0] ?? null) as L | null // Electron's overloads made sure of the type.
}
