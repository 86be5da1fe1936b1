import { emptyBrowse } from '../../../shared/community/browse'
import { toFailure } from '../../../shared/failure'
import type { TitleKey } from '../../../shared/media'
import { airingCallsOf, type Span } from '../../providers/airing'
import { communityOf } from '../../providers/community'
import type { ListOwner, MediaRecord, ServiceCall } from '../../providers/provider'
import type { Budget } from './budget'
import type { AiringCore } from './core'
import type { Group } from './refresh-groups'
import { ranks } from './schedule'
import type { FollowedEntry } from './tracking'

/** Far more than anybody can watch. */
const mostParts = 5
/** More than anybody watches at once. */
const mostWatched = 500
/** For how long a schedule of a single title counts as complete, in s. */
const coveredS = 3 * 24 * 3600

interface Options {
  core: AiringCore<FollowedEntry>
  budget: Budget
  nowS: () => number
  /** Whose list an account is; `null` when it is gone. */
  ownerOf: (account: number) => ListOwner | null
}

/** Asks services when episodes air, and takes in what they say. Failures: all codes of services. */
export function createAskAiring({ core, budget, nowS, ownerOf }: Options) {
  /** Sends a call of this group; its number is drawn when it leaves. */
  async function send<T>(
    { realm, account }: Pick<Group, 'realm' | 'account'>,
    call: ServiceCall<T>,
  ) {
    let asked = 0
    const choose = () => {
      asked = core.ask()
      return call
    }
    const priority = { priority: 'airing', account, impatient: true } as const
    try {
      const answer = (await realm.execute.atTurn(call.bucket, choose, priority)) as T
      budget.spend(realm.id)
      return { asked, answer }
    } catch (error) {
      if (mayHaveArrived(error)) budget.spend(realm.id)
      throw error
    }
  }

  /** Everything within the span, page by page; taken in as one answer. */
  async function schedules(group: Group, span: Span): Promise<void> {
    const calls = airingCallsOf(group.realm.provider)
    if (!calls) return
    const titles = [...group.titles.keys()]
    const episodes: { show: number; episode: number; airingAt: number }[] = []
    let first = 0
    for (let part = 1; part <= mostParts; part += 1) {
      const { asked, answer } = await send(group, calls.schedules(titles, span, part))
      first ||= asked
      for (const { title, episode, airingAt } of answer.items) {
        const show = group.titles.get(title)
        if (show !== undefined) episodes.push({ show, episode, airingAt })
      }
      if (!answer.hasNext) break
    }
    core.learn({
      asked: first,
      rank: ranks.schedule,
      shows: [...new Set(group.titles.values())],
      fromS: span.after + 1,
      untilS: span.before,
      episodes,
    })
  }

  /** Who alone watches what is asked about; `null` for nobody or several. */
  function onlyOwner({ realm, account }: Group): ListOwner | null {
    if (account === null) return null
    const own = [...core.followers.all()].filter((entry) => entry.realm === realm.id)
    return own.every((entry) => entry.account === account) ? ownerOf(account) : null
  }

  /**
   * The next episode of all that airs at present: once a day of everything, in between only of what
   * the one account here watches, which is a far smaller answer.
   */
  async function onAir(group: Group, isDaily: boolean): Promise<void> {
    const calls = communityOf(group.realm.provider)
    if (!calls) return
    const owner = isDaily ? null : onlyOwner(group)
    if (owner) {
      const { asked, answer } = await send(group, calls.onAir(owner, mostWatched))
      return learnNext(
        group,
        asked,
        answer.value.map(({ media }) => media),
      )
    }
    const query = { ...emptyBrowse, kind: 'anime', status: 'releasing', whole: true } as const
    const { asked, answer } = await send(group, calls.browse(query, 1))
    learnNext(group, asked, answer.value.items)
    const missing = [...group.titles].filter(
      ([title]) => !answer.value.items.some(({ key }) => key === title),
    )
    if (isDaily) await one(group, missing)
  }

  /** What does not air yet, or not any more, is asked about one by one: the longest unasked, one a day. */
  async function one(group: Group, among: readonly (readonly [TitleKey, number])[]) {
    const calls = communityOf(group.realm.provider)
    const askedFor = ([, show]: readonly [TitleKey, number]) => core.shows.get(show).asked
    const [title, show] = among.toSorted((a, b) => askedFor(a) - askedFor(b))[0] ?? []
    if (!calls || title === undefined || show === undefined) return
    const { asked, answer } = await send(group, calls.airingsOf(title))
    core.learn({
      asked,
      rank: ranks.schedule,
      shows: [show],
      fromS: 0,
      untilS: nowS() + coveredS,
      episodes: answer.map(({ episode, airingAt }) => ({ show, episode, airingAt })),
    })
  }

  function learnNext(
    group: Group,
    asked: number,
    items: readonly Pick<MediaRecord, 'key' | 'nextEpisode'>[],
  ) {
    const told = new Map<TitleKey, number>()
    const episodes = items.flatMap(({ key, nextEpisode }) => {
      const show = group.titles.get(key)
      if (show === undefined) return []
      told.set(key, show)
      return nextEpisode ? [{ show, ...nextEpisode }] : []
    })
    core.learn({
      asked,
      rank: ranks.next,
      shows: [...new Set(told.values())],
      fromS: 0,
      untilS: 0,
      episodes,
    })
  }

  return {
    send,
    /** A daily look asks for more than one in between. */
    run: (group: Group, span: Span, isDaily: boolean) =>
      group.way === 'schedules' ? schedules(group, span) : onAir(group, isDaily),
  }
}

/** What never left was asked of nobody. */
export function mayHaveArrived(error: unknown): boolean {
  const { code } = toFailure(error)
  return code !== 'offline' && code !== 'cancelled' && code !== 'signed-out'
}

export type AskAiring = ReturnType<typeof createAskAiring>
