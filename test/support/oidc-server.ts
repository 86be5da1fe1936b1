import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

const scopes = ['user.profile', 'ratings.anime', 'ratings.manga']

interface Options {
  readonly redirectUri: string
  /** `null`: a program that cannot keep a secret. */
  readonly secret: string | null
}

export type OidcServer = Awaited<ReturnType<typeof startOidcServer>>

/**
 * An authorization server that nobody here wrote, set up as aniSearch's document says: code with
 * PKCE by S256 only, refresh tokens that are exchanged at each use, revoking. Beside it stands just
 * enough of an API to ask whose token it is.
 */
export async function startOidcServer({ redirectUri, secret }: Options) {
  const heard: string[] = []
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url?.split('?')[0]}`)
    if (request.url?.startsWith('/v1/')) void api(request, response)
    else handle(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const provider = new Provider(origin, {
    clients: [
      {
        client_id: 'our-program',
        ...(secret === null ? {} : { client_secret: secret }),
        token_endpoint_auth_method: secret === null ? 'none' : 'client_secret_basic',
        application_type: 'native',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [redirectUri],
      },
    ],
    scopes,
    routes: {
      authorization: '/oauth/authorize',
      token: '/oauth/token',
      revocation: '/oauth/revoke',
    },
    pkce: { required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: () => true,
    features: { devInteractions: { enabled: true }, revocation: { enabled: true } },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id }),
    }),
    cookies: { keys: ['not a secret'] },
  })
  const handle = provider.callback()

  async function api(request: IncomingMessage, response: ServerResponse) {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    const known = await provider.AccessToken.find(token)
    const body = known ? answerFor(request.url ?? '', known.accountId) : { error: 'Unauthorized' }
    response.writeHead(known ? 200 : 401, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  }

  return {
    origin,
    heard,
    /** What would be asked for with that access token. */
    knows: async (token: string) => (await provider.AccessToken.find(token)) !== undefined,
    async stop() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function answerFor(path: string, accountId: string): unknown {
  return path === '/v1/my/profile' ? { id: Number(accountId), name: `person ${accountId}` } : []
}

/** Signs in and agrees on the server's own pages, cookies and all; tells where it leads. */
export async function agreeAt(url: string, accountId: number): Promise<string> {
  const cookies = new Map<string, string>()
  let next = { url, body: undefined as URLSearchParams | undefined }
  for (let step = 0; step < 20; step += 1) {
    const answer = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.body ? { method: 'POST', body: next.body } : {}),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    const target = answer.headers.get('location')
    if (target !== null) {
      const address = new URL(target, next.url)
      if (address.origin !== new URL(url).origin) return address.href
      next = { url: address.href, body: undefined }
      continue
    }
    const html = await answer.text()
    const action = /<form[^>]* action="([^"]+)"/.exec(html)?.[1]
    const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1]
    if (!action || !prompt) throw new Error(`The server says ${answer.status}: ${html}`)
    const fields = { prompt, login: String(accountId), password: 'any' }
    next = { url: new URL(action, next.url).href, body: new URLSearchParams(fields) }
  }
  throw new Error('The server sends us in circles.')
}
