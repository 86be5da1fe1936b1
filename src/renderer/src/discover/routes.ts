import type { RouteRecordRaw } from 'vue-router'

/** Pages of what a service has beside lists: titles and the people behind them. */
export const discoverRoutes: readonly RouteRecordRaw[] = [
  { path: 'discover', name: 'discover', component: () => import('../views/DiscoverView.vue') },
  {
    path: 'series/:kind(anime|manga)/:id([1-9]\\d*)',
    name: 'series',
    component: () => import('../views/SeriesView.vue'),
  },
  {
    path: 'character/:id([1-9]\\d*)',
    name: 'character',
    component: () => import('../views/CharacterView.vue'),
  },
  {
    path: 'staff/:id([1-9]\\d*)',
    name: 'staff',
    component: () => import('../views/StaffView.vue'),
  },
  {
    path: 'studio/:id([1-9]\\d*)',
    name: 'studio',
    component: () => import('../views/StudioView.vue'),
  },
]
