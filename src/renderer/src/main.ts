import './styles/main.css'
import ui from '@nuxt/ui/vue-plugin'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { call, on } from './api'
import App from './App.vue'
import { followZone } from './composables/use-zone'
import { i18n } from './i18n'
import { router } from './router'
import { useAccountsStore } from './stores/accounts'
import { useAppInfoStore } from './stores/app-info'
import { useNoticesStore } from './stores/notices'
import { useQueueStore } from './stores/queue'
import { useSandboxStore } from './stores/sandbox'
import { useSettingsStore } from './stores/settings'
import { useSyncStore } from './stores/sync'

async function start() {
  const app = createApp(App).use(createPinia()).use(i18n)
  const notices = useNoticesStore()
  const needed = [useSettingsStore(), useAccountsStore(), useAppInfoStore()]
  await Promise.all(needed.map((store) => notices.attempt(store.load)))

  app.use(router).use(ui).mount('#app')
  on('app:navigate', (place) => void router.push(place))

  followZone((zone) => void notices.attempt(() => call('airing:zone', zone)))
  const later = [useQueueStore(), useSyncStore(), useSandboxStore(), notices]
  await Promise.all(later.map((store) => notices.attempt(store.load)))
}

void start()
