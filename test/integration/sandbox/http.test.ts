import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { serve } from './serve'

type Served = Awaited<ReturnType<typeof serve>>

function viewer({ anilist }: Served, signal?: AbortSignal, name = 'Viewer') {
  return fetch(anilist.url, {
    method: 'POST',
    headers: { authorization: `Bearer ${anilist.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: `query ${name} { Viewer { id name } }` }),
    ...(signal ? { signal } : {}),
  })
}

/** The code of what went wrong below HTTP. */
async function codeOf(work: Promise<unknown>): Promise<unknown> {
  const error: unknown = await work.catch((reason: unknown) => reason)
  return error instanceof Error ? (Object(error.cause).code ?? error.name) : 'nothing went wrong'
}

/** A request with a Host header of our own choice, which fetch would not let us set. */
function statusFor(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    asked.on('error', reject).end()
  })
}

describe('the sandbox on a socket', () => {
  it('answers as it does in memory', async () => {
    const served = await serve()
    const response = await viewer(served)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ data: { Viewer: { name: 'mika' } } })
    expect(response.headers.get('x-ratelimit-remaining')).toBe('29')
  })

  it('knows nobody who comes under another name', async () => {
    const { server, v1 } = await serve()
    const url = `${v1.url}user`
    expect(await statusFor(url, `127.0.0.1:${server.port}`)).toBe(401)
    expect(await statusFor(url, `localhost:${server.port}`)).toBe(401)
    for (const host of ['evil.example', `evil.example:${server.port}`, '127.0.0.1:1']) {
      expect(await statusFor(url, host)).toBe(403)
    }
  })

  it('lets no web page read its answers', async () => {
    const { anilist } = await serve()
    const headers = { origin: 'https://evil.example' }
    const response = await fetch(anilist.url, { method: 'OPTIONS', headers })
    expect(
      [...response.headers.keys()].filter((name) => name.startsWith('access-control')),
    ).toEqual([])
  })

  it('takes admin calls on a port of their own only, and with the secret', async () => {
    const { sandbox, server } = await serve()
    const headers = { 'x-sandbox-secret': sandbox.secret }
    const state = 'state?service=anilist'
    expect((await fetch(`${server.adminUrl}${state}`, { headers })).status).toBe(200)
    expect((await fetch(`${server.adminUrl}${state}`)).status).toBe(403)
    expect((await fetch(`${server.origin}admin/${state}`, { headers })).status).toBe(404)
    const wrongPort = server.adminUrl.replace('/admin/', '/anilist/')
    expect((await fetch(wrongPort, { headers })).status).toBe(404)
  })

  it('refuses connections while it is off the net, and comes back on its port', async () => {
    const served = await serve()
    const { sandbox, server } = served
    const online = (value: boolean) =>
      fetch(`${server.adminUrl}online`, {
        method: 'POST',
        headers: { 'x-sandbox-secret': sandbox.secret },
        body: JSON.stringify({ online: value }),
      })
    expect((await online(false)).status).toBe(200)
    expect(await codeOf(viewer(served))).toBe('ECONNREFUSED')
    expect((await online(true)).status).toBe(200)
    expect((await viewer(served)).status).toBe(200)
    expect(sandbox.inspect.arrivals('anilist')).toHaveLength(1)
  })

  it.each(['drop', 'drop-after', 'refused'] as const)(
    'cuts the connection at "%s"',
    async (kind) => {
      const served = await serve()
      served.sandbox.control.faults.add({ service: 'anilist', kind })
      expect(await codeOf(viewer(served))).toBe('ECONNRESET')
      expect((await viewer(served)).status).toBe(200)
    },
  )

  it('breaks an answer off in the middle', async () => {
    const served = await serve()
    served.sandbox.control.faults.add({ service: 'anilist', kind: 'half' })
    const response = await viewer(served)
    expect(response.status).toBe(200)
    expect(await codeOf(response.text())).not.toBe('nothing went wrong')
  })

  it('keeps silent until the client gives up', async () => {
    const served = await serve({ limits: { anilist: { api: { max: 1000 } } } })
    const match = { body: 'Silent' }
    served.sandbox.control.faults.add({ service: 'anilist', kind: 'silence', match })
    const patience = new AbortController()
    const silent = codeOf(viewer(served, patience.signal, 'Silent'))
    // One that comes later is answered, so the first has been heard and left without a word.
    const heard = () => served.sandbox.inspect.arrivals('anilist').some(({ fault }) => fault)
    while (!heard()) expect((await viewer(served)).status).toBe(200)
    patience.abort()
    expect(await silent).toBe('AbortError')
  })

  it('takes no body that is endless', async () => {
    const { anilist } = await serve()
    const body = 'x'.repeat(17 * 1024 * 1024)
    expect((await fetch(anilist.url, { method: 'POST', body })).status).toBe(413)
  })

  it('serves the pictures it speaks of', async () => {
    const served = await serve()
    const response = await fetch(served.anilist.url, {
      method: 'POST',
      headers: { authorization: `Bearer ${served.anilist.token}` },
      body: JSON.stringify({ query: '{ Page { media { coverImage { large } } } }' }),
    })
    const { data } = (await response.json()) as {
      data: { Page: { media: { coverImage: { large: string | null } }[] } }
    }
    const [cover] = data.Page.media.flatMap(({ coverImage }) => coverImage.large ?? [])
    const picture = await fetch(cover ?? '')
    expect(picture.headers.get('content-type')).toBe('image/png')
    const bytes = Buffer.from(await picture.arrayBuffer())
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([230, 329])
  })
})
