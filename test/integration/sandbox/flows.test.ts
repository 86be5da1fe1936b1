import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { serve } from './serve'

type Served = Awaited<ReturnType<typeof serve>>

const agent = 'Tsuzuki/1.0 (+https://example.org)'
const back = 'http://127.0.0.1:51000/callback'

async function json(url: string, init: RequestInit = {}) {
  const response = await fetch(url, init)
  const text = await response.text()
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const body: any = text === '' ? null : JSON.parse(text)
  return { status: response.status, headers: response.headers, body }
}

function graph({ anilist }: Served, query: string, token = anilist.token) {
  return json(anilist.url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
}

/** Approves on the page at `url`, as a browser sends its form; where that leads. */
async function approve(url: string, query: Record<string, string>): Promise<URL> {
  const page = await fetch(`${url}?${new URLSearchParams(query).toString()}`)
  expect(await page.text()).toContain('name="decision"')
  const body = new URLSearchParams({ ...query, decision: 'approve' })
  const response = await fetch(url, { method: 'POST', body, redirect: 'manual' })
  expect(response.status).toBe(302)
  return new URL(response.headers.get('location') ?? '')
}

describe('AniList over HTTP', () => {
  it('is read, written and read again', async () => {
    const served = await serve()
    const [entry] = served.sandbox.inspect.entries('anilist', 'anime')
    const list = await graph(
      served,
      '{ MediaListCollection(userName: "mika", type: ANIME) { lists { entries { id mediaId } } } }',
    )
    const lists = list.body.data.MediaListCollection.lists as { entries: { id: number }[] }[]
    expect(lists.flatMap(({ entries }) => entries.map(({ id }) => id))).toContain(entry?.id)
    const save = `mutation { SaveMediaListEntry(id: ${entry?.id}, scoreRaw: 91) { score } }`
    expect((await graph(served, save)).body.data.SaveMediaListEntry.score).toBe(9.1)
    const remove = `mutation { DeleteMediaListEntry(id: ${entry?.id}) { deleted } }`
    expect((await graph(served, remove)).status).toBe(200)
    expect((await graph(served, remove)).status).toBe(404)
  })

  it('is signed in to by the implicit grant', async () => {
    const served = await serve()
    const { authorizeUrl, clientId } = served.anilist
    const query = { client_id: clientId, response_type: 'token', redirect_uri: back }
    const { hash } = await approve(authorizeUrl, query)
    const token = new URLSearchParams(hash.slice(1)).get('access_token') ?? ''
    expect((await graph(served, '{ Viewer { name } }', token)).body.data.Viewer.name).toBe('mika')
  })

  it('refuses the 31st request', async () => {
    const served = await serve()
    for (let at = 0; at < 30; at++) await graph(served, '{ GenreCollection }')
    const { status, headers } = await graph(served, '{ GenreCollection }')
    expect([status, headers.get('retry-after')]).toEqual([429, '60'])
  })
})

describe('AniList v1 over HTTP', () => {
  it('is read, written by form, and deleted without a body', async () => {
    const { v1, sandbox } = await serve()
    const headers = { authorization: `Bearer ${v1.token}` }
    const list = await json(`${v1.url}user/${v1.user.id}/mangalist`, { headers })
    expect(Object.keys(list.body.lists)).toContain('completed')
    const [entry] = sandbox.inspect.entries('anilist-v1', 'manga')
    const body = new URLSearchParams({ id: String(entry?.mediaId), chapters_read: '5', notes: 'ü' })
    const saved = await json(`${v1.url}mangalist`, { method: 'PUT', headers, body })
    expect(saved.body).toMatchObject({ chapters_read: 5, notes: 'ü' })
    const url = `${v1.url}mangalist/${entry?.mediaId}`
    const gone = await json(url, { method: 'DELETE', headers })
    expect([gone.status, gone.body]).toEqual([200, null])
  })

  it('deletes what stands in a form', async () => {
    const { v1 } = await serve()
    const headers = { authorization: `Bearer ${v1.token}` }
    const post = { method: 'POST', headers, body: new URLSearchParams({ text: 'Hello' }) }
    const { body: activity } = await json(`${v1.url}user/activity`, post)
    const body = new URLSearchParams({ id: String(activity.id) })
    const gone = await json(`${v1.url}user/activity`, { method: 'DELETE', headers, body })
    expect([gone.status, gone.body]).toEqual([200, null])
  })

  it('is signed in to by a code, and refreshed', async () => {
    const { v1 } = await serve()
    const client = { client_id: v1.clientId, client_secret: v1.clientSecret }
    const location = await approve(v1.authorizeUrl, {
      grant_type: 'authorization_code',
      client_id: v1.clientId,
      redirect_uri: back,
      response_type: 'code',
    })
    const exchange = (fields: Record<string, string>) =>
      json(v1.tokenUrl, { method: 'POST', body: new URLSearchParams({ ...client, ...fields }) })
    const { body: first } = await exchange({
      grant_type: 'authorization_code',
      redirect_uri: back,
      code: location.searchParams.get('code') ?? '',
    })
    const refresh = { grant_type: 'refresh_token', refresh_token: String(first.refresh_token) }
    const { body: second } = await exchange(refresh)
    const headers = { authorization: `Bearer ${second.access_token}` }
    expect((await json(`${v1.url}user`, { headers })).body.display_name).toBe('mika')
  })
})

describe('aniSearch over HTTP', () => {
  it('is read, written and deleted', async () => {
    const { anisearch } = await serve()
    const headers = { authorization: `Bearer ${anisearch.token}`, 'user-agent': agent }
    const all = await json(`${anisearch.url}my/anime/ratings`, { headers })
    const id = String(all.body[0]['id-anisearch'])
    const url = `${anisearch.url}my/anime/${id}/ratings`
    const body = JSON.stringify({ status: 'on_hold', public_rating: 6, public_fraction: 5 })
    const type = { 'content-type': 'application/json' }
    const saved = await json(url, { method: 'PUT', headers: { ...headers, ...type }, body })
    expect(saved.body).toEqual({ success: true })
    expect((await json(url, { headers })).body).toMatchObject([
      { status: 'on_hold', public_rating: 6, public_fraction: 5 },
    ])
    expect((await json(url, { method: 'DELETE', headers })).body).toEqual({ success: true })
    expect((await json(url, { headers })).body).toEqual([])
  })

  it('knows nobody without a name', async () => {
    const { anisearch } = await serve()
    const headers = { authorization: `Bearer ${anisearch.token}` }
    expect((await json(`${anisearch.url}my/profile`, { headers })).status).toBe(403)
  })

  it('is signed in to with PKCE', async () => {
    const { anisearch } = await serve()
    const verifier = 'a-verifier-of-more-than-forty-three-signs-000'
    const location = await approve(anisearch.authorizeUrl, {
      response_type: 'code',
      client_id: anisearch.clientId,
      redirect_uri: back,
      scope: 'user.profile ratings.anime ratings.manga',
      state: 's',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    })
    expect(location.searchParams.get('state')).toBe('s')
    const fields = {
      grant_type: 'authorization_code',
      code: location.searchParams.get('code') ?? '',
      redirect_uri: back,
      code_verifier: verifier,
      client_id: anisearch.clientId,
      client_secret: anisearch.clientSecret,
    }
    const body = new URLSearchParams(fields)
    const { body: tokens } = await json(anisearch.tokenUrl, { method: 'POST', body })
    const headers = { authorization: `Bearer ${tokens.access_token}`, 'user-agent': agent }
    expect((await json(`${anisearch.url}my/profile`, { headers })).body.name).toBe('mika')
  })
})
