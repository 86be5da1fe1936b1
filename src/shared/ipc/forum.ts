import type { Thread, ThreadFilter, ThreadPage } from '../community/forum'
import type { Page } from '../community/paging'
import type { Look, Looked } from '../looked-up'

/** The forum. Pages begin at 1. Failures: all codes of services. */
export interface ForumCalls {
  'forum:threads': (look: Look, filter: ThreadFilter, page: number) => Looked<Page<Thread>>
  /** A thread with a page of its comments. */
  'forum:thread': (look: Look, id: number, page: number) => Looked<ThreadPage>
}

export const forumCallNames: Record<keyof ForumCalls, true> = {
  'forum:threads': true,
  'forum:thread': true,
}
