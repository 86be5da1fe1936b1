import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { toFailure, type Failure } from '../../../shared/failure'
import type { ServiceId } from '../../../shared/service'
import type { Keeping, SignInRequest, SignInSetup, SignInState } from '../../../shared/sign-in'
import { call, on } from '../api'
import { useNoticesStore } from './notices'

/** A mirror of the sign-in under way, of the clients, and of how sign-ins are kept. Knows no secret. */
export const useSignInStore = defineStore('sign-in', () => {
  const notices = useNoticesStore()
  const state = shallowRef<SignInState | null>(null)
  const setups = shallowRef<readonly SignInSetup[]>([])
  const keeping = shallowRef<Keeping | null>(null)
  /** Why the last sign-in could not even begin. */
  const refused = shallowRef<Failure | null>(null)

  const busy = computed(() => ['waiting', 'checking'].includes(state.value?.phase ?? ''))

  async function load() {
    const [now, all, kept] = await Promise.all([
      call('accounts:sign-in-state'),
      call('accounts:setups'),
      call('accounts:keeping'),
    ])
    state.value = now
    setups.value = all
    keeping.value = kept
  }

  async function start(request: SignInRequest) {
    refused.value = null
    try {
      await call('accounts:sign-in', request)
    } catch (error) {
      const failure = toFailure(error)
      if (failure.code !== 'cancelled') refused.value = failure
    }
  }

  async function paste() {
    await notices.attempt(() => call('accounts:paste'))
  }

  /** Gives up what is under way, or puts away how it ended. */
  async function dismiss() {
    refused.value = null
    await notices.attempt(() => call('accounts:cancel-sign-in'))
  }

  async function change(setup: () => Promise<SignInSetup>) {
    await notices.attempt(async () => {
      const changed = await setup()
      const others = setups.value.filter(({ service }) => service !== changed.service)
      setups.value = [...others, changed]
    })
  }
  const setClient = (service: ServiceId, clientId: string, ownRedirect: string) =>
    change(() => call('accounts:set-client', { service, clientId, ownRedirect }))
  const pasteSecret = (service: ServiceId) => change(() => call('accounts:paste-secret', service))
  const forgetSecret = (service: ServiceId) => change(() => call('accounts:forget-secret', service))

  async function openRegistration(service: ServiceId) {
    await notices.attempt(() => call('accounts:open-registration', service))
  }

  async function loadKeeping() {
    keeping.value = await call('accounts:keeping')
  }

  async function allowUnprotected(allowed: boolean) {
    await notices.attempt(async () => {
      keeping.value = await call('accounts:allow-unprotected', allowed)
    })
  }

  on('accounts:sign-in-changed', (now) => (state.value = now))
  // Who is signed in decides whose sign-in ends with the app.
  on('accounts:changed', () => void notices.attempt(loadKeeping))

  return {
    state,
    setups,
    keeping,
    refused,
    busy,
    load,
    start,
    paste,
    dismiss,
    setClient,
    pasteSecret,
    forgetSecret,
    openRegistration,
    allowUnprotected,
  }
})
