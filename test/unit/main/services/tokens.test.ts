import { beforeEach, describe, expect, test } from 'vitest'
import type { SecretStore, Tokens } from '../../../../src/main/environment'
import { createTokenKeeper } from '../../../../src/main/services/tokens'
import { AppError } from '../../../../src/shared/failure'

const old: Tokens = {
  accessToken: 'old-access',
  refreshToken: 'old-refresh',
  expiresAt: null,
  scopes: ['list'],
  origin: 'https://service.example',
}
const fresh: Tokens = { ...old, accessToken: 'new-access', refreshToken: 'new-refresh' }

let kept: Map<string, Tokens>
let order: string[]
let revoked: string[]
let diskRefuses: boolean
let removing: (key: string) => void
let origin: string | null

beforeEach(() => {
  kept = new Map([['account:1', old]])
  order = []
  revoked = []
  diskRefuses = false
  removing = (key) => void kept.delete(key)
  origin = old.origin
})

const secrets: SecretStore = {
  protection: () => 'protected',
  read: (key) => kept.get(key) ?? null,
  write(key, tokens) {
    if (diskRefuses) throw new AppError({ code: 'storage' })
    order.push(`kept ${tokens.accessToken}`)
    kept.set(key, tokens)
  },
  remove: (key) => removing(key),
  sessionOnly: () => false,
  allowUnprotected: () => {},
  unprotectedAllowed: () => false,
}

type Renew = (account: number, tokens: Tokens) => Promise<Tokens | null>

function keeperWith(renew: Renew) {
  const asked: Tokens[] = []
  const keeper = createTokenKeeper({
    secrets,
    originOf: () => origin,
    renew: (account, tokens) => {
      asked.push(tokens)
      return renew(account, tokens)
    },
    revoke: (account, tokens) => {
      revoked.push(`${account} ${tokens.refreshToken}`)
      return Promise.resolve()
    },
    onRenewed: (account) => order.push(`renewed ${account}`),
    onLost: () => {},
  })
  return { ...keeper, asked }
}

const answersFresh: Renew = () => Promise.resolve(fresh)

describe('a token that has ended', () => {
  test('is renewed once for 50 who ask at the same time', async () => {
    const { bearer, asked } = keeperWith(answersFresh)

    const renewed = await Promise.all(
      Array.from({ length: 50 }, () => bearer.refresh(1, 'old-access')),
    )

    expect(renewed).toEqual(Array.from({ length: 50 }, () => true))
    expect(asked).toHaveLength(1)
    expect(bearer.current(1)).toBe('new-access')
  })

  test('is not renewed again for somebody who used it before', async () => {
    const { bearer, asked } = keeperWith(answersFresh)
    await bearer.refresh(1, 'old-access')

    expect(await bearer.refresh(1, 'old-access')).toBe(true)
    expect(asked).toHaveLength(1)
  })

  test('is kept before anybody may use it', async () => {
    const { bearer } = keeperWith(answersFresh)
    await bearer.refresh(1, 'old-access').then(() => order.push('used'))

    expect(order).toEqual(['kept new-access', 'renewed 1', 'used'])
  })

  test('that comes without a new refresh token moves the end of the sign-in nowhere', async () => {
    const { bearer } = keeperWith(() =>
      Promise.resolve({ ...fresh, refreshToken: old.refreshToken }),
    )
    await bearer.refresh(1, 'old-access')

    expect(order).toEqual(['kept new-access'])
  })

  test('stays where the service has no way to renew it', async () => {
    const { bearer } = keeperWith(() => Promise.resolve(null))

    expect(await bearer.refresh(1, 'old-access')).toBe(false)
    expect(kept.get('account:1')).toBe(old)
  })

  test('may be tried again after the net failed', async () => {
    let fails = true
    const { bearer, asked } = keeperWith(() =>
      fails ? Promise.reject(new AppError({ code: 'offline' })) : Promise.resolve(fresh),
    )
    await expect(bearer.refresh(1, 'old-access')).rejects.toThrow('offline')
    fails = false

    expect(await bearer.refresh(1, 'old-access')).toBe(true)
    expect(asked).toHaveLength(2)
  })
})

describe('a disk that refuses a renewed token', () => {
  test('fails aloud, and the next try keeps that very token without asking for another', async () => {
    const { bearer, asked } = keeperWith(answersFresh)
    diskRefuses = true
    await expect(bearer.refresh(1, 'old-access')).rejects.toThrow('storage')
    expect(bearer.current(1)).toBe('old-access')
    diskRefuses = false

    expect(await bearer.refresh(1, 'old-access')).toBe(true)
    expect(asked).toHaveLength(1)
    expect(kept.get('account:1')).toBe(fresh)
  })
})

describe('while a token is being renewed', () => {
  function held() {
    const answer = Promise.withResolvers<Tokens | null>()
    const keeper = keeperWith(() => answer.promise)
    return { ...keeper, answer: answer.resolve, renewed: keeper.bearer.refresh(1, 'old-access') }
  }

  test('an account that is removed stays removed', async () => {
    const { remove, answer, renewed } = held()
    remove(1)
    answer(fresh)

    expect(await renewed).toBe(false)
    expect(kept.size).toBe(0)
  })

  test('whoever signs out takes back the old one, and the new one when it comes', async () => {
    const { remove, answer, renewed } = held()
    remove(1)
    expect(revoked).toEqual(['1 old-refresh'])
    answer(fresh)
    await renewed

    expect(revoked).toEqual(['1 old-refresh', '1 new-refresh'])
  })

  test('whoever signs out takes back nothing more where the service refuses', async () => {
    const { remove, answer, renewed } = held()
    remove(1)
    answer(null)

    expect(await renewed).toBe(false)
    expect(revoked).toEqual(['1 old-refresh'])
  })

  test('a new sign-in counts, not what comes late', async () => {
    const { write, answer, renewed, bearer } = held()
    write(1, { ...old, accessToken: 'signed-in-anew' })
    answer(fresh)

    expect(await renewed).toBe(true)
    expect(bearer.current(1)).toBe('signed-in-anew')
    expect(revoked).toEqual([])
  })
})

describe('signing out', () => {
  test('takes the tokens back, once', () => {
    const { remove } = keeperWith(answersFresh)
    remove(1)
    remove(1)

    expect(revoked).toEqual(['1 old-refresh'])
  })

  test('takes back the newest ones where the disk refused them', async () => {
    const { bearer, remove } = keeperWith(answersFresh)
    diskRefuses = true
    await bearer.refresh(1, 'old-access').catch(() => undefined)

    remove(1)

    expect(revoked).toEqual(['1 new-refresh'])
  })

  test('that the disk refuses takes nothing back', () => {
    const { remove } = keeperWith(answersFresh)
    removing = () => {
      throw new AppError({ code: 'storage' })
    }

    expect(() => remove(1)).toThrow('storage')
    expect(revoked).toEqual([])
  })
})

describe('a token', () => {
  test('goes to no other origin than the one that issued it', async () => {
    const { bearer, read, asked } = keeperWith(answersFresh)
    origin = 'https://evil.example'

    expect(bearer.current(1)).toBeNull()
    expect(read(1)).toBeNull()
    expect(bearer.granted(1)).toEqual([])
    expect(await bearer.refresh(1, 'old-access')).toBe(false)
    expect(asked).toEqual([])
  })

  test('tells its scopes', () => {
    expect(keeperWith(answersFresh).bearer.granted(1)).toEqual(['list'])
  })
})
