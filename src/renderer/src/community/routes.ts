import type { RouteRecordRaw } from 'vue-router'

/** Pages of what people say and do at the service. */
export const communityRoutes: readonly RouteRecordRaw[] = [
  { path: 'feed', name: 'feed', component: () => import('../views/FeedView.vue') },
  {
    path: 'news',
    name: 'news',
    component: () => import('../views/NewsView.vue'),
  },
  { path: 'reviews', name: 'reviews', component: () => import('../views/ReviewsView.vue') },
  { path: 'forum', name: 'forum', component: () => import('../views/ForumView.vue') },
  { path: 'people', name: 'people', component: () => import('../views/PeopleView.vue') },
  { path: 'activity/:id', name: 'activity', component: () => import('../views/ActivityView.vue') },
  { path: 'user/:who', name: 'user', component: () => import('../views/UserView.vue') },
  {
    path: 'review/:kind(anime|manga)/:id',
    name: 'review',
    component: () => import('../views/ReviewView.vue'),
  },
  {
    path: 'write-review/:title',
    name: 'write-review',
    component: () => import('../views/WriteReviewView.vue'),
  },
  { path: 'thread/:id', name: 'thread', component: () => import('../views/ThreadView.vue') },
  {
    path: 'write-thread/:id?',
    name: 'write-thread',
    component: () => import('../views/WriteThreadView.vue'),
  },
]
