import { describe, expect, it } from 'vitest'
import type { FaultRequest } from '../../../src/sandbox/core/faults'
import { createAsk, heard } from './ask'

const viewer = JSON.stringify({ query: '{ Viewer { id name } }' })

function asked(ask: ReturnType<typeof createAsk>, query = viewer) {
  const headers = { authorization: `Bearer ${ask.sandbox.accounts.anilist?.token}` }
  return ask.handle({ service: 'anilist', method: 'POST', path: '/', headers, body: query })
}

async function hitBy(fault: Omit<FaultRequest, 'service'>) {
  const ask = createAsk()
  const [entry] = ask.sandbox.inspect.entries('anilist')
  ask.sandbox.control.faults.add({ service: 'anilist', ...fault })
  const query = `mutation { SaveMediaListEntry(id: ${entry?.id}, priority: 77) { id priority } }`
  const answer = await asked(ask, JSON.stringify({ query }))
  const isApplied = ask.sandbox.inspect.entry('anilist', entry?.mediaId ?? 0)?.priority === 77
  return { ask, answer, isApplied }
}

describe('a fault', () => {
  it.each([
    ['refused', { fault: 'refused' }, false],
    ['drop', { fault: 'drop' }, false],
    ['drop-after', { fault: 'drop' }, true],
    ['silence', { fault: 'hang' }, false],
    ['silence-after', { fault: 'hang' }, true],
    ['half', { fault: 'half' }, true],
    ['status', { status: 500 }, false],
    ['html', { status: 200 }, false],
    ['graphql-error', { status: 200 }, false],
    ['429', { status: 429 }, false],
    ['403-disabled', { status: 403 }, false],
    ['token-expired', { status: 400 }, false],
  ] as const)('"%s" gives %j and takes effect: %s', async (kind, answer, isApplied) => {
    const hit = await hitBy({ kind })
    expect(hit.answer).toMatchObject(answer)
    expect(hit.isApplied).toBe(isApplied)
  })

  it('with a status may take effect all the same', async () => {
    const { answer, isApplied } = await hitBy({ kind: 'status', status: 502, apply: true })
    expect(answer).toMatchObject({ status: 502 })
    expect(isApplied).toBe(true)
  })

  it('"html" is a page where JSON was awaited', async () => {
    const { answer } = await hitBy({ kind: 'html' })
    expect(answer).toMatchObject({ headers: { 'content-type': 'text/html; charset=utf-8' } })
  })

  it('"graphql-error" hides behind a 200', async () => {
    const { answer } = await hitBy({ kind: 'graphql-error', message: 'Oh no' })
    expect(heard(answer).json).toMatchObject({ data: null, errors: [{ message: 'Oh no' }] })
  })

  it('"half" carries the whole answer and where it ends', async () => {
    const { answer } = await hitBy({ kind: 'half', bytes: 9 })
    expect(answer).toMatchObject({ fault: 'half', bytes: 9, reply: { status: 200 } })
  })

  it('"replace" changes a word of the answer', async () => {
    const { answer, isApplied } = await hitBy({ kind: 'replace', find: '77', with: '"many"' })
    expect(heard(answer).json.data.SaveMediaListEntry.priority).toBe('many')
    expect(isApplied).toBe(true)
  })

  it('"headers" can claim another limit', async () => {
    const { answer } = await hitBy({ kind: 'headers', headers: { 'x-ratelimit-limit': '90' } })
    expect(heard(answer).headers['x-ratelimit-limit']).toBe('90')
  })

  it('"429" counts whoever comes before its time', async () => {
    const { ask, answer } = await hitBy({ kind: '429', retryAfter: 90_000 })
    expect(heard(answer).headers['retry-after']).toBe('90000')
    await ask.clock.advance(89_999_000)
    expect(await asked(ask)).toMatchObject({ status: 429 })
    await ask.clock.advance(1000)
    expect(await asked(ask)).toMatchObject({ status: 200 })
    expect(ask.sandbox.inspect.violations('anilist').insideRetryAfter).toBe(1)
  })

  it('"429" may keep silent about the time', async () => {
    const { ask, answer } = await hitBy({ kind: '429', retryAfter: null })
    expect(heard(answer).headers['retry-after']).toBeUndefined()
    expect(await asked(ask)).toMatchObject({ status: 200 })
  })

  it('"delay" answers late what was done at once', async () => {
    const ask = createAsk()
    ask.sandbox.control.faults.add({ service: 'anilist', kind: 'delay', delayMs: 5000 })
    let answered = false
    const answer = asked(ask).then(() => (answered = true))
    await ask.clock.advance(4999)
    expect(answered).toBe(false)
    expect(ask.sandbox.inspect.arrivals('anilist')).toHaveLength(1)
    await ask.clock.advance(1)
    expect(await answer).toBe(true)
  })
})

describe('a service', () => {
  it('that is off the net hears and counts nothing', async () => {
    const ask = createAsk()
    await ask.sandbox.control.setOnline(false, 'anilist')
    expect(await asked(ask)).toEqual({ fault: 'refused' })
    expect(ask.sandbox.inspect.arrivals('anilist')).toEqual([])
    expect((await ask.v1('GET', 'user')).status).toBe(200)
    await ask.sandbox.control.setOnline(true, 'anilist')
    expect(await asked(ask)).toMatchObject({ status: 200 })
  })

  it('notes each arrival with its route', async () => {
    const ask = createAsk()
    await asked(ask)
    await ask.graph('{ Page { media { id } } }')
    await ask.v1('GET', `user/${ask.userId}/animelist`)
    await ask.anisearch('GET', 'my/anime/ratings')
    const { inspect } = ask.sandbox
    expect(inspect.requests('anilist')).toEqual({ 'query Viewer': 1, 'query Page.media': 1 })
    expect(inspect.requests('anilist-v1')).toEqual({ 'GET user/{user}/animelist': 1 })
    expect(inspect.arrivals('anisearch')).toMatchObject([
      { route: 'GET my/{mediaType}/ratings', bucket: 'ratings', write: false, verdict: 'ok' },
    ])
  })

  it('that was not started is not there', async () => {
    const ask = createAsk({ services: ['anisearch'] })
    expect(ask.sandbox.accounts.anilist).toBeUndefined()
    const request = {
      service: 'anilist',
      method: 'POST',
      path: '/',
      headers: {},
      body: '',
    } as const
    expect(await ask.handle(request)).toMatchObject({ status: 404 })
  })

  it('takes the time it is told to', async () => {
    const ask = createAsk({ latencyMs: () => 300 })
    const answer = asked(ask)
    await ask.clock.advance(300)
    expect(await answer).toMatchObject({ status: 200 })
  })

  it('is the same for the same seed', () => {
    const [a, b] = [createAsk(), createAsk()]
    expect(a.sandbox.inspect.entries('anilist')).toEqual(b.sandbox.inspect.entries('anilist'))
    expect(a.sandbox.accounts).toEqual(b.sandbox.accounts)
    const other = createAsk({ seed: 8 })
    expect(other.sandbox.accounts).not.toEqual(a.sandbox.accounts)
  })

  it('keeps the same titles as the others, each on a list of its own', () => {
    const ask = createAsk()
    const { inspect, control } = ask.sandbox
    const [entry] = inspect.entries('anilist')
    control.remoteEdit('anilist', entry?.mediaId ?? 0, { progress: 99 })
    expect(inspect.entry('anilist', entry?.mediaId ?? 0)?.progress).toBe(99)
    expect(inspect.entries('anilist-v1').some(({ progress }) => progress === 99)).toBe(false)
  })
})

describe('admin calls', () => {
  const call = async (
    ask: ReturnType<typeof createAsk>,
    method: string,
    path: string,
    body: unknown = {},
    secret = ask.sandbox.secret,
  ) =>
    heard(
      await ask.handle({
        service: 'admin',
        method,
        path: `/${path}`,
        headers: { 'x-sandbox-secret': secret },
        body: JSON.stringify(body),
      }),
    )

  it('need the secret', async () => {
    const ask = createAsk()
    expect((await call(ask, 'GET', 'state?service=anilist', {}, 'guess')).status).toBe(403)
  })

  it('give the list, the log and the counted violations', async () => {
    const ask = createAsk()
    await asked(ask)
    const state = await call(ask, 'GET', 'state?service=anilist')
    expect(state.json.entries).toEqual(ask.sandbox.inspect.entries('anilist'))
    const log = await call(ask, 'GET', 'log?service=anilist')
    expect(log.json).toMatchObject({
      requests: { 'query Viewer': 1 },
      violations: { overLimit: 0, insideRetryAfter: 0, tooManyAtOnce: 0 },
      arrivals: [{ route: 'query Viewer' }],
    })
  })

  it('break, change, and age the services', async () => {
    const ask = createAsk()
    const [entry] = ask.sandbox.inspect.entries('anilist')
    await call(ask, 'POST', 'faults', { service: 'anilist', kind: 'drop' })
    expect(await asked(ask)).toEqual({ fault: 'drop' })
    const change = { progress: 5, notes: 'from afar' }
    const mediaId = entry?.mediaId ?? 0
    await call(ask, 'POST', 'remote-edit', { service: 'anilist', mediaId, change })
    expect(ask.sandbox.inspect.entry('anilist', mediaId)).toMatchObject(change)
    await call(ask, 'POST', 'remote-edit', { service: 'anilist', mediaId, change: null })
    expect(ask.sandbox.inspect.entry('anilist', mediaId)).toBeUndefined()
    await call(ask, 'POST', 'clock', { advanceMs: 3_600_000 })
    expect((await ask.v1('GET', 'user')).status).toBe(401)
    expect((await call(ask, 'POST', 'expire-tokens', {})).json).toEqual({ expired: 1 })
    expect(await asked(ask)).toMatchObject({ status: 400 })
  })

  it('change limits, users, clients and what is left open', async () => {
    const ask = createAsk()
    await call(ask, 'POST', 'limits', { service: 'anilist', limit: { max: 1 } })
    expect(await asked(ask)).toMatchObject({ headers: { 'x-ratelimit-limit': '1' } })
    expect(await asked(ask)).toMatchObject({ status: 429 })
    await call(ask, 'POST', 'user', { service: 'anilist-v1', change: { scoreFormat: 'POINT_3' } })
    expect((await ask.v1('GET', 'user')).json.score_type).toBe(3)
    const behaviour = await call(ask, 'POST', 'behaviour', { omittedFields: 'keep' })
    expect(behaviour.json).toMatchObject({ omittedFields: 'keep', listCap: 11_000 })
    const client = { id: 'mine', redirectUris: ['https://example.org/back'] }
    expect((await call(ask, 'POST', 'clients', { service: 'anisearch', client })).status).toBe(200)
  })

  it('say what is wrong with them', async () => {
    const ask = createAsk()
    expect((await call(ask, 'POST', 'faults', { kind: 'drop' })).status).toBe(400)
    expect((await call(ask, 'POST', 'remote-edit', { nonsense: 1 })).status).toBe(400)
    const unknown = await call(ask, 'GET', 'nothing')
    expect(unknown.status).toBe(404)
    expect(unknown.json.calls).toContain('POST faults')
  })
})
