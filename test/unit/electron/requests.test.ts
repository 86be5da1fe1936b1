import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Chromium } from '../../electron/chromium/launch.ts'
import { createStandIn } from '../../electron/desktop/recorded.ts'
import type { Host } from '../../electron/host.ts'
import { createNet, createProtocol } from '../../electron/protocol.ts'
import { createRequests } from '../../electron/requests.ts'
import { createSchemes } from '../../electron/schemes.ts'
import { createSession } from '../../electron/session.ts'

type Paused = Parameters<ReturnType<typeof createRequests>['answer']>[2]

let sent: { method: string; parameters: Record<string, unknown> }[] = []

beforeEach(() => {
  sent = []
})

/** Only what answering a request needs of Chromium. */
const chromium = {
  send: (method: string, parameters: Record<string, unknown>) => {
    sent.push({ method, parameters })
    return Promise.resolve({})
  },
} as unknown as Chromium

function setUp() {
  const host = { ready: false } as Host
  const schemes = createSchemes()
  const answering = createProtocol(host, schemes)
  const { protocol } = answering
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true } }])
  host.ready = true
  const net = createNet(answering, createStandIn())
  const { defaultSession, hooks } = createSession(host, protocol, net)
  const requests = createRequests(schemes, answering, hooks)
  const ask = (url: string, resourceType: Paused['resourceType'] = 'Fetch', may = true) =>
    requests.answer(
      chromium,
      'session',
      {
        requestId: '1',
        frameId: 'f',
        resourceType,
        request: { url, method: 'GET', headers: {} },
      } as Paused,
      () => may,
    )
  return { protocol, net, session: defaultSession, ask }
}

const refusal = (errorReason: string) => [
  { method: 'Fetch.failRequest', parameters: { requestId: '1', errorReason } },
]

describe('a request of a page', () => {
  test("for the app's scheme is answered by the app, bytes as bytes", async () => {
    const { protocol, ask } = setUp()
    const asked: string[] = []
    protocol.handle('app', (request) => {
      asked.push(request.url)
      return new Response(new Uint8Array([0, 255]), { status: 201, headers: { 'x-own': 'yes' } })
    })

    await ask('https://bundle.app.invalid/a.bin?x=1')

    expect(asked).toEqual(['app://bundle/a.bin?x=1'])
    expect(sent[0]?.parameters).toMatchObject({
      responseCode: 201,
      responseHeaders: [{ name: 'x-own', value: 'yes' }],
      body: new Uint8Array([0, 255]),
    })
  })

  test('gets a policy that also holds where Chromium has the app', async () => {
    const { protocol, ask } = setUp()
    const headers = { 'Content-Security-Policy': "img-src 'self' app:" }
    protocol.handle('app', () => new Response('', { headers }))

    await ask('https://bundle.app.invalid/')

    const [header] = sent[0]?.parameters['responseHeaders'] as { value: string }[]
    expect(header?.value).toBe("img-src 'self' app: https://*.app.invalid")
  })

  test('for the web goes its way', async () => {
    await setUp().ask('https://example.org/x.png', 'Image')

    expect(sent).toEqual([{ method: 'Fetch.continueRequest', parameters: { requestId: '1' } }])
  })

  test.each(['unknown://host/x', 'file:///etc/passwd', 'https://bundle.app.invalid/nobody'])(
    'that nobody answers fails: %s',
    async (url) => {
      await setUp().ask(url)

      expect(sent).toEqual(refusal('NameNotResolved'))
    },
  )

  test('for another document fails when the app objects', async () => {
    await setUp().ask('https://example.org/', 'Document', false)

    expect(sent).toEqual(refusal('Aborted'))
  })

  test('fails, and is logged, when its handler throws', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue()
    const { protocol, ask } = setUp()
    protocol.handle('app', () => Promise.reject(new Error('on purpose')))

    await ask('https://bundle.app.invalid/')

    expect(sent).toEqual(refusal('Failed'))
    expect(said.mock.calls[0]?.[0]).toBe('protocol handler for app://bundle/:')
    said.mockRestore()
  })

  test("can be cancelled by the session's hook", async () => {
    const { session, ask } = setUp()
    session.webRequest.onBeforeRequest(({ url }, answer) =>
      answer({ cancel: url.includes('tracker') }),
    )

    await ask('https://tracker.example.org/')
    await ask('https://example.org/')

    expect(sent.map(({ method }) => method)).toEqual(['Fetch.failRequest', 'Fetch.continueRequest'])
  })

  test('can have its headers changed by the session', async () => {
    const { protocol, session, ask } = setUp()
    protocol.handle('app', () => new Response(null, { headers: { a: '1' } }))
    session.webRequest.onHeadersReceived(({ responseHeaders }, answer) =>
      answer({ responseHeaders: { ...responseHeaders, b: ['2'] } }),
    )

    await ask('https://bundle.app.invalid/')

    expect(sent[0]?.parameters['responseHeaders']).toEqual([
      { name: 'a', value: '1' },
      { name: 'b', value: '2' },
    ])
  })
})

describe('the session', () => {
  test('goes to the web directly unless the system has a proxy', async () => {
    const { session } = setUp()

    expect(await session.resolveProxy('https://example.org')).toBe('DIRECT')
    vi.stubEnv('STANDIN_PROXY', 'PROXY localhost:3128')
    expect(await session.resolveProxy('https://example.org')).toBe('PROXY localhost:3128')
    vi.unstubAllEnvs()
  })

  test('refuses a filter, which it would ignore', () => {
    const { session } = setUp()

    expect(() => session.webRequest.onBeforeRequest({ urls: ['*://*/*'] }, () => {})).toThrow(
      'a filter for onBeforeRequest is not implemented',
    )
  })
})

describe('protocol and net', () => {
  test('schemes come before the app is ready', () => {
    expect(() => setUp().protocol.registerSchemesAsPrivileged([])).toThrow('before app is ready')
  })

  test('a scheme has one handler', () => {
    const { protocol } = setUp()
    protocol.handle('app', () => new Response(''))

    expect(protocol.isProtocolHandled('app')).toBe(true)
    expect(() => protocol.handle('app', () => new Response(''))).toThrow(
      'Failed to register protocol: app',
    )
  })

  test('net reads files with their type, and the schemes of the app', async () => {
    const { protocol, net } = setUp()
    protocol.handle('app', () => new Response('own'))

    const file = await net.fetch(import.meta.url)

    expect(await file.text()).toContain('net reads files')
    expect(await (await net.fetch('app://bundle/')).text()).toBe('own')
    await expect(net.fetch('file:///nowhere/at/all')).rejects.toThrow('net::ERR_FILE_NOT_FOUND')
  })
})
