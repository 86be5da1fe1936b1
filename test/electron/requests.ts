import type * as Electron from 'electron'
import type { Protocol as Cdp } from '../../node_modules/playwright-core/types/protocol.d.ts'
import type { Chromium } from './chromium/launch.ts'
import type { Protocol } from './protocol.ts'
import type { Schemes } from './schemes.ts'
import type { SessionHooks } from './session.ts'

type Paused = Cdp.Events['Fetch.requestPaused']
type Header = Cdp.Fetch.HeaderEntry

/** Schemes that Chromium may answer by itself. */
const OWN = ['http', 'https', 'data', 'blob', 'about']

/** Answers the requests of pages: the app's schemes by the app's handlers, the rest by Chromium. */
export function createRequests(schemes: Schemes, { handlerOf }: Protocol, hooks: SessionHooks) {
  /** `mayNavigate` is asked when the page itself opens another document. */
  async function answer(
    chromium: Chromium,
    session: string,
    paused: Paused,
    mayNavigate: (url: string) => boolean,
  ) {
    const { requestId, request, resourceType } = paused
    const url = schemes.fromChromium(request.url + (request.urlFragment ?? ''))
    const scheme = url.slice(0, url.indexOf(':'))
    const fail = (errorReason: Cdp.Network.ErrorReason) =>
      chromium.send('Fetch.failRequest', { requestId, errorReason }, session)

    if (resourceType === 'Document' && !mayNavigate(url)) return fail('Aborted')
    // A whole browser looks for an icon by itself; Electron does not.
    if (resourceType === 'Other' && url.endsWith('/favicon.ico')) return fail('Aborted')
    if (await isCancelled(paused, url)) return fail('BlockedByClient')
    const handler = handlerOf(scheme)
    if (!handler) {
      if (!OWN.includes(scheme) || url !== request.url + (request.urlFragment ?? ''))
        return fail('NameNotResolved')
      return chromium.send('Fetch.continueRequest', { requestId }, session)
    }
    try {
      const response = await handler(toRequest(request, url))
      if (response.type === 'error') return await fail('Failed')
      const bytes = new Uint8Array(await response.arrayBuffer())
      const responseHeaders = await headersOf(response, paused, url)
      // The types tell of JSON, where bytes have to be base64; our pipe carries them as they are.
      const body = bytes as unknown as string
      const answered = { requestId, responseCode: response.status, responseHeaders, body }
      return await chromium.send('Fetch.fulfillRequest', answered, session)
    } catch (error) {
      console.error(`protocol handler for ${url}:`, error)
      return fail('Failed')
    }
  }

  async function isCancelled({ request, resourceType }: Paused, url: string): Promise<boolean> {
    const { beforeRequest } = hooks
    if (!beforeRequest) return false
    // The stand-in knows no more about a request than this.
    const details = { url, method: request.method, resourceType: kind(resourceType) }
    const answered = await new Promise<Electron.CallbackResponse>((resolve) =>
      beforeRequest(details as Electron.OnBeforeRequestListenerDetails, resolve),
    )
    return answered.cancel === true
  }

  async function headersOf(response: Response, paused: Paused, url: string): Promise<Header[]> {
    let headers: Record<string, string | string[]> = Object.fromEntries(
      [...response.headers].map(([name, value]) => [name, [value]]),
    )
    const { headersReceived } = hooks
    if (headersReceived) {
      const { method } = paused.request
      const resourceType = kind(paused.resourceType)
      const details = { url, method, resourceType, statusCode: response.status }
      const answered = await new Promise<Electron.HeadersReceivedResponse>((resolve) =>
        headersReceived(
          { ...details, responseHeaders: headers } as Electron.OnHeadersReceivedListenerDetails,
          resolve,
        ),
      )
      headers = answered.responseHeaders ?? headers
    }
    const isPolicy = (name: string) => /^content-security-policy/i.test(name)
    return Object.entries(headers).flatMap(([name, values]) =>
      [values].flat().map((value) => ({
        name,
        value: isPolicy(name) ? schemes.policyToChromium(value) : value,
      })),
    )
  }

  return { answer }
}

export type Requests = ReturnType<typeof createRequests>

function toRequest(request: Cdp.Network.Request, url: string): GlobalRequest {
  const { method, headers, postData } = request
  const body = postData === undefined ? {} : { body: postData }
  // Node's and Electron's words for the same class differ in nothing that matters here.
  return new Request(url, { method, headers, ...body })
}

/** Electron's word for Chromium's. */
const kind = (type: Cdp.Network.ResourceType) =>
  type === 'Document' ? 'mainFrame' : type.charAt(0).toLowerCase() + type.slice(1)
