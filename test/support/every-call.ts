import { emptyBrowse } from '../../src/shared/community/browse'
import type { ToggleTarget } from '../../src/shared/community/favourites'
import { emptyFields } from '../../src/shared/entry'
import { type MediaKind, titleKey } from '../../src/shared/media'
import type { AnilistProvider } from '../../src/main/providers/anilist/anilist'
import type { AnisearchProvider } from '../../src/main/providers/anisearch/anisearch'
import { communityOf } from '../../src/main/providers/community'
import type { ListOwner, Provider, ServiceCall } from '../../src/main/providers/provider'

/** Numbers of things that are there, and of own things that may be changed and removed. */
export interface Things {
  readonly owner: ListOwner
  readonly other: number
  readonly otherName: string
  readonly anime: number
  readonly manga: number
  readonly entryId: number
  readonly activity: number
  readonly reply: number
  readonly thread: number
  readonly comment: number
  readonly reviews: Readonly<Record<MediaKind, number>>
  readonly own: { readonly activity: number; readonly reply: number; readonly thread: number }
}

export interface NamedCall {
  /** The way to the member that makes it: `community.user`. */
  readonly member: string
  readonly call: ServiceCall<unknown>
}

/** Every call that a provider can make, at least once; what removes something comes last. */
export function everyCall(provider: Provider, things: Things): readonly NamedCall[] {
  const named = (
    list: readonly (readonly [member: string, call: ServiceCall<unknown> | undefined])[],
  ) => list.flatMap(([member, call]) => (call ? [{ member, call }] : []))
  return named([
    ...listCalls(provider, things),
    ...communityCalls(provider, things),
    ...ownCalls(provider),
    ['remove', provider.remove(things.owner, titleKey('anime', things.anime), things.entryId)],
  ])
}

type Calls = readonly (readonly [member: string, call: ServiceCall<unknown> | undefined])[]

function listCalls(provider: Provider, { owner, anime, manga, entryId }: Things): Calls {
  const patch = { progress: 1 }
  const full = { ...emptyFields, ...patch }
  const write = (kind: MediaKind, id: number) => {
    return { title: titleKey(kind, id), entryId, patch, full, exists: true }
  }
  const many = [write('anime', anime), write('anime', anime)]
  return [
    ['viewer', provider.viewer()],
    ['listPage', provider.listPage(owner, 'anime', 1, null)],
    ['listPage', provider.listPage(owner, 'manga', 1, null)],
    ['recentPage', provider.recentPage?.(owner, 'anime', 1)],
    ['someEntries.call', provider.someEntries?.call(owner, [titleKey('anime', anime)])],
    ['oneEntry', provider.oneEntry?.(owner, titleKey('anime', anime))],
    ['bareList', provider.bareList?.(owner, 'anime')],
    ['save', provider.save(owner, [write('anime', anime)])],
    ['save', provider.save(owner, [write('manga', manga)])],
    ['save', provider.capabilities.batchSize > 1 ? provider.save(owner, many) : undefined],
    ['saveEqual', provider.saveEqual?.(owner, [write('anime', anime)])],
    ['titlesByMalId.call', provider.titlesByMalId?.call('anime', [1, 2])],
    ['titlesByName.call', provider.titlesByName?.call('anime', ['a', 'b'])],
    ['saveByMalId', provider.saveByMalId?.('anime', 1, full)],
  ]
}

function ownCalls(provider: Provider): Calls {
  const { mediaByMalId } = provider as Partial<AnilistProvider>
  const { database } = provider as Partial<AnisearchProvider>
  return [
    ['mediaByMalId', mediaByMalId?.('anime', [1, 2])],
    ['database.byMalId', database?.byMalId('anime')],
    ['database.titles', database?.titles()],
  ]
}

const text = 'It was good. '.repeat(210)

function communityCalls(provider: Provider, things: Things): Calls {
  const community = communityOf(provider)
  if (community === null) return []
  const { owner, other, otherName, anime, manga, activity, thread, comment, reviews, own } = things
  const me = owner.userId
  const animeKey = titleKey('anime', anime)
  const mangaKey = titleKey('manga', manga)
  const review = {
    id: null,
    title: mangaKey,
    text,
    summary: 'x'.repeat(30),
    private: true,
    score: 8,
  }
  const draft = { id: null, title: 'A thread', text: 'b', tags: [7], titles: [animeKey, mangaKey] }
  const calls: Calls = [
    ['me', community.me()],
    ['user', community.user(other)],
    ['userNamed', community.userNamed(otherName)],
    ['searchUsers', community.searchUsers('a', 1)],
    ['following', community.following(me, 1)],
    ['followers', community.followers(me, 1)],
    ['favourites', community.favourites(me, 1)],
    ['feed', community.feed(1)],
    ['activitiesOf', community.activitiesOf(me, 1)],
    ['activity', community.activity?.(activity)],
    ['postStatus', community.postStatus('hello')],
    ['postMessage', community.postMessage(other, 'hello')],
    ['postReply', community.postReply(activity, 'hello')],
    ['notifications', community.notifications(1, 'keep')],
    ['unreadCount', community.unreadCount()],
    ['series', community.series(animeKey)],
    ['series', community.series(mangaKey)],
    ['seriesPage', community.seriesPage(animeKey)],
    ['seriesPeople', community.seriesPeople(animeKey, 'characters', 1)],
    ['seriesPeople', community.seriesPeople(mangaKey, 'staff', 1)],
    ['recommendations', community.recommendations?.(animeKey, 1)],
    ['airingsOf', community.airingsOf(animeKey)],
    ['onAir', community.onAir(owner, 10)],
    ['browse', community.browse({ ...emptyBrowse, kind: 'anime' }, 1)],
    ['search', community.search('manga', 'a', 1)],
    ['genres', community.genres()],
    ['tags', community.tags?.()],
    ['character', community.character(3)],
    ['characterPage', community.characterPage(3, 1)],
    ['searchCharacters', community.searchCharacters('a', 1)],
    ['staff', community.staff(3, 'actor')],
    ['staffPage', community.staffPage(3, 1)],
    ['searchStaff', community.searchStaff('a', 1, 'staff')],
    ['studio', community.studio(3)],
    ['studioPage', community.studioPage(3, 1)],
    ['searchStudios', community.searchStudios('a', 1)],
    ['review', community.review('anime', reviews.anime)],
    ['reviewsOf', community.reviewsOf(animeKey, 1)],
    ['reviewsBy', community.reviewsBy(other, 1)],
    ['recentReviews', community.recentReviews?.(null, 1)],
    ['rateReview', community.rateReview('anime', reviews.anime, 'up')],
    ['saveReview', community.saveReview(review)],
    ['threads', community.threads({ type: 'recent' }, 1)],
    ['threads', community.threads({ type: 'subscribed' }, 1)],
    ['threads', community.threads({ type: 'tagged', tags: [1, 5], titles: [animeKey] }, 1)],
    ['thread', community.thread(thread, 1)],
    ['saveThread', community.saveThread(draft)],
    [
      'saveComment',
      community.saveComment({ id: null, threadId: thread, replyTo: null, text: 'c' }),
    ],
    ['updateSettings', community.updateSettings?.({ about: 'me' })],
    ...togglesOf(things).flatMap((target): Calls => {
      if (!community.canToggle(target)) return []
      return [
        ['toggleState', community.toggleState(target, me)],
        ['toggle', community.toggle(target, true)],
      ]
    }),
    ['removeCustomList', community.removeCustomList?.('anime', 'Rainy days')],
    ['removeReply', community.removeReply(own.reply)],
    ['removeActivity', community.removeActivity(own.activity)],
    ['removeComment', community.removeComment(comment)],
    ['removeThread', community.removeThread(own.thread)],
    ['removeReview', community.removeReview('manga', reviews.manga)],
  ]
  return calls.map(([member, call]) => [`community.${member}`, call] as const)
}

function togglesOf({ other, anime, manga, activity, reply, thread, comment }: Things) {
  const targets: readonly ToggleTarget[] = [
    { type: 'favourite', of: 'anime', id: anime },
    { type: 'favourite', of: 'manga', id: manga },
    { type: 'favourite', of: 'character', id: 3 },
    { type: 'favourite', of: 'staff', id: 3 },
    { type: 'favourite', of: 'actor', id: 3 },
    { type: 'favourite', of: 'studio', id: 3 },
    { type: 'follow', id: other },
    { type: 'subscription', id: thread },
    { type: 'like', of: 'activity', id: activity },
    { type: 'like', of: 'reply', id: reply },
    { type: 'like', of: 'thread', id: thread },
    { type: 'like', of: 'comment', id: comment },
  ]
  return targets
}
