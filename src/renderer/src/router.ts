import { createRouter, createWebHashHistory, type RouteLocationNormalized } from 'vue-router'
import { communityRoutes } from './community/routes'
import { lastPlace } from './library/place'
import { useAccountsStore } from './stores/accounts'
import { useSettingsStore } from './stores/settings'
import { discoverRoutes } from './discover/routes'
import LibraryView from './views/LibraryView.vue'
import { openEntry } from './views/open-entry'
import ShellView from './views/ShellView.vue'

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'start', redirect: () => lastPlace(useSettingsStore().settings.views) },
    { path: '/welcome', name: 'welcome', component: () => import('./views/WelcomeView.vue') },
    {
      path: '/',
      component: ShellView,
      children: [
        {
          path: 'library/:kind(anime|manga)/:type(status|custom|all|smart)/:name?',
          name: 'library',
          component: LibraryView,
        },
        { path: 'week', name: 'week', component: () => import('./views/WeekView.vue') },
        { path: 'season', name: 'season', component: () => import('./views/SeasonView.vue') },
        {
          path: 'notifications',
          name: 'notifications',
          component: () => import('./views/NotificationsView.vue'),
        },
        ...discoverRoutes,
        { path: 'queue', name: 'queue', component: () => import('./views/QueueView.vue') },
        {
          path: 'statistics',
          name: 'statistics',
          component: () => import('./views/StatisticsView.vue'),
        },
        { path: 'history', name: 'history', component: () => import('./views/HistoryView.vue') },
        ...communityRoutes,
        { path: 'settings', name: 'settings', component: () => import('./views/SettingsView.vue') },
        { path: 'accounts', name: 'accounts', component: () => import('./views/AccountsView.vue') },
        { path: 'backup', name: 'backup', component: () => import('./views/BackupView.vue') },
        { path: 'about', name: 'about', component: () => import('./views/AboutView.vue') },
      ],
    },
    {
      path: '/open/:account(\\d+)/:title',
      name: 'open',
      component: ShellView,
      beforeEnter: openEntry,
    },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})

/** Without an account there is no list to show. */
router.beforeEach((to: RouteLocationNormalized) => {
  const needsAccount = to.name === 'library'
  return needsAccount && !useAccountsStore().active ? { name: 'welcome' } : true
})
