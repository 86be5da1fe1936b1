import { beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '../../../src/shared/failure'
import { everyCall, type NamedCall } from '../../support/every-call'
import { startThings } from '../../support/things'

/** What may be read without anybody, though the answer then means nothing. */
const pointless = [
  'community.toggleState',
  'community.onAir',
  'community.feed',
  'community.threads',
]

describe.each(['anilist', 'anilist-v1', 'anisearch'] as const)('%s', (service) => {
  let here: Awaited<ReturnType<typeof startThings>>
  let calls: readonly NamedCall[]

  beforeAll(async () => {
    here = await startThings(service)
    calls = everyCall(here.provider, here.things)
  })

  test('is asked by every member that makes calls', () => {
    const community = 'community' in here.provider ? here.provider.community : {}
    const members = Object.entries(community as object)
      .filter(([name, member]) => typeof member === 'function' && name !== 'canToggle')
      .map(([name]) => `community.${name}`)

    const made = new Set(calls.map(({ member }) => member))
    expect(members.filter((member) => !made.has(member))).toEqual([])
  })

  test('counts each call against a limit that it has', () => {
    for (const { call } of calls) expect(Object.keys(here.provider.buckets)).toContain(call.bucket)
  })

  test('says of each call whether somebody must be signed in', async () => {
    for (const { member, call } of calls) {
      const refused = await isRefused(call)
      if (refused) expect(`${member} ${call.needsUser}`).toBe(`${member} true`)
      else if (!pointless.includes(member))
        expect(`${member} ${call.needsUser}`).toMatch(/undefined$/)
    }
  })

  /** Sent with a token of nobody, or with none where there is no such thing. */
  async function isRefused(call: NamedCall['call']): Promise<boolean> {
    const answer = await here.send(call, await tokenOfNobody())
    if (answer.status === 401) return true
    const failure = (call.failureOf ?? here.provider.failureOf)(answer)
    if (failure !== null) return failure.code === 'signed-out'
    try {
      call.parse(answer)
      return false
    } catch (error) {
      return error instanceof AppError && error.failure.code === 'signed-out'
    }
  }

  async function tokenOfNobody(): Promise<string | null> {
    if (service !== 'anilist-v1') return null
    const { clientId, clientSecret } = here.sandbox.accounts[service]!
    const form = {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    }
    const answer = await here.sandbox.handle({
      service,
      method: 'POST',
      path: 'auth/access_token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    })
    const { access_token } = JSON.parse('body' in answer ? String(answer.body) : '{}') as {
      access_token: string
    }
    return access_token
  }
})
