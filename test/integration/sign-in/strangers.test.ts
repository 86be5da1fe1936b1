import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decideAt, followTo } from '../../support/person'
import { startSignInApp, type SignInApp } from '../../support/sign-in-app'
import type { SignInRequest } from '../../../src/shared/sign-in'

/** What other pages of the same browser may try while a sign-in waits. */

let here: SignInApp

beforeEach(async () => {
  here = await startSignInApp()
})
afterEach(() => here.stop())

const byToken = { service: 'anilist', way: 'browser' } as const
const byCode = { service: 'anisearch', way: 'browser' } as const
const state = () => here.app.handlers['accounts:sign-in-state']()
const accounts = async () => here.app.handlers['accounts:list']()
const own = () => `http://127.0.0.1:${here.port}`
const open = (query: string) => fetch(`${own()}/sign-in?${query}`)

/** Starts a sign-in and tells where the service sends the person who agreed. */
async function agreed(request: SignInRequest): Promise<string> {
  await here.register(request.service)
  await here.app.handlers['accounts:sign-in'](request)
  return decideAt(here.opened.at(-1) ?? '')
}

/** A living token of somebody else, as whoever means harm would have one. */
async function theirToken(): Promise<string> {
  const target = await agreed(byToken)
  await here.app.handlers['accounts:cancel-sign-in']()
  return new URLSearchParams(target.split('#')[1]).get('access_token') ?? ''
}

async function comesIn(target: string) {
  const ended = here.until((told) => told?.phase === 'done' || told?.phase === 'failed')
  const page = await followTo(target)
  return { page, ended: await ended }
}

describe('a token', () => {
  test('in the address is not taken: any page can send a browser there', async () => {
    const token = await theirToken()
    const target = await agreed(byToken)

    await open(new URLSearchParams({ access_token: token }).toString())

    expect(await state()).toMatchObject({ phase: 'waiting', failure: null })
    expect(await accounts()).toEqual([])
    expect((await comesIn(target)).ended).toMatchObject({ phase: 'done' })
  })

  test('in the address is not taken even with the right state', async () => {
    const token = await theirToken()
    await agreed(byToken)
    const asked = new URL(here.opened.at(-1) ?? '').searchParams.get('state') ?? ''

    await open(new URLSearchParams({ access_token: token, state: asked }).toString())

    expect((await state())?.phase).toBe('waiting')
  })

  test.each([
    ['another page', { origin: 'https://evil.example' }],
    ['a page without a name', { origin: 'null' }],
    ['nobody', {}],
  ])('in a form of %s is not taken', async (_whose, headers) => {
    const token = await theirToken()
    await agreed(byToken)

    const answer = await fetch(`${own()}/sign-in`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ access_token: token }),
    })

    expect(answer.status).toBe(403)
    expect((await state())?.phase).toBe('waiting')
  })

  test('where a code is waited for is nothing', async () => {
    const token = await theirToken()
    await agreed(byCode)

    const page = await fetch(`${own()}/sign-in`, {
      method: 'POST',
      headers: { origin: own() },
      body: new URLSearchParams({ access_token: token }),
    })

    expect(page.status).toBe(404)
    expect((await state())?.phase).toBe('waiting')
  })
})

describe('an answer to another sign-in', () => {
  test('is not taken, is told, and the right one still wins', async () => {
    const target = await agreed(byCode)

    const page = await followTo(target.replace(/state=[^&]+/, 'state=theirs'))

    expect(page.status).toBe(400)
    expect(await state()).toMatchObject({
      phase: 'waiting',
      failure: { code: 'refused', reason: 'sign-in-wrong-state' },
    })
    expect((await comesIn(target)).ended).toMatchObject({ phase: 'done', failure: null })
  })

  test('of an earlier try is not taken by a later one', async () => {
    const early = await agreed(byCode)
    await here.app.handlers['accounts:sign-in'](byCode)

    await followTo(early)

    expect(await state()).toMatchObject({
      phase: 'waiting',
      failure: { reason: 'sign-in-wrong-state' },
    })
    expect(await accounts()).toEqual([])
  })

  test('that was pasted is told, and the sign-in goes on', async () => {
    const target = await agreed(byCode)
    here.desk.clipboard = target.replace(/state=[^&]+/, 'state=theirs')

    expect(await here.app.handlers['accounts:paste']()).toMatchObject({
      phase: 'waiting',
      failure: { reason: 'sign-in-wrong-state' },
    })
  })
})

describe('a refusal', () => {
  test.each([
    ['without a state', 'error=access_denied'],
    ['with a wrong one', 'error=access_denied&state=theirs'],
    ['with words for our window', 'error=x&error_description=Call+0900+123'],
  ])('%s ends nothing and is not quoted', async (_how, query) => {
    const target = await agreed(byCode)

    expect((await open(query)).status).toBe(400)

    expect((await state())?.phase).toBe('waiting')
    expect(JSON.stringify(await state())).not.toContain('0900')
    expect((await comesIn(target)).ended).toMatchObject({ phase: 'done' })
  })

  test('without a state, where a token is waited for, is told without its words', async () => {
    const target = await agreed(byToken)

    await open('error=x&error_description=Call+0900+123')

    expect(await state()).toMatchObject({
      phase: 'waiting',
      failure: { code: 'refused', reason: 'sign-in-refused' },
    })
    expect(JSON.stringify(await state())).not.toContain('0900')
    expect((await comesIn(target)).ended).toMatchObject({ phase: 'done' })
  })

  test('with our state ends the sign-in', async () => {
    await agreed(byCode)
    const asked = new URL(here.opened.at(-1) ?? '').searchParams.get('state') ?? ''

    await open(new URLSearchParams({ error: 'access_denied', state: asked }).toString())

    expect(await state()).toMatchObject({ phase: 'failed', failure: { reason: 'sign-in-denied' } })
  })
})

describe('two clicks on “Paste”', () => {
  test('use a code once', async () => {
    const target = await agreed(byCode)
    const ended = here.until((told) => told?.phase === 'done' || told?.phase === 'failed')
    here.desk.clipboard = target

    const [one, other] = await Promise.all([
      here.app.handlers['accounts:paste'](),
      here.app.handlers['accounts:paste'](),
    ])

    expect(one).toEqual(other)
    expect(await ended).toMatchObject({ phase: 'done', failure: null })
    expect(here.sandbox.inspect.requests('anisearch')['POST oauth/token']).toBe(1)
    expect(await accounts()).toHaveLength(1)
  })

  test('leave the reason of the first, not an empty clipboard', async () => {
    await agreed(byCode)
    here.desk.clipboard = 'p'.repeat(40)

    const states = await Promise.all([
      here.app.handlers['accounts:paste'](),
      here.app.handlers['accounts:paste'](),
    ])

    expect(states.map(({ failure }) => failure?.reason)).toEqual([
      'sign-in-whole-address',
      'sign-in-whole-address',
    ])
  })

  test('one after the other take nothing more while the first is looked at', async () => {
    here.desk.clipboard = await agreed(byCode)
    await here.app.handlers['accounts:paste']()
    here.desk.clipboard = 'something of the user’s'

    expect((await here.app.handlers['accounts:paste']()).phase).toBe('checking')
    expect(here.desk.clipboard).toBe('something of the user’s')
  })
})
