import type { Account } from '../../shared/account'
import { AppError } from '../../shared/failure'
import type { HandlersOf } from '../../shared/ipc'
import type { CustomListCalls } from '../../shared/ipc/accounts'
import { mediaKinds, type MediaKind } from '../../shared/media'
import { communityOf } from '../providers/community'
import type { Realm } from '../queue/realm'
import type { Accounts } from './accounts'

interface Options {
  accounts: Accounts
  realmOf: (realm: number) => Realm
  /** Entries were taken off a custom list at the service: the list is to be read again. */
  onRemoved: (accountId: number) => void
}

/** Names of custom lists that are wanted, of each kind. */
export type ListNames = Readonly<Partial<Record<MediaKind, readonly string[]>>>

export type CustomLists = ReturnType<typeof createCustomLists>

/** Makes and removes custom lists at the services that let us. */
export function createCustomLists({ accounts, realmOf, onRemoved }: Options) {
  /**
   * Makes the lists that are missing, in one request for both kinds; none when none is missing.
   * The service takes all names at once, so they are read first: one made elsewhere would be lost.
   * Failures: all codes of services, `invalid-input` with the reason `ability-missing`.
   */
  async function create(accountId: number, names: ListNames): Promise<Account> {
    const { calls, ask, learn } = deskOf(accountId)
    const update = calls.updateSettings
    if (!update) throw new AppError(cannot)
    const { options } = await learn()
    const wanted = missing(options.customLists, names)
    if (Object.keys(wanted).length === 0) return now(accountId)
    await ask(update({ customLists: wanted }))
    await learn()
    return now(accountId)
  }

  /** Failures: all codes of services, `gone` for a list that is not there, `invalid-input`. */
  async function remove(accountId: number, kind: MediaKind, name: string): Promise<Account> {
    const { calls, ask, learn } = deskOf(accountId)
    if (!calls.removeCustomList) throw new AppError(cannot)
    await ask(calls.removeCustomList(kind, name))
    await learn()
    onRemoved(accountId)
    return now(accountId)
  }

  /** As the window knows it; it may have been removed meanwhile. */
  function now(accountId: number): Account {
    const account = accounts.find(accountId)
    if (!account) throw new AppError({ code: 'gone', reason: 'no-account' })
    return account
  }

  function deskOf(accountId: number) {
    const account = accounts.need(accountId)
    const { provider, execute } = realmOf(account.realm)
    const calls = communityOf(provider)
    if (!calls || !account.capabilities.createsCustomLists) throw new AppError(cannot)
    const at = { priority: 'screen', account: accountId, impatient: true } as const
    return {
      calls,
      ask: <T>(call: Parameters<typeof execute.run<T>>[0]) => execute.run(call, at),
      async learn() {
        const viewer = await execute.run(provider.viewer(), at)
        accounts.learn(accountId, viewer)
        return viewer
      },
    }
  }

  const handlers: HandlersOf<CustomListCalls> = {
    'accounts:create-lists': create,
    'accounts:remove-list': remove,
  }

  return { handlers, create }
}

const cannot = { code: 'invalid-input', reason: 'ability-missing' } as const

/** For each kind that lacks some, all its names as they shall be: those there first, in their order. */
export function missing(there: Readonly<Record<MediaKind, readonly string[]>>, names: ListNames) {
  const all: Partial<Record<MediaKind, readonly string[]>> = {}
  for (const kind of mediaKinds) {
    const known = new Set(there[kind])
    const added = [...new Set(names[kind] ?? [])].filter((name) => !known.has(name))
    if (added.length > 0) all[kind] = [...there[kind], ...added]
  }
  return all
}
