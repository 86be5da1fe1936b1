import { request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  loopbackAddress,
  openLoopback,
  type Loopback,
  type LoopbackRequest,
} from '../../../../src/main/http/loopback'
import { AppError } from '../../../../src/shared/failure'
import { freePort, isTaken } from '../../../support/free-port'

let port: number
let open: Loopback
let heard: LoopbackRequest[]

beforeEach(async () => {
  port = await freePort()
  heard = []
  open = await openLoopback({
    port,
    path: '/sign-in',
    answer: (asked) => {
      heard.push(asked)
      return { status: 200, html: '<p>Hello</p>', policy: "default-src 'none'" }
    },
  })
})
afterEach(() => open.close())

interface Sent {
  method?: string
  path?: string
  headers?: Record<string, string>
  body?: string
}

/** Asks as no browser would let a page ask: with any host, any origin. */
function ask({ method = 'GET', path = '/sign-in', headers = {}, body }: Sent) {
  return new Promise<{ status: number; text: string; headers: Record<string, unknown> }>(
    (resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => (text += part))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text, headers: response.headers }),
        )
      })
      sent.on('error', reject)
      sent.end(body)
    },
  )
}

const own = () => ({ origin: loopbackAddress(port, '') })

describe('a browser that comes back', () => {
  test('is heard and gets a page', async () => {
    const { status, text } = await ask({ path: '/sign-in?code=a+b&state=c' })

    expect([status, text]).toEqual([200, '<p>Hello</p>'])
    expect(heard.map(({ method, fields }) => [method, fields.get('code')])).toEqual([
      ['GET', 'a b'],
    ])
  })

  test('gets a page that is kept nowhere, tells nobody and may do nothing else', async () => {
    const { headers } = await ask({})

    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
  })

  test('is heard with a form of our own page', async () => {
    const { status } = await ask({
      method: 'POST',
      headers: own(),
      body: 'access_token=a.b&state=c',
    })

    expect(status).toBe(200)
    expect(heard[0]?.fields.get('access_token')).toBe('a.b')
  })
})

test('a browser that tells what it is about is heard with its page and the form of ours', async () => {
  const page = { 'sec-fetch-dest': 'document', 'sec-fetch-site': 'cross-site' }
  const form = { ...own(), 'sec-fetch-dest': 'empty', 'sec-fetch-site': 'same-origin' }

  expect((await ask({ headers: page })).status).toBe(200)
  expect((await ask({ method: 'POST', headers: form, body: 'a=b' })).status).toBe(200)
})

describe('nobody is heard', () => {
  test.each([
    ['under another name', { headers: { host: 'evil.example' } }, 403],
    ['under a name that leads here', { headers: { host: 'localhost:1' } }, 403],
    ['at another path', { path: '/' }, 404],
    ['at a longer path', { path: '/sign-in/more' }, 404],
    ['for an icon', { path: '/favicon.ico' }, 404],
    ['by another method', { method: 'PUT' }, 405],
    ['with a form from nowhere', { method: 'POST', body: 'access_token=a' }, 403],
    [
      'with a form of another page',
      { method: 'POST', headers: { origin: 'https://evil.example' }, body: 'access_token=a' },
      403,
    ],
    [
      'with a form that the browser says comes from elsewhere',
      { method: 'POST', own: true, headers: { 'sec-fetch-site': 'cross-site' }, body: 'code=a' },
      403,
    ],
    ['for a picture in another page', { headers: { 'sec-fetch-dest': 'image' } }, 403],
    ['for a frame in another page', { headers: { 'sec-fetch-dest': 'iframe' } }, 403],
    ['for a script of another page', { headers: { 'sec-fetch-dest': 'empty' } }, 403],
  ])('%s', async (_how, { own: ours, ...sent }: Sent & { own?: boolean }, expected) => {
    const headers = { ...(ours ? own() : {}), ...sent.headers }
    const { status, text } = await ask({ ...sent, headers })

    expect([status, text]).toEqual([expected, ''])
    expect(heard).toEqual([])
  })

  test('with a form that never ends', async () => {
    const sent = { method: 'POST', headers: own(), body: 'x'.repeat(20_000) }

    expect((await ask(sent)).status).toBe(413)
    expect(heard).toEqual([])
  })
})

test('a port that is taken is told, with its number', async () => {
  const error: unknown = await openLoopback({
    port,
    path: '/',
    answer: () => ({ status: 200, html: '', policy: '' }),
  }).catch((reason: unknown) => reason)

  expect(error).toBeInstanceOf(AppError)
  expect((error as AppError).failure).toMatchObject({
    code: 'invalid-input',
    reason: 'sign-in-port-busy',
    detail: `Port ${port}: EADDRINUSE`,
  })
})

test('closed, it lets the port go although a browser keeps a silent connection', async () => {
  const silent = connect(port, '127.0.0.1')
  await new Promise((resolve) => silent.once('connect', resolve))
  const ended = new Promise((resolve) => silent.once('close', resolve))

  open.close()

  await ended
  expect(await isTaken(port)).toBe(false)
})

test('closed while it answers, it answers to the end', async () => {
  const other = await freePort()
  const closing = await openLoopback({
    port: other,
    path: '/',
    answer: () => {
      closing.close()
      return { status: 200, html: 'whole', policy: '' }
    },
  })

  expect(await (await fetch(loopbackAddress(other, '/'))).text()).toBe('whole')
  expect(await isTaken(other)).toBe(false)
})
