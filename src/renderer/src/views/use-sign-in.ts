import { computed, ref, shallowRef, watch } from 'vue'
import { useRoute } from 'vue-router'
import type { Account } from '../../../shared/account'
import { serviceIds, serviceNames, type ServiceId } from '../../../shared/service'
import { signInWays, type SignInRequest, type SignInWay } from '../../../shared/sign-in'
import { useAccountsStore } from '../stores/accounts'
import { useSettingsStore } from '../stores/settings'
import { useSignInStore } from '../stores/sign-in'

/** The page's part of a sign-in: which service, for whom, and how what happens is told. */
export function useSignIn() {
  const route = useRoute()
  const accounts = useAccountsStore()
  const settings = useSettingsStore()
  const signIn = useSignInStore()

  const service = ref<ServiceId>('anilist')
  const wanted = shallowRef<Account | null>(null)
  watch(
    () => route.query['service'],
    (asked) => (service.value = serviceIds.find((each) => each === asked) ?? service.value),
    { immediate: true },
  )

  const lastWays = computed<Readonly<Record<string, SignInWay>>>(() => {
    const kept = settings.settings.views['signInWays']
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(
      Object.entries(kept).flatMap(([name, value]) => {
        const way = signInWays.find((each) => each === value)
        return way ? [[name, way]] : []
      }),
    )
  })

  /** Offers to sign an account in again, where the user can see it. */
  function askAgain(account: Account) {
    wanted.value = account
    service.value = account.service
    document.getElementById('sign-in')?.scrollIntoView({ block: 'nearest' })
  }

  function anew() {
    wanted.value = null
  }

  async function start(request: SignInRequest) {
    await signIn.start(request)
    if (lastWays.value[request.service] === request.way) return
    await settings.remember('signInWays', { ...lastWays.value, [request.service]: request.way })
  }

  const nameOf = (accountId: number | null | undefined) =>
    accounts.accounts.find(({ id }) => id === accountId)?.userName ?? ''

  const progress = computed(() => {
    const { state, refused, setups } = signIn
    const at = state?.service ?? service.value
    const isOther = Boolean(state?.accountId && state.signedInAs !== state.accountId)
    return {
      state,
      refused,
      service: serviceNames[at],
      byHand: setups.find((each) => each.service === at)?.ownRedirect !== '',
      signedInAs: nameOf(state?.signedInAs),
      wanted: isOther ? nameOf(state?.accountId) : null,
    }
  })

  watch(
    () => signIn.state?.phase,
    (phase) => {
      if (phase === 'done') wanted.value = null
    },
  )

  return { signIn, service, wanted, lastWays, progress, askAgain, anew, start }
}
