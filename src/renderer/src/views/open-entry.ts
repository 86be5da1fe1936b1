import type { RouteLocationNormalized, RouteLocationRaw } from 'vue-router'
import { kindOf } from '../../../shared/media'
import { pathOf } from '../library/place'
import { readTitleKey } from '../library/title-key'
import { useAccountsStore } from '../stores/accounts'
import { useLibraryStore } from '../stores/library'

/**
 * Where `/open/ACCOUNT/TITLE` leads, which tray and notifications ask for: to the entry in its list,
 * after the account that it belongs to was opened. What is on no list is spoken of where it was said.
 */
export async function openEntry({ params }: RouteLocationNormalized): Promise<RouteLocationRaw> {
  const accounts = useAccountsStore()
  const accountId = Number(params.account)
  const title = readTitleKey(params.title)
  if (!title || !accounts.accounts.some(({ id }) => id === accountId)) return '/'
  if (accounts.active?.id !== accountId) await accounts.open(accountId)
  const row = await useLibraryStore().ask({ accountId, title })
  if (!row) return { name: 'notifications' }
  const tab = { type: 'status', status: row.entry.status } as const
  return { path: pathOf({ kind: kindOf(title), tab }), query: { entry: title } }
}
