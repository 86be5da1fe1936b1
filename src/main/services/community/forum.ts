import type { ThreadFilter } from '../../../shared/community/forum'
import type { HandlersOf } from '../../../shared/ipc'
import type { ForumCalls } from '../../../shared/ipc/forum'
import { ages, type LookedUp } from '../looked-up'

/** Threads of the forum and what is said in them. */
export function createForum({ look }: Pick<LookedUp, 'look'>) {
  const handlers: HandlersOf<ForumCalls> = {
    'forum:threads': (asked, filter, page) =>
      look(asked, {
        name: `threads(${nameOf(filter)},${page})`,
        ageMs: ages.minutes,
        ask: (community) => community.threads(filter, page),
      }),
    'forum:thread': (asked, id, page) =>
      look(asked, {
        name: `thread(${id},${page})`,
        ageMs: ages.minutes,
        ask: (community) => community.thread(id, page),
      }),
  }
  return { handlers }
}

/** The same for filters that ask for the same. */
function nameOf(filter: ThreadFilter): string {
  switch (filter.type) {
    case 'search':
      return `search ${filter.text}`
    case 'tagged':
      return `tagged ${[...filter.tags].sort((a, b) => a - b).join(' ')} ${filter.titles.join(' ')}`
    default:
      return filter.type
  }
}
