import { expect } from 'vitest'
import { copiedFrom, decideAt } from '../../../support/person'
import type { Desk } from './desk'
import { rowsOf, type SharedRow } from './row'

const exchange = ['oauth.exchange', 'POST auth/access_token'] as const
const page = {
  client: 'oauth.authorizeUrl',
  call: 'GET auth/authorize',
  route: 'GET auth/authorize',
}

function clientOf({ sandbox }: Desk) {
  const { clientId = '', clientSecret = '' } = sandbox.accounts['anilist-v1'] ?? {}
  return { id: clientId, secret: clientSecret }
}

const redirectUri = 'http://127.0.0.1:47823/back'

/** Signs somebody in by code or by pin, the page included. */
async function signIn(desk: Desk, way: 'browser' | 'pin') {
  const { ask, baseUrl, oauth, visited } = desk
  const at = oauth.addressOf(baseUrl, null)
  const client = clientOf(desk)
  const url = oauth.authorizeUrl(at, {
    way,
    clientId: client.id,
    redirectUri,
    state: 'a state',
    challenge: '',
  })
  const target = await decideAt(url)
  visited(page)
  const back = way === 'pin' ? null : new URL(target).searchParams
  expect(back?.get('state') ?? 'a state').toBe('a state')
  const code = back?.get('code') ?? copiedFrom(target)
  const issued = await ask(
    oauth.exchange(at, { way, client, code, redirectUri, verifier: '' }),
    null,
  )
  return { at, client, issued }
}

const signIns: readonly SharedRow[] = [
  ...(['browser', 'pin'] as const).map((way) => ({
    proves: `a sign-in by ${way === 'pin' ? 'pin' : 'code'} gives a token of whom it was`,
    asks: { 'anilist-v1': [['oauth.authorizeUrl', 'GET auth/authorize'] as const, exchange] },
    async run(desk: Desk) {
      const { issued } = await signIn(desk, way)

      const { userId } = await desk.ask(desk.provider.viewer(), issued.accessToken)
      expect(userId).toBe(desk.me)
      expect(issued.refreshToken).not.toBeNull()
      expect(issued.expiresAt).toBeGreaterThan(0)
    },
  })),
  {
    proves: 'a token is renewed, and a renewal without a new refresh token keeps the old one',
    asks: { 'anilist-v1': [exchange, ['oauth.refresh', 'POST auth/access_token']] },
    async run(desk) {
      const { at, client, issued } = await signIn(desk, 'browser')

      const renewed = await desk.ask(desk.oauth.refresh!(at, client, issued.refreshToken!), null)

      expect(renewed.refreshToken).toBeNull()
      const { userId } = await desk.ask(desk.provider.viewer(), renewed.accessToken)
      expect(userId).toBe(desk.me)
    },
  },
  {
    proves: 'a token of nobody reads what everybody may, and nothing of a user',
    asks: { 'anilist-v1': [['oauth.clientCredentials', 'POST auth/access_token']] },
    async run(desk) {
      const { ask, baseUrl, codeOf, community, oauth, provider } = desk
      const at = oauth.addressOf(baseUrl, null)

      const { accessToken } = await ask(oauth.clientCredentials(at, clientOf(desk)), null)

      expect(await ask(community.genres(), accessToken)).toContain('Action')
      expect(await codeOf(provider.viewer(), accessToken)).toBe('signed-out')
    },
  },
]

export const signInRows = rowsOf('sign-in', signIns)
