import { describe, expect, test } from 'vitest'
import type { Bearer } from '../../../../src/main/queue/renewing'
import { createRenewing, type Attempt } from '../../../../src/main/queue/renewing'
import { AppError, toFailure, type Failure } from '../../../../src/shared/failure'

/** A request that ends as told, one after the other, and then is answered with its try. */
function start(ends: Failure[], edges: Partial<Bearer> = {}) {
  const lost: number[] = []
  const tries: Attempt[] = []
  const bearer: Bearer = {
    current: () => 'token',
    granted: () => [],
    refresh: () => Promise.resolve(true),
    lost: (account) => void lost.push(account),
    ...edges,
  }
  const send = (attempt: Attempt) => {
    tries.push(attempt)
    attempt.token = 'token'
    const end = ends.shift()
    return end ? Promise.reject(new AppError(end)) : Promise.resolve('answer')
  }
  return { bearer, send, lost, tries }
}

const signedOut: Failure = { code: 'signed-out' }
const rejects = (failure: Failure) => () => Promise.reject(new AppError(failure))

describe('a request whose token is refused', () => {
  test('is sent once more with a new one, and knows that it is new', async () => {
    const { bearer, send, tries } = start([signedOut])

    expect(await createRenewing(bearer).renewing(1, send)).toBe('answer')
    expect(tries.map(({ isRenewed }) => isRenewed)).toEqual([false, true])
  })

  test('is sent no third time', async () => {
    const { bearer, send, tries } = start([signedOut, signedOut, signedOut])

    expect(await createRenewing(bearer).renewing(1, send).catch(toFailure)).toEqual(signedOut)
    expect(tries).toHaveLength(2)
  })

  test('ends the sign-in where there is no new one', async () => {
    const { bearer, send, lost } = start([signedOut], { refresh: () => Promise.resolve(false) })

    expect(await createRenewing(bearer).renewing(1, send).catch(toFailure)).toEqual(signedOut)
    expect(lost).toEqual([1])
  })

  test('has not happened, though nobody knows what became of the new one', async () => {
    const { bearer, send, lost } = start([signedOut], {
      refresh: rejects({ code: 'outcome-unknown', detail: 'reset' }),
    })

    expect(await createRenewing(bearer).renewing(1, send).catch(toFailure)).toEqual({
      code: 'offline',
      detail: 'reset',
    })
    expect(lost).toEqual([])
  })

  test('fails as its refresh does otherwise', async () => {
    const { bearer, send } = start([signedOut], { refresh: rejects({ code: 'storage' }) })

    expect(await createRenewing(bearer).renewing(1, send).catch(toFailure)).toEqual({
      code: 'storage',
    })
  })
})

test('a request that fails otherwise is not sent again, and its own outcome stays unknown', async () => {
  const { bearer, send, tries } = start([{ code: 'outcome-unknown' }])

  expect(await createRenewing(bearer).renewing(1, send).catch(toFailure)).toEqual({
    code: 'outcome-unknown',
  })
  expect(tries).toHaveLength(1)
})

describe('a request of nobody', () => {
  test('gets another token where the first is dead', async () => {
    const { bearer, send, tries } = start([signedOut])
    const asked: (string | null)[] = []
    const nobody = (dead: string | null) => {
      asked.push(dead)
      return Promise.resolve(dead === null ? 'first' : 'second')
    }

    expect(await createRenewing(bearer, nobody).asNobody(send)).toBe('answer')
    expect(asked).toEqual([null, 'first'])
    expect(tries.map(({ nobody: token }) => token)).toEqual(['first', 'second'])
  })

  test('has not happened where its token got lost on the way', async () => {
    const { bearer, send, tries } = start([])
    const { asNobody } = createRenewing(bearer, rejects({ code: 'outcome-unknown' }))

    expect(await asNobody(send).catch(toFailure)).toEqual({ code: 'offline' })
    expect(tries).toEqual([])
  })

  test('goes without a token where none is wanted', async () => {
    const { bearer, send, tries } = start([])

    await createRenewing(bearer).asNobody(send)

    expect(tries.map(({ nobody }) => nobody)).toEqual([null])
  })
})
