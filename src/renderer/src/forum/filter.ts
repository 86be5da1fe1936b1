import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { ThreadFilter } from '../../../shared/community/forum'
import { readTitleKey } from '../library/title-key'

/** What an address says of which threads are shown; the latest ones where it says nothing. */
export function filterFrom(query: LocationQuery): ThreadFilter {
  const { feed, q, tags, title } = query
  if (typeof q === 'string' && q.trim() !== '') return { type: 'search', text: q.trim() }
  const numbers = typeof tags === 'string' ? tags.split(',').map(Number) : []
  const chosen = numbers.filter((tag) => Number.isInteger(tag) && tag > 0)
  const key = readTitleKey(title)
  if (chosen.length > 0 || key) return { type: 'tagged', tags: chosen, titles: key ? [key] : [] }
  return feed === 'new' || feed === 'subscribed' ? { type: feed } : { type: 'recent' }
}

/** The same as part of an address. */
export function queryOf(filter: ThreadFilter): LocationQueryRaw {
  switch (filter.type) {
    case 'search':
      return { q: filter.text }
    case 'tagged': {
      const [title] = filter.titles
      return {
        ...(filter.tags.length > 0 ? { tags: filter.tags.join(',') } : {}),
        ...(title ? { title } : {}),
      }
    }
    case 'recent':
      return {}
    default:
      return { feed: filter.type }
  }
}
