import type { ScheduledEpisode } from '../../../shared/airing'
import {
  addSeasons,
  seasonOfDay,
  type SeasonOfYear,
  type SeasonPart,
  type SeasonTitle,
} from '../../../shared/airing-season'
import { emptyBrowse } from '../../../shared/community/browse'
import type { Airing } from '../../../shared/community/airing'
import type { Clock } from '../../../shared/clock'
import { AppError } from '../../../shared/failure'
import { dayOf } from '../../../shared/fuzzy-date'
import type { Media, TitleKey } from '../../../shared/media'
import type { AccountRow } from '../../db/accounts'
import type { AiringListTable } from '../../db/airing-list'
import { packKey } from '../../db/keys'
import type { MediaTable } from '../../db/media'
import type { Kept, SeasonCache } from '../../db/season-cache'
import { airingCallsOf } from '../../providers/airing'
import { communityOf } from '../../providers/community'
import type { Found } from '../../providers/found'
import type { ServiceCall } from '../../providers/provider'
import type { Realm } from '../../queue/realm'
import { bySoonest } from './week'

interface Options {
  cache: SeasonCache
  media: MediaTable
  list: AiringListTable
  realmOf: (account: AccountRow) => Realm
  need: (accountId: number) => AccountRow
  showsAdult: (account: AccountRow) => boolean
  clock: Clock
}

/** A title of a season as it is kept: its record lies with all others. */
interface KeptTitle {
  readonly key: TitleKey
  /** `null` where the service does not tell. */
  readonly prequels: readonly TitleKey[] | null
}

/** Seasons change slowly, weeks from day to day, in ms. */
const seasonAgeMs = 12 * 3600_000
const weekAgeMs = 6 * 3600_000
/** A part stays far below 256 kB. */
const partSize = 150
const mostParts = 4

export type SeasonBrowser = ReturnType<typeof createSeasonBrowser>

/** What a season brings, and when: asked when looked at, kept for hours, shown when offline. */
export function createSeasonBrowser(options: Options) {
  const { cache, media, list, realmOf, need, showsAdult, clock } = options

  async function fresh<T>(name: string, ageMs: number, ask: () => Promise<T>): Promise<Kept<T>> {
    const kept = cache.read<T>(name)
    const age = kept ? clock.wall() - kept.storedAt : Infinity
    if (kept && age >= 0 && age < ageMs) return kept
    try {
      const value = await ask()
      cache.write(name, value, clock.wall())
      return { storedAt: clock.wall(), value }
    } catch (error) {
      // Something old is better than nothing, and says how old it is.
      if (kept && error instanceof AppError) return kept
      throw error
    }
  }

  function send<T>({ id }: AccountRow, realm: Realm, call: ServiceCall<T>): Promise<T> {
    return realm.execute.run(call, { priority: 'screen', account: id, impatient: true })
  }

  function keep(realm: Realm, { titles, mentioned }: Pick<Found<unknown>, 'titles' | 'mentioned'>) {
    for (const each of titles) media.put(packKey(realm.id, each.key), each)
    for (const each of mentioned) {
      const key = packKey(realm.id, each.key)
      if (!media.get(key)) media.put(key, each)
    }
  }

  /** What is known better otherwise still airs when it was said last. */
  function keepNext(realm: Realm, { key: title, nextEpisode }: Media) {
    const key = packKey(realm.id, title)
    const known = media.get(key)
    if (known && nextEpisode) media.put(key, { ...known, nextEpisode })
  }

  async function titlesOf(account: AccountRow, of: SeasonOfYear): Promise<KeptTitle[]> {
    const realm = realmOf(account)
    const calls = airingCallsOf(realm.provider)
    if (!calls) return browsed(account, realm, of)
    const found: KeptTitle[] = []
    for (let part = 1; part <= mostParts; part += 1) {
      const answer = await send(account, realm, calls.titles(of, part))
      const { value } = answer
      keep(realm, answer)
      found.push(...value.items.map(({ media: { key }, prequels }) => ({ key, prequels })))
      if (!value.hasNext) break
    }
    return found
  }

  async function browsed(account: AccountRow, realm: Realm, { year, season }: SeasonOfYear) {
    const calls = communityOf(realm.provider)
    if (!calls) throw new AppError({ code: 'invalid-input', reason: 'ability-missing' })
    const query = { ...emptyBrowse, kind: 'anime', year, season, whole: true } as const
    const answer = await send(account, realm, calls.browse(query, 1))
    keep(realm, answer)
    for (const each of answer.value.items) keepNext(realm, each)
    return answer.value.items.map(({ key }) => ({ key, prequels: null }))
  }

  function season(account: AccountRow, of: SeasonOfYear) {
    const name = `${realmOf(account).id}-${of.year}-${of.season}`
    return fresh(name, seasonAgeMs, () => titlesOf(account, of))
  }

  function record(account: AccountRow, key: TitleKey): Media | null {
    return media.get(packKey(account.realm, key))
  }

  function toTitle(account: AccountRow, { key, prequels }: KeptTitle): SeasonTitle[] {
    const known = record(account, key)
    if (!known || (known.adult && !showsAdult(account))) return []
    const of = { account: account.id, realm: account.realm }
    const entry = list.entry(of, packKey(account.id, key))
    return [
      {
        ref: { accountId: account.id, title: key },
        titles: known.titles,
        format: known.format,
        status: known.status,
        startDate: known.startDate,
        episodes: known.episodes,
        averageScore: known.averageScore,
        popularity: known.popularity,
        adult: known.adult,
        hasCover: known.hasCover,
        studios: known.studios.slice(0, 2),
        genres: known.genres.slice(0, 5),
        nextEpisode: known.nextEpisode,
        entry: entry && { status: entry.status, progress: entry.progress },
        isNew: prequels && prequels.length === 0,
        isSequelOfMine: (prequels ?? []).some((title) =>
          list.isCompleted(packKey(account.id, title)),
        ),
      },
    ]
  }

  /** Titles of the season that runs, and of the one before, which may not be over. */
  async function around(account: AccountRow): Promise<TitleKey[]> {
    const now = seasonOfDay(dayOf(clock.wall(), 'Asia/Tokyo'))
    const both = await Promise.all([season(account, now), season(account, addSeasons(now, -1))])
    return both.flatMap(({ value }) => value.map(({ key }) => key))
  }

  async function airings(account: AccountRow, fromS: number, untilS: number): Promise<Airing[]> {
    const realm = realmOf(account)
    const calls = airingCallsOf(realm.provider)
    const titles = await around(account)
    const span = { after: fromS - 1, before: untilS }
    if (!calls) return titles.flatMap((title) => nextIn(account, title, fromS, untilS))
    const found: Airing[] = []
    for (let part = 1; part <= mostParts; part += 1) {
      const { items, hasNext } = await send(account, realm, calls.schedules(titles, span, part))
      found.push(...items)
      if (!hasNext) break
    }
    return found
  }

  function nextIn(account: AccountRow, title: TitleKey, fromS: number, untilS: number): Airing[] {
    const next = record(account, title)?.nextEpisode
    const isIn = next && next.airingAt >= fromS && next.airingAt < untilS
    return isIn ? [{ title, ...next }] : []
  }

  function toEpisode(account: AccountRow, airing: Airing): ScheduledEpisode[] {
    const { title, episode, airingAt } = airing
    const known = record(account, title)
    if (!known || (known.adult && !showsAdult(account))) return []
    const of = { account: account.id, realm: account.realm }
    const entry = list.entry(of, packKey(account.id, title))
    return [
      {
        ref: { accountId: account.id, title },
        titles: known.titles,
        hasCover: known.hasCover,
        adult: known.adult,
        status: entry?.status ?? null,
        progress: entry?.progress ?? 0,
        episode,
        total: known.episodes,
        airingAt,
        wasAt: null,
        estimated: false,
        durationMinutes: known.durationMinutes,
        muted: false,
      },
    ]
  }

  return {
    /** Part of a season. Failures: all codes of services, when nothing is kept; `invalid-input` where the service has no seasons. */
    async part(accountId: number, of: SeasonOfYear, offset: number): Promise<SeasonPart> {
      const account = need(accountId)
      const { value, storedAt } = await season(account, of)
      const titles = value.flatMap((title) => toTitle(account, title))
      const next = offset + partSize
      return {
        titles: titles.slice(offset, next),
        next: next < titles.length ? next : null,
        hidden: value.length - titles.length,
        askedAt: storedAt,
      }
    },
    /** All episodes of the season between two moments (Unix s), soonest first. Failures as `part`. */
    async week(accountId: number, fromS: number, untilS: number): Promise<ScheduledEpisode[]> {
      const account = need(accountId)
      const name = `${account.realm}-${fromS}-${untilS}`
      const { value } = await fresh(name, weekAgeMs, () => airings(account, fromS, untilS))
      return value.flatMap((airing) => toEpisode(account, airing)).sort(bySoonest)
    },
  }
}
