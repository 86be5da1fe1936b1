import type { Clock } from '../../shared/clock'
import { AppError, toFailure, type FailureCode } from '../../shared/failure'
import type { HandlersOf } from '../../shared/ipc'
import type { LookCalls } from '../../shared/ipc/looks'
import type { Look, Seen } from '../../shared/looked-up'
import type { AnswerName } from '../db/answers'
import { packKey } from '../db/keys'
import type { AllTables } from '../db/tables'
import { type Community, communityOf, type Finding } from '../providers/community'
import type { Found } from '../providers/found'
import type { ServiceCall } from '../providers/provider'
import type { Accounts } from './accounts'
import type { Realms } from './realms'

interface Options {
  tables: Pick<AllTables, 'db' | 'answers' | 'media' | 'pictures'>
  accounts: Pick<Accounts, 'need' | 'rowOf'>
  realms: Pick<Realms, 'byId'>
  clock: Clock
}

/** Something that can be looked up. */
export interface Question<T> {
  /** The call and its arguments: the same name is the same question. Part before the first `(` groups. */
  readonly name: string
  /** For how long an answer is new enough, in ms. */
  readonly ageMs: number
  /** The service answers everybody alike. */
  readonly shared?: true
  /** The request, made when one is needed. Throws `invalid-input` where the service cannot tell. */
  ask(community: Community, account: ReturnType<Accounts['need']>): Finding<T>
}

/** How long answers of a kind are new enough, in ms. */
export const ages = { minutes: 5 * 60_000, hours: 6 * 3_600_000, days: 7 * 86_400_000 } as const

/** What befalls whoever asked, and tells nothing of the thing itself. */
const ofTheAsker: readonly FailureCode[] = ['signed-out', 'scope', 'cancelled']

interface UnderWay {
  /** Whose token the question went out with. */
  readonly asker: number
  readonly answer: Promise<Seen<unknown>>
  readonly tickets: Set<number>
  readonly leave: AbortController
}

export type LookedUp = ReturnType<typeof createLookedUp>

/**
 * The one way by which anything but lists is looked up: what is kept is served with its age, what
 * is past it is asked for at the screen's turn, equal questions share one request, and one that
 * nobody waits for any more is cancelled.
 */
export function createLookedUp({ tables, accounts, realms, clock }: Options) {
  const { db, answers, media, pictures } = tables
  const underWay = new Map<string, UnderWay>()

  /**
   * Answers `null` only when `known` was wanted and nothing is. Failures: all codes of services,
   * `cancelled` when it was left, `invalid-input` (`ability-missing`) where the service has no such thing.
   */
  async function look<T>(
    { accountId, ticket, want }: Look,
    question: Question<T>,
  ): Promise<Seen<T> | null> {
    const account = accounts.need(accountId)
    const { name, ageMs } = question
    const at = { realm: account.realm, account: question.shared ? 0 : account.id, name }
    const kept = answers.read(at, clock.wall())
    const passed = kept ? clock.wall() - kept.askedAt : Infinity
    const seen = kept && {
      value: kept.value as T,
      askedAt: kept.askedAt,
      isFresh: passed >= 0 && passed < ageMs,
    }
    if (want === 'known' || (want === 'fresh' && seen?.isFresh)) return seen
    const id = JSON.stringify(at)
    const running = underWay.get(id)
    if (!running)
      return begin(id, ticket, account.id, (signal) => ask(account, at, question, signal))
    running.tickets.add(ticket)
    try {
      return (await running.answer) as Seen<T>
    } catch (error) {
      // Another account asked in our stead, and its sign-in is no matter of ours.
      const isTheirs = running.asker !== accountId && ofTheAsker.includes(toFailure(error).code)
      if (!isTheirs || !running.tickets.has(ticket)) throw error
      return look({ accountId, ticket, want }, question)
    }
  }

  function begin<T>(
    id: string,
    ticket: number,
    asker: number,
    ask: (signal: AbortSignal) => Promise<Seen<T>>,
  ): Promise<Seen<T>> {
    const leave = new AbortController()
    const answer = ask(leave.signal).finally(() => {
      if (underWay.get(id)?.leave === leave) underWay.delete(id)
    })
    underWay.set(id, { asker, answer, tickets: new Set([ticket]), leave })
    return answer
  }

  async function ask<T>(
    account: ReturnType<Accounts['need']>,
    at: AnswerName,
    question: Question<T>,
    signal: AbortSignal,
  ): Promise<Seen<T>> {
    const realm = realms.byId(account.realm)
    const community = communityOf(realm.provider)
    if (!community) throw new AppError({ code: 'invalid-input', reason: 'ability-missing' })
    const found = await realm.execute.run(question.ask(community, account), {
      priority: 'screen',
      account: account.signedIn ? account.id : null,
      impatient: true,
      signal,
    })
    // Meanwhile the account may have been removed, and all that is known of it with it.
    if (!accounts.rowOf(account.id)) throw new AppError({ code: 'cancelled' })
    const askedAt = clock.wall()
    db.transaction(() => {
      answers.put(at, found.value, askedAt)
      keep(account.realm, found)
    })
    return { value: found.value, askedAt, isFresh: true }
  }

  /** What an answer tells beside itself. */
  function keep(realm: number, found: Pick<Found<unknown>, 'titles' | 'mentioned' | 'pictures'>) {
    for (const each of found.titles) media.put(packKey(realm, each.key), each)
    for (const each of found.mentioned) {
      const key = packKey(realm, each.key)
      if (!media.get(key)) media.put(key, each)
    }
    pictures.putAll(realm, found.pictures, clock.wall())
  }

  const handlers: HandlersOf<LookCalls> = {
    'looks:leave': (ticket) => {
      for (const [id, { tickets, leave }] of underWay) {
        if (!tickets.delete(ticket) || tickets.size > 0) continue
        underWay.delete(id)
        leave.abort()
      }
    },
  }

  return {
    handlers,
    look,
    keep,
    /** What was told under names that begin so is shown with its age and asked for again. */
    outdate(accountId: number, prefix: string) {
      answers.outdate(accounts.need(accountId).realm, accountId, prefix)
    },
  }
}

/** A call whose answer names no titles and no people. */
export function plain<T>(call: ServiceCall<T>): Finding<T> {
  const nothing = { titles: [], mentioned: [], pictures: [] }
  return { ...call, parse: (answer) => ({ value: call.parse(answer), ...nothing }) }
}
