import type { Thread, ThreadFilter } from '../../../../shared/community/forum'
import { idOf } from '../../../../shared/media'
import type { ForumCalls } from '../../community'
import type { Gathering } from '../../found'
import { partsOf } from '../../lenient'
import { needed, type Parts, textIn } from '../../reading'
import { written } from '../../written'
import {
  deleteThreadCommentDocument,
  deleteThreadDocument,
  saveThreadCommentDocument,
  saveThreadDocument,
  threadDocument,
  threadsDocument,
} from '../documents/forum'
import { toComment, toComments, toThread } from '../read/forum'
import { readPage } from '../read/page'
import { textLimits } from '../text-limits'
import { type Ask, perConnection } from './ask'

/** The forum: threads and what is said in them. */
export function createForumCalls({ find, page, change, remove }: Ask): ForumCalls {
  return {
    threads: (filter, number) =>
      page(
        {
          name: 'Page.threads',
          field: 'threads',
          document: threadsDocument,
          ...(filter.type === 'subscribed' ? { needsUser: true } : {}),
        },
        { page: number, perPage: perConnection, ...threadVariables(filter) },
        (raw, into) => fitting(toThread(raw, into), filter),
      ),
    thread: (id, number) =>
      find(
        { name: 'Thread', document: threadDocument },
        { id, page: number, perPage: perConnection },
        (data, into) => {
          const raw = partsOf(data['Thread'])
          const roots = readPage(data, 'threadComments', (root) => root)
          return {
            thread: needed(toThread(raw, into), 'Thread'),
            text: textIn(raw, 'body'),
            comments: { ...roots, items: toComments(roots.items, into) },
          }
        },
      ),
    saveThread: ({ id, title, text, tags, titles }) =>
      change(
        'SaveThread',
        saveThreadDocument,
        {
          ...(id === null ? {} : { id }),
          title: written(title, textLimits.threadTitle),
          body: written(text, textLimits.thread),
          categories: tags,
          mediaCategories: titles.map(idOf),
        },
        toThread,
      ),
    removeThread: (id) => remove('DeleteThread', deleteThreadDocument, { id }),
    saveComment: ({ id, threadId, replyTo, text }) =>
      change(
        'SaveThreadComment',
        saveThreadCommentDocument,
        {
          ...(id === null ? { threadId } : { id }),
          ...(replyTo === null || id !== null ? {} : { parentCommentId: replyTo }),
          comment: written(text, textLimits.comment),
        },
        (raw, into) => ownComment(raw, replyTo, into),
      ),
    removeComment: (id) => remove('DeleteThreadComment', deleteThreadCommentDocument, { id }),
  }
}

/** The answer does not say what a comment answers, so how deep it stands is only known of roots. */
function ownComment(raw: Parts, parentId: number | null, into: Gathering) {
  return toComment(raw, { parentId, depth: parentId === null ? 0 : 1 }, into)
}

/** AniList narrows by one tag and one title; the others are looked for in the answer. */
function threadVariables(filter: ThreadFilter): Parts {
  switch (filter.type) {
    case 'recent':
      return { sort: ['IS_STICKY', 'REPLIED_AT_DESC'] }
    case 'new':
      return { sort: ['ID_DESC'] }
    case 'subscribed':
      return { subscribed: true, sort: ['REPLIED_AT_DESC'] }
    case 'search':
      return { search: filter.text, sort: ['SEARCH_MATCH'] }
    case 'tagged': {
      const [tag] = filter.tags
      const [title] = filter.titles
      return {
        ...(tag === undefined ? {} : { categoryId: tag }),
        ...(title === undefined ? {} : { mediaCategoryId: idOf(title) }),
        sort: ['REPLIED_AT_DESC'],
      }
    }
  }
}

function fitting(thread: Thread | null, filter: ThreadFilter): Thread | null {
  if (thread === null || filter.type !== 'tagged') return thread
  const tags = thread.tags.map(({ id }) => id)
  const titles = thread.media.map(({ key }) => key)
  const fits =
    filter.tags.every((tag) => tags.includes(tag)) &&
    filter.titles.every((title) => titles.includes(title))
  return fits ? thread : null
}
