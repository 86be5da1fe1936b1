import { mediaKinds } from '../../../shared/media'
import { useAccountsStore } from '../stores/accounts'
import { useLibraryStore } from '../stores/library'

/** Reads the lists of the account that is shown, where that was not done yet. */
export function useWholeLists() {
  const library = useLibraryStore()
  const accounts = useAccountsStore()

  return async () => {
    const account = accounts.active
    if (!account) return
    if (library.accountId !== account.id) library.reset(account.id)
    for (const kind of mediaKinds) if (!library.lists[kind]) await library.read(kind)
  }
}
