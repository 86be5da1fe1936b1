import { beforeEach, describe, expect, test } from 'vitest'
import type { Tokens } from '../../../../../src/main/environment'
import type { ServiceCall } from '../../../../../src/main/providers/provider'
import type { Realm } from '../../../../../src/main/queue/realm'
import { createRenewal } from '../../../../../src/main/services/sign-in/renewal'
import { AppError, type Failure } from '../../../../../src/shared/failure'
import { anilist, anilistV1, anisearch, fieldsOf } from '../../providers/oauth/support'

const tokens: Tokens = {
  accessToken: 'access',
  refreshToken: 'refresh',
  expiresAt: null,
  scopes: ['ratings.anime'],
  origin: 'https://api.anisearch.com',
  issuedTo: { clientId: 'first', site: 'www.anisearch.de' },
}

/** What each request meets, the first first; then it is answered. */
let ends: Failure[]
let sent: { call: ServiceCall<unknown>; isImpatient: boolean }[]
let failures: Failure[]
let isThere: boolean
let unreadable: Failure | null

beforeEach(() => {
  ends = []
  sent = []
  failures = []
  isThere = true
  unreadable = null
})

// Only what a renewal uses of a realm.
const realm = {
  service: 'anisearch',
  baseUrl: () => 'https://api.anisearch.com/v1/',
  execute: {
    run: (call: ServiceCall<unknown>, { impatient = false }) => {
      sent.push({ call, isImpatient: impatient })
      const end = ends.shift()
      const next = { accessToken: 'next', refreshToken: 'rotated', expiresAt: 5, scopes: null }
      return end ? Promise.reject(new AppError(end)) : Promise.resolve(next)
    },
  },
} as unknown as Realm
const secrets: Readonly<Record<string, string>> = { first: 's-first', second: 's-second' }
const renewal = createRenewal({
  oauths: { anilist, 'anilist-v1': anilistV1, anisearch },
  clientOf: (_service, id = 'second') => {
    if (unreadable) throw new AppError(unreadable)
    return { id, secret: secrets[id] ?? null }
  },
  realmOf: () => (isThere ? realm : null),
  onFailed: (failure) => failures.push(failure),
})
const formSent = () => fieldsOf(sent.at(-1)?.call.body)

describe('a renewal', () => {
  test('is asked for by the program that signed in, though another one is named now', async () => {
    await renewal.renew(1, tokens)

    expect(formSent()).toMatchObject({ client_id: 'first', client_secret: 's-first' })
  })

  test('is asked for by the program of now where nobody knows which signed in', async () => {
    const { issuedTo: _unknown, ...older } = tokens
    await renewal.renew(1, older)

    expect(formSent()).toMatchObject({ client_id: 'second', client_secret: 's-second' })
  })

  test('keeps what the service does not say anew', async () => {
    expect(await renewal.renew(1, tokens)).toEqual({
      ...tokens,
      accessToken: 'next',
      refreshToken: 'rotated',
      expiresAt: 5,
    })
  })

  test.each<[string, Failure]>([
    ['refuses', { code: 'refused', reason: 'sign-in-code-expired' }],
    ['says no', { code: 'cancelled', reason: 'sign-in-denied' }],
  ])('is none where the service %s', async (_what, end) => {
    ends = [end]

    expect(await renewal.renew(1, tokens)).toBeNull()
    expect(failures).toEqual([end])
  })

  test('fails where that passes', async () => {
    ends = [{ code: 'offline' }]

    await expect(renewal.renew(1, tokens)).rejects.toThrow('offline')
  })

  test('is none without a refresh token', async () => {
    expect(await renewal.renew(1, { ...tokens, refreshToken: null })).toBeNull()
    expect(sent).toEqual([])
  })
})

describe('taking tokens back', () => {
  const revoke = () => renewal.revoke(1, tokens)

  test('waits for the service and is tried again where it could not be heard', async () => {
    ends = [{ code: 'offline' }, { code: 'outcome-unknown' }, { code: 'rate-limited' }]

    await revoke()

    expect(sent).toHaveLength(4)
    expect(sent.map(({ isImpatient }) => isImpatient)).toEqual([false, false, false, false])
    expect(formSent()).toMatchObject({ token: 'refresh', token_type_hint: 'refresh_token' })
  })

  test.each<Failure>([{ code: 'refused' }, { code: 'bad-answer' }, { code: 'cancelled' }])(
    'is not tried again after $code',
    async (end) => {
      ends = [end]

      await revoke()

      expect(sent).toHaveLength(1)
      expect(failures).toEqual([end])
    },
  )

  test('does not go on for ever', async () => {
    ends = Array.from({ length: 100 }, () => ({ code: 'offline' }) as const)

    await revoke()

    expect(sent.length).toBeLessThanOrEqual(20)
  })

  test.each<Failure>([{ code: 'storage' }, { code: 'offline' }])(
    'tells once of $code before anything was sent, and does not reject',
    async (failure) => {
      unreadable = failure

      await expect(revoke()).resolves.toBeUndefined()

      expect(failures).toEqual([failure])
      expect(sent).toEqual([])
    },
  )

  test('works for tokens that come when their account is gone already', async () => {
    await renewal.renew(1, tokens)
    isThere = false

    await renewal.revoke(1, { ...tokens, refreshToken: 'rotated' })

    expect(sent).toHaveLength(2)
    expect(formSent()).toMatchObject({ token: 'rotated' })
  })
})
