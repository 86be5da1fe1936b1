import { onScopeDispose } from 'vue'
import type { Post } from '../../../shared/community/post'
import { usePostsStore } from '../stores/posts'

/** Runs `work` when the service took a post that `concerns` what is shown. */
export function usePosted(concerns: (post: Post) => boolean, work: (post: Post) => void) {
  onScopeDispose(
    usePostsStore().onDone((post) => {
      if (concerns(post)) work(post)
    }),
  )
}
