import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Account } from '../../../shared/account'
import type { ServiceId } from '../../../shared/service'
import { call, on } from '../api'
import { useNoticesStore } from './notices'
import { useSettingsStore } from './settings'

/** A mirror of the accounts; which one is shown stands in the settings. */
export const useAccountsStore = defineStore('accounts', () => {
  const notices = useNoticesStore()
  const settings = useSettingsStore()
  const accounts = shallowRef<readonly Account[]>([])

  const active = computed(
    () =>
      accounts.value.find((account) => account.id === settings.settings.activeAccount) ??
      accounts.value[0] ??
      null,
  )

  async function load() {
    accounts.value = await call('accounts:list')
  }

  /** Opens the sandbox of a service and shows its list; `undefined` when that failed. */
  function tryService(service: ServiceId) {
    return notices.attempt(async () => {
      const account = await call('accounts:try', service)
      await Promise.all([load(), settings.load()])
      return account
    })
  }

  async function open(accountId: number) {
    await notices.attempt(async () => {
      await call('accounts:open', accountId)
      await settings.load()
    })
  }

  async function signOut(accountId: number) {
    await notices.attempt(() => call('accounts:sign-out', accountId))
  }

  async function remove(accountId: number) {
    await notices.attempt(async () => {
      const { savedTo } = await call('accounts:remove', accountId)
      await Promise.all([load(), settings.load()])
      if (savedTo) notices.say({ kind: 'saved-to', path: savedTo })
    })
  }

  on('accounts:changed', (changed) => (accounts.value = changed))

  return { accounts, active, load, tryService, open, signOut, remove }
})
