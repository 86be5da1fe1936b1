import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { communityOf, type Community, type Finding } from '../../../../src/main/providers/community'
import { createAnisearchOAuth } from '../../../../src/main/providers/anisearch/oauth'
import type { ServiceCall } from '../../../../src/main/providers/provider'
import type { Tokens } from '../../../../src/main/environment'
import type { Realm } from '../../../../src/main/queue/realm'
import { createLookedUp } from '../../../../src/main/services/looked-up'
import { createRenewal } from '../../../../src/main/services/sign-in/renewal'
import { createTokenKeeper } from '../../../../src/main/services/tokens'
import { AppError } from '../../../../src/shared/failure'
import type { Things } from '../../../support/every-call'
import { memoryTables } from '../../../support/tables'
import { startThings } from '../../../support/things'
import { createVirtualClock } from '../../../support/virtual-clock'
import { hostileAnswers, runs, shortened } from '../providers/hostile'

// What a service answers is stored when it was read as a whole, and else not at all.

const clock = createVirtualClock()

type Ask = (community: Community, things: Things) => Finding<unknown>
const questions: Readonly<Record<string, Ask>> = {
  series: (community, { anime }) => community.series(`anime:${anime}`),
  browse: (community) => community.search('manga', 'a', 1),
  person: (community, { other }) => community.user(other),
  feed: (community) => community.feed(1),
  notifications: (community) => community.notifications(1, 'keep'),
  thread: (community, { thread }) => community.thread(thread, 1),
  reviews: (community, { anime }) => community.reviewsOf(`anime:${anime}`, 1),
}

describe.each(['anilist', 'anilist-v1'] as const)('whatever %s answers', (service) => {
  let there: Awaited<ReturnType<typeof startThings>>
  beforeAll(async () => {
    there = await startThings(service)
  })

  test.each(Object.keys(questions))(
    'to a question about %s leaves the database as it was, unless it was read',
    async (name) => {
      const { provider, send, things } = there
      const ask = questions[name]!
      const community = communityOf(provider)!
      const good = shortened(JSON.parse((await send(ask(community, things))).text))
      const tables = memoryTables()
      const row = tables.accounts.realm(service, 'https://service.example')
      const account = { id: 1, realm: row.id, signedIn: true, ...things.owner }
      let answer: Parameters<ServiceCall<unknown>['parse']>[0]
      const realm = {
        id: row.id,
        provider,
        // What a request does with an answer, without the way there.
        execute: {
          run: (call: ServiceCall<unknown>) =>
            new Promise((resolve) => {
              const failure = (call.failureOf ?? provider.failureOf)(answer)
              if (failure) throw new AppError(failure)
              resolve(call.parse(answer))
            }),
        },
      } as unknown as Realm
      const { look } = createLookedUp({
        tables,
        accounts: { need: () => account, rowOf: () => account } as never,
        realms: { byId: () => realm },
        clock,
      })
      const changes = () => tables.db.sql.prepare('SELECT total_changes() AS n').get()?.['n']
      const seen = { stored: 0, refused: 0 }

      await fc.assert(
        fc.asyncProperty(hostileAnswers([good]), async (hostile) => {
          answer = hostile
          const before = changes()
          const asked = { accountId: 1, ticket: 1, want: 'anew' } as const
          const question = { name: `${name}()`, ageMs: 1, ask: () => ask(community, things) }
          const told = await look(asked, question).catch((error: unknown) => error)
          if (told instanceof Error) {
            seen.refused += 1
            expect(told).toBeInstanceOf(AppError)
            expect(changes()).toBe(before)
          } else seen.stored += 1
        }),
        runs,
      )
      // Neither half of it is empty, so that both were looked at.
      expect(Math.min(seen.stored, seen.refused)).toBeGreaterThan(10)
    },
  )
})

test('whatever aniSearch answers to a refresh leaves the tokens as they were, unless it gave new ones', async () => {
  const old: Tokens = {
    accessToken: 'old',
    refreshToken: 'refresh',
    expiresAt: null,
    scopes: [],
    origin: 'https://api.anisearch.com',
  }
  let kept = old
  let answer: Parameters<ServiceCall<unknown>['parse']>[0]
  const renewal = createRenewal({
    oauths: { anisearch: createAnisearchOAuth({ clock }) } as never,
    clientOf: () => ({ id: 'ours', secret: null }),
    realmOf: () =>
      ({
        service: 'anisearch',
        baseUrl: () => 'https://api.anisearch.com/v1/',
        execute: { run: (call: ServiceCall<unknown>) => Promise.resolve(answer).then(call.parse) },
      }) as unknown as Realm,
    onFailed: () => undefined,
  })
  const keeper = createTokenKeeper({
    secrets: {
      read: () => kept,
      write: (_key: string, tokens: Tokens) => void (kept = tokens),
    } as never,
    originOf: () => old.origin,
    renew: renewal.renew,
    revoke: renewal.revoke,
    onRenewed: () => undefined,
    onLost: () => undefined,
  })
  const good = { access_token: 'new', refresh_token: 'next', expires_in: 3600 }

  await fc.assert(
    fc.asyncProperty(hostileAnswers([good]), async (hostile) => {
      kept = old
      answer = hostile
      const renewed = await keeper.bearer.refresh(1, 'old').catch(() => false)
      expect(kept === old).toBe(!renewed)
      expect(kept.accessToken).not.toBe('')
      expect(kept.refreshToken).toEqual(expect.any(String))
    }),
    runs,
  )
})
