import type { Account } from '../../src/shared/account'
import type { ListRow } from '../../src/shared/entry'
import type { TitleKey } from '../../src/shared/media'
import type { ServiceId } from '../../src/shared/service'
import type { SignInWay } from '../../src/shared/sign-in'
import type { SignInApp } from './sign-in-app'
import { entryThere } from './there'

/** What is done in and with accounts, again and again in these tests. */
export function createActs(here: () => SignInApp) {
  async function animeOf({ id }: Account): Promise<readonly ListRow[]> {
    return (await here().app.handlers['library:rows'](id, 'anime', null)).rows
  }
  const tokenOf = ({ id }: Account) => here().profile.secrets.get(`account:${id}`)

  return {
    animeOf,
    tokenOf,

    /** Signs in, as the main person or another one, and waits until the list was read. */
    async enter(service: ServiceId, way: SignInWay, user?: number): Promise<Account> {
      await here().register(service)
      const read = here().heard(
        'sync:changed',
        ({ phase, syncedAt }) => phase === 'idle' && syncedAt !== null,
      )
      const state = await here().signIn(service, way, user === undefined ? {} : { user })
      const account = await here().accountOf(state)
      await read
      return account
    },

    async listed({ id }: Account): Promise<Account | undefined> {
      return (await here().app.handlers['accounts:list']()).find((account) => account.id === id)
    },

    /** Changes a title, and tells which. */
    async edit(account: Account, at = 0): Promise<TitleKey> {
      const row = (await animeOf(account))[at]
      if (!row) throw new Error('The list is empty.')
      const { title } = row.entry
      const patch = { notes: `changed ${at}` }
      await here().app.handlers['library:edit']({ accountId: account.id, title }, patch)
      return title
    },

    notesThere: (service: ServiceId, title: TitleKey) => entryThere(here(), service, title)?.notes,

    /** Rows that no service has taken yet, whatever they wait for. */
    async unsent(): Promise<number> {
      const status = await here().app.handlers['queue:status']()
      return status.waiting + status.sending + status.attention + status.conflicts
    },

    nothingWaits: () =>
      here().heard('queue:changed', ({ waiting, sending }) => waiting + sending === 0),

    somebodyOut: () =>
      here().heard('accounts:changed', (accounts) => accounts.some(({ signedIn }) => !signedIn)),

    /** Ends the access token, and whatever could renew it. */
    endSignIn(service: ServiceId, account: Account) {
      here().sandbox.control.expireTokens(service)
      const tokens = tokenOf(account)
      if (!tokens?.refreshToken) return
      const dead = { ...tokens, refreshToken: 'taken-back' }
      here().profile.secrets.set(`account:${account.id}`, dead)
    },
  }
}
