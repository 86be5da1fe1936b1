import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import {
  createServer as createTcpServer,
  type AddressInfo,
  type Server as TcpServer,
} from 'node:net'
import { inspect } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { createHttpTransport } from '../../../../src/main/http/request'
import type { HttpRequest } from '../../../../src/main/http/transport'

const servers: (Server | TcpServer)[] = []

afterEach(() => {
  for (const server of servers.splice(0)) {
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  }
})

async function listen(server: Server | TcpServer) {
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

function answering(
  answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
) {
  return listen(createServer((request, response) => void answer(request, response)))
}

function get(url: string, more: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'GET', url, headers: {}, timeoutMs: 5_000, ...more }
}

const send = createHttpTransport()

test('an answer comes as text, with its status and its headers in lower case', async () => {
  const url = await answering((_request, response) => {
    response.writeHead(418, { 'X-RateLimit-Limit': '30', 'content-type': 'application/json' })
    response.end('{"n":1}')
  })

  const answer = await send(get(url))

  expect(answer.status).toBe(418)
  expect(answer.headers['x-ratelimit-limit']).toBe('30')
  expect(answer.text).toBe('{"n":1}')
})

test('method, headers and body arrive as they were given, on DELETE too', async () => {
  let seen: unknown
  const url = await answering(async (request, response) => {
    const chunks = await request.toArray()
    const { 'user-agent': agent, 'content-type': type } = request.headers
    seen = { method: request.method, agent, type, body: Buffer.concat(chunks).toString() }
    response.end()
  })
  const headers = {
    'user-agent': 'Tsuzuki/1 (+https://tsuzuki.example)',
    'content-type': 'application/x-www-form-urlencoded',
  }

  await send(get(url, { method: 'DELETE', headers, body: 'id=7' }))

  expect(seen).toEqual({
    method: 'DELETE',
    agent: headers['user-agent'],
    type: headers['content-type'],
    body: 'id=7',
  })
})

test('a JSON body is sent to the letter', async () => {
  let body = ''
  const url = await answering(async (request, response) => {
    body = Buffer.concat(await request.toArray()).toString()
    response.end()
  })
  const text = ' {"notes": "a\\nb ♥",  "n": 1} '

  await send(
    get(url, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: text }),
  )

  expect(body).toBe(text)
})

test('the program that carries the requests never names itself', async () => {
  let agent: string | undefined = 'unset'
  const url = await answering((request, response) => {
    agent = request.headers['user-agent']
    response.end()
  })

  await send(get(url))

  expect(agent).toBeUndefined()
})

test('a packed answer is unpacked', async () => {
  const url = await answering((_request, response) => {
    response.setHeader('content-encoding', 'gzip')
    response.end(gzipSync('{"title":"続き"}'))
  })

  expect((await send(get(url))).text).toBe('{"title":"続き"}')
})

test('a redirect is an answer and is not followed', async () => {
  let asked = 0
  const url = await answering((_request, response) => {
    asked += 1
    response.writeHead(302, { location: '/elsewhere' }).end()
  })

  expect((await send(get(url))).status).toBe(302)
  expect(asked).toBe(1)
})

test('an answer without end comes with its status and no text', async () => {
  const url = await answering((_request, response) => {
    response.write('x'.repeat(3_000))
  })

  const answer = await createHttpTransport({ maxBytes: 1_000 })(get(url))

  expect(answer).toMatchObject({ status: 200, text: '' })
})

test('a packed answer is measured unpacked', async () => {
  const url = await answering((_request, response) => {
    response.setHeader('content-encoding', 'gzip')
    response.end(gzipSync('x'.repeat(1_000_000)))
  })

  expect((await createHttpTransport({ maxBytes: 10_000 })(get(url))).text).toBe('')
})

test('where nobody listens, nothing was sent', async () => {
  const url = await answering(() => undefined)
  servers[0]?.close()
  await once(servers[0]!, 'close')

  await expect(send(get(url))).rejects.toMatchObject({ kind: 'not-sent' })
})

test('a name without an address was not sent', async () => {
  await expect(send(get('https://nobody.invalid/'))).rejects.toMatchObject({ kind: 'not-sent' })
})

test('a service that nobody vouches for was not sent', async () => {
  const url = await listen(createTcpServer((socket) => socket.end('no TLS here\r\n')))

  const secure = url.replace('http:', 'https:')

  await expect(send(get(secure))).rejects.toMatchObject({ kind: 'not-sent' })
})

test('a connection that breaks after sending is lost', async () => {
  const url = await answering((request) => void request.socket.destroy())

  await expect(send(get(url, { method: 'POST', body: 'a=1' }))).rejects.toMatchObject({
    kind: 'lost',
  })
})

test('half an answer is lost', async () => {
  const url = await answering((request, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('{"half":')
    setImmediate(() => request.socket.destroy())
  })

  await expect(send(get(url))).rejects.toMatchObject({ kind: 'lost' })
})

test('an error never carries what was sent', async () => {
  const url = await answering((request) => void request.socket.destroy())
  const headers = { authorization: 'Bearer TSUZUKI-CANARY' }

  const error: unknown = await send(
    get(url, { method: 'POST', headers, body: 'code=TSUZUKI-CANARY' }),
  ).catch((reason: unknown) => reason)

  expect(error).toMatchObject({ kind: 'lost', message: 'ECONNRESET' })
  expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('CANARY')
})

test('silence after sending is lost', async () => {
  const url = await answering(() => undefined)

  await expect(send(get(url, { timeoutMs: 50 }))).rejects.toMatchObject({
    kind: 'lost',
    message: 'No answer within 50 ms.',
  })
})

test('a handshake without end was not sent', async () => {
  const url = await listen(createTcpServer(() => undefined))

  const secure = get(url.replace('http:', 'https:'), { timeoutMs: 50 })

  await expect(send(secure)).rejects.toMatchObject({ kind: 'not-sent' })
})

test('what nobody waits for any more is cancelled', async () => {
  const controller = new AbortController()
  const url = await answering(() => controller.abort())

  await expect(send(get(url, { signal: controller.signal }))).rejects.toMatchObject({
    kind: 'cancelled',
  })
})

test('plain http leaves for loopback only', async () => {
  await expect(send(get('http://anilist.co/api/user'))).rejects.toMatchObject({ kind: 'not-sent' })
})

test('a line break in a header smuggles no other header in', async () => {
  let names: readonly string[] = []
  const url = await answering((request, response) => {
    names = Object.keys(request.headers)
    response.end()
  })

  await send(get(url, { headers: { referer: 'a\r\nx-smuggled: 1' } }))

  expect(names).not.toContain('x-smuggled')
})

test('loopback is reached without asking for a proxy', async () => {
  const url = await answering((_request, response) => void response.end('here'))
  const behind = createHttpTransport({ proxyFor: () => Promise.reject(new Error('asked')) })

  expect((await behind(get(url))).text).toBe('here')
})

test('a service behind a proxy is reached through a tunnel, whose refusal is not an answer', async () => {
  let tunnelled: string | undefined
  const proxy = createServer()
  proxy.on('connect', (request, socket) => {
    tunnelled = request.url
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  const address = await listen(proxy)
  const behind = createHttpTransport({
    proxyFor: () => Promise.resolve(`PROXY ${new URL(address).host}`),
  })

  await expect(behind(get('https://graphql.anilist.co/'))).rejects.toMatchObject({
    kind: 'not-sent',
    message: 'The proxy answered 502.',
  })
  expect(tunnelled).toBe('graphql.anilist.co:443')
})

test('a proxy that cannot be found out sends nothing', async () => {
  const behind = createHttpTransport({ proxyFor: () => Promise.reject(new Error('no settings')) })

  await expect(behind(get('https://graphql.anilist.co/'))).rejects.toMatchObject({
    kind: 'not-sent',
  })
})
