import type { HandlersOf, Push } from '../../../shared/ipc'
import type { SocialCalls } from '../../../shared/ipc/social'
import type { Notification } from '../../../shared/community/notification'
import type { MetaTable } from '../../db/meta'
import { communityOf } from '../../providers/community'
import type { Accounts } from '../accounts'
import { ages, type LookedUp, plain } from '../looked-up'
import type { Realms } from '../realms'
import { needed } from './needed'

interface Options {
  lookedUp: Pick<LookedUp, 'look'>
  accounts: Pick<Accounts, 'need'>
  realms: Pick<Realms, 'byId'>
  meta: MetaTable
  push: Push
  /** The whole list is read: titles on it may be no more. */
  readList: (accountId: number) => void
}

/** Always asked: it is about what is new, and asking sets the counter of the service back. */
const never = 0

/** People of a service, what they do, and what one is told of it. */
export function createSocial(options: Options) {
  const { lookedUp, accounts, realms, meta, push } = options
  const { look } = lookedUp

  /** Merged and deleted titles vanish from lists; each such piece of news has the list read once. */
  function honour(accountId: number, news: readonly Notification[]) {
    const name = `honoured-news:${accountId}`
    const gone = news.filter(({ type }) => type === 'media-merged' || type === 'media-deleted')
    const latest = Math.max(...gone.map(({ id }) => id))
    if (gone.length === 0 || latest <= Number(meta.read(name) ?? 0)) return
    meta.write(name, String(latest))
    options.readList(accountId)
  }

  const handlers: HandlersOf<SocialCalls> = {
    'social:abilities': (accountId) => {
      const community = communityOf(realms.byId(accounts.need(accountId).realm).provider)
      return (
        community && {
          likes: community.canToggle({ type: 'like', of: 'activity', id: 1 }),
          activities: community.activity !== undefined,
          recentReviews: community.recentReviews !== undefined,
        }
      )
    },
    'social:user': (asked, who) =>
      look(asked, {
        // A name of digits is nobody's number.
        name: `user(${JSON.stringify(who)})`,
        ageMs: ages.minutes,
        ask: (community, { userId }) => {
          if (who === userId) return community.me()
          return typeof who === 'number' ? community.user(who) : community.userNamed(who)
        },
      }),
    'social:following': (asked, userId, page) =>
      look(asked, {
        name: `following(${userId},${page})`,
        ageMs: ages.minutes,
        ask: (community) => community.following(userId, page),
      }),
    'social:followers': (asked, userId, page) =>
      look(asked, {
        name: `followers(${userId},${page})`,
        ageMs: ages.minutes,
        ask: (community) => community.followers(userId, page),
      }),
    'social:favourites': (asked, userId, page) =>
      look(asked, {
        name: `favourites(${userId},${page})`,
        ageMs: ages.minutes,
        ask: (community) => community.favourites(userId, page),
      }),
    'social:feed': (asked, page) =>
      look(asked, {
        name: `feed(${page})`,
        ageMs: ages.minutes,
        ask: (community) => community.feed(page),
      }),
    'social:activities': (asked, userId, page) =>
      look(asked, {
        name: `activities(${userId},${page})`,
        ageMs: ages.minutes,
        ask: (community) => community.activitiesOf(userId, page),
      }),
    'social:activity': (asked, id) =>
      look(asked, {
        name: `activity(${id})`,
        ageMs: ages.minutes,
        ask: (community) => needed(community.activity)(id),
      }),
    'social:notifications': async (asked, page) => {
      const seen = await look(asked, {
        name: `notifications(${page})`,
        ageMs: never,
        ask: (community) => community.notifications(page, page === 1 ? 'reset' : 'keep'),
      })
      if (seen?.isFresh) {
        honour(asked.accountId, seen.value.items)
        push('social:unread-changed', { accountId: asked.accountId, unread: 0 })
      }
      return seen
    },
    'social:unread': (asked) =>
      look(asked, {
        name: 'unread()',
        ageMs: ages.minutes,
        ask: (community) => plain(community.unreadCount()),
      }),
  }

  return { handlers }
}
