import type { BrowseQuery } from '../../../shared/community/browse'
import { favouriteTypes } from '../../../shared/community/favourites'
import type { Page } from '../../../shared/community/paging'
import { AppError } from '../../../shared/failure'
import type { HandlersOf } from '../../../shared/ipc'
import type { Discoverable, DiscoverCalls } from '../../../shared/ipc/discover'
import type { Media } from '../../../shared/media'
import { type Community, communityOf } from '../../providers/community'
import type { Realm } from '../../queue/realm'
import type { Accounts } from '../accounts'
import { ages, type LookedUp, plain, type Question } from '../looked-up'
import { lookInParts } from './in-parts'

interface Options {
  lookedUp: LookedUp
  accounts: Accounts
  realmById: (id: number) => Realm
}

/** Titles on air that one can watch at once; the services give no pages of them. */
const mostOnAir = 50

/** A page is the list itself. */
export function itself<T>(value: Page<T>, each: <I>(list: Page<I>) => Page<I>): Page<T> {
  return each(value)
}

/** Looking for titles at the service of an account. Failures: those of `lookedUp.look`. */
export function createDiscover({ lookedUp, accounts, realmById }: Options) {
  function browse(query: BrowseQuery, page: number): Question<Page<Media>> {
    return {
      name: `browse(${JSON.stringify(query)},${page})`,
      ageMs: ages.hours,
      ...(query.onMyList === null ? { shared: true } : {}),
      ask: (community) =>
        query.text.trim() === '' || community.browseFilters.includes('text')
          ? community.browse(query, page)
          : community.search(query.kind, query.text, page),
    }
  }

  const handlers: HandlersOf<DiscoverCalls> = {
    'discover:able': (accountId) => {
      const community = communityOf(realmById(accounts.need(accountId).realm).provider)
      return community && ableOf(community)
    },
    'discover:browse': (look, query, page) =>
      lookInParts(lookedUp, {
        look,
        page,
        question: (number) => browse(query, number),
        lists: itself,
      }),
    'discover:find': (look, kind, text) =>
      lookedUp.look(look, {
        name: `find(${kind},${text.trim()})`,
        ageMs: ages.hours,
        shared: true,
        ask: (community) => community.search(kind, text, 1),
      }),
    'discover:genres': (look) =>
      lookedUp.look(look, {
        name: 'genres()',
        ageMs: ages.days,
        shared: true,
        ask: (community) => plain(community.genres()),
      }),
    'discover:tags': (look) =>
      lookedUp.look(look, {
        name: 'tags()',
        ageMs: ages.days,
        shared: true,
        ask: ({ tags }) => plain((tags ?? unable)()),
      }),
    'discover:on-air': (look) =>
      lookedUp.look(look, {
        name: 'on-air()',
        ageMs: ages.hours,
        ask: (community, account) => community.onAir(account, mostOnAir),
      }),
  }

  return { handlers }
}

export function unable(): never {
  throw new AppError({ code: 'invalid-input', reason: 'ability-missing' })
}

function ableOf(community: Community): Discoverable {
  return {
    sorts: community.browseSorts,
    filters: community.browseFilters,
    tags: community.tags !== undefined,
    recommendations: community.recommendations !== undefined,
    voices: community.staffWorks.includes('actor'),
    favourites: favouriteTypes.filter((of) =>
      community.canToggle({ type: 'favourite', of, id: 1 }),
    ),
  }
}
