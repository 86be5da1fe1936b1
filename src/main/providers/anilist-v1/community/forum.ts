import type { ThreadFilter } from '../../../../shared/community/forum'
import { idOf, kindOf, type MediaKind, type TitleKey } from '../../../../shared/media'
import type { ForumCalls } from '../../community'
import { partsOf } from '../../lenient'
import { idIn } from '../../reading'
import { written } from '../../written'
import type { FormValue, Request } from '../call'
import { readThreadPage, toComment, toThread } from '../read/forum'
import { numberedPage, readRows } from '../read/rows'
import { type Ask, pathPart } from './ask'

/** The forum. The paths are right where the document's headings are not (docs/services.md, "AniList v1: words of people"). */
export function createForumCalls({ find, change, send }: Ask): ForumCalls {
  return {
    threads: (filter, page) =>
      find({ ...feedOf(filter, page) }, (body, into) => {
        const rows = Array.isArray(body) ? body : partsOf(body)['data']
        return numberedPage(
          readRows(rows, 'threads', (row) => toThread(row, into)),
          partsOf(body),
        )
      }),
    thread: (id, page) =>
      find(
        {
          name: 'GET forum/thread/{id}',
          path: `forum/thread/${id}`,
          query: page === 1 ? {} : { page },
        },
        readThreadPage,
      ),
    saveThread: ({ id, title, text, tags, titles }) => {
      const method = id === null ? 'POST' : 'PUT'
      return change(
        {
          name: `${method} forum/thread`,
          method,
          path: 'forum/thread',
          form: {
            id,
            title: written(title),
            body: written(text),
            tags: tags.join(','),
            tags_anime: numbersOf(titles, 'anime'),
            tags_manga: numbersOf(titles, 'manga'),
          },
        },
        toThread,
      )
    },
    removeThread: (id) =>
      send({
        name: 'DELETE forum/thread/{thread_id}',
        method: 'DELETE',
        path: `forum/thread/${id}`,
      }),
    saveComment: ({ id, threadId, replyTo, text }) => {
      const method = id === null ? 'POST' : 'PUT'
      const comment = written(text)
      return change(
        {
          name: `${method} forum/comment`,
          method,
          path: 'forum/comment',
          form: id === null ? { thread_id: threadId, comment, reply_id: replyTo } : { id, comment },
        },
        (answer, into) => {
          const parentId = idIn(answer, 'parent_id')
          return toComment(answer, { parentId, depth: parentId === null ? 0 : 1 }, into)
        },
      )
    },
    removeComment: (id) =>
      send({
        name: 'DELETE forum/comment/{comment_id}',
        method: 'DELETE',
        path: `forum/comment/${id}`,
      }),
  }
}

/** Where the threads of a feed are to be had. */
function feedOf(
  filter: ThreadFilter,
  page: number,
): Pick<Request<never>, 'name' | 'path' | 'query' | 'needsUser' | 'isSearch'> {
  switch (filter.type) {
    case 'recent':
    case 'new':
      return { name: `GET forum/${filter.type}`, path: `forum/${filter.type}`, query: { page } }
    case 'subscribed':
      return {
        name: 'GET forum/subscribed',
        path: 'forum/subscribed',
        query: { page },
        needsUser: true,
      }
    case 'tagged': {
      const tags: Readonly<Record<string, FormValue>> = {
        tags: filter.tags.join(','),
        anime: numbersOf(filter.titles, 'anime'),
        manga: numbersOf(filter.titles, 'manga'),
      }
      return { name: 'GET forum/tag', path: 'forum/tag', query: { ...tags, page } }
    }
    case 'search': {
      const path = `forum/search/${pathPart(filter.text)}`
      const query = page === 1 ? {} : { page }
      return { name: 'GET forum/search/{query}', path, query, isSearch: true }
    }
  }
}

function numbersOf(titles: readonly TitleKey[], kind: MediaKind): string {
  return titles
    .filter((title) => kindOf(title) === kind)
    .map(idOf)
    .join(',')
}
