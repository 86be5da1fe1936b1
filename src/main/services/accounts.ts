import type { Account } from '../../shared/account'
import type { Clock } from '../../shared/clock'
import { AppError, type Failure } from '../../shared/failure'
import type { Push } from '../../shared/ipc'
import { serviceIds, type ServiceId } from '../../shared/service'
import type { AccountRow, AccountsTable } from '../db/accounts'
import type { Tokens } from '../environment'
import type { Provider, Viewer } from '../providers/provider'
import { sandboxOrigin } from './realms'

interface Options {
  table: AccountsTable
  providers: Readonly<Record<ServiceId, Provider>>
  push: Push
  clock: Pick<Clock, 'wall'>
}

export type Accounts = ReturnType<typeof createAccounts>

/** Who is signed in where. Knows no token. */
export function createAccounts({ table, providers, push, clock }: Options) {
  const rows = new Map(table.all().map((row) => [row.id, row]))

  function toAccount(row: AccountRow): Account {
    const realm = table.realmById(row.realm)
    const { id, userId, userName, options, signedIn, signInEndsAt, syncedAt } = row
    return {
      id,
      service: realm.service,
      userId,
      userName,
      sandbox: realm.origin === sandboxOrigin,
      options,
      capabilities: providers[realm.service].capabilities,
      signedIn,
      signInEndsAt,
      signInRenews: lastsOf(row.realm) !== null,
      syncedAt,
    }
  }

  /** How long a renewed sign-in lasts there, in ms; `null` where that is not known. */
  function lastsOf(realm: number): number | null {
    return providers[table.realmById(realm).service].signInLastsMs ?? null
  }

  /** When a sign-in ends that was renewed just now. */
  function renewedEnd(realm: number): number | null {
    const lasts = lastsOf(realm)
    return lasts === null ? null : clock.wall() + lasts
  }

  function find(id: number): Account | null {
    const row = rows.get(id)
    return row ? toAccount(row) : null
  }

  function update(row: AccountRow) {
    table.update(row)
    rows.set(row.id, row)
    push('accounts:changed', list())
  }

  function list(): Account[] {
    return [...rows.values()]
      .map(toAccount)
      .sort((a, b) => serviceIds.indexOf(a.service) - serviceIds.indexOf(b.service) || a.id - b.id)
  }

  return {
    list,
    find,
    rows: () => [...rows.values()],
    signedIn: () => [...rows.values()].filter((row) => row.signedIn),
    rowOf: (id: number) => rows.get(id) ?? null,
    /** Failure: `gone` for an account that is not there. */
    need(id: number): Account & { realm: number } {
      const row = rows.get(id)
      if (!row) throw new AppError({ code: 'gone', reason: 'no-account' })
      return { ...toAccount(row), realm: row.realm }
    },
    /**
     * The account of whoever signed in. The same person at the same service keeps list and queue;
     * another one gets an account of their own.
     */
    signIn(
      realm: number,
      viewer: Viewer,
      tokens: Pick<Tokens, 'expiresAt' | 'refreshToken'>,
    ): Account {
      const { userId, userName, options } = viewer
      const ends = tokens.refreshToken === null ? tokens.expiresAt : renewedEnd(realm)
      const signInEndsAt = viewer.signInEndsAt ?? ends
      const known = table.ofUser(realm, userId)
      const row = known ?? table.add({ realm, userId, userName, options, signInEndsAt })
      const now = { ...row, userName, options, signedIn: true, signInEndsAt }
      update(now)
      return toAccount(now)
    },
    /** What the service says of the user's settings. */
    learn(id: number, { userName, options }: Viewer) {
      const row = rows.get(id)
      if (!row) return
      const same =
        JSON.stringify([row.userName, row.options]) === JSON.stringify([userName, options])
      if (!same) update({ ...row, userName, options })
    },
    /** The sign-in was renewed: its end moves on. */
    renewed(id: number) {
      const row = rows.get(id)
      if (row) update({ ...row, signInEndsAt: renewedEnd(row.realm) ?? row.signInEndsAt })
    },
    synced(id: number, at: number) {
      const row = rows.get(id)
      if (row) update({ ...row, syncedAt: at })
    },
    signedOut(id: number, _failure: Failure) {
      const row = rows.get(id)
      if (row?.signedIn) update({ ...row, signedIn: false })
    },
    /** There is no token in this run; it may be found again in the next one, so nothing is written down. */
    withoutToken(id: number) {
      const row = rows.get(id)
      if (!row?.signedIn) return
      rows.set(id, { ...row, signedIn: false })
      push('accounts:changed', list())
    },
    remove(id: number) {
      table.remove(id)
      rows.delete(id)
      push('accounts:changed', list())
    },
  }
}
