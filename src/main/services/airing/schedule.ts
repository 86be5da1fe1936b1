import type { EpisodeRow, EpisodesTable } from '../../db/airing-episodes'
import type { NextEpisode } from '../../../shared/media'
import type { Shows } from './shows'

/** How good a source is: told episode by episode, told of the next one only, or worked out. */
export const ranks = { schedule: 3, next: 2, broadcast: 1 } as const
export type Rank = (typeof ranks)[keyof typeof ranks]

/** What a source said about some shows. */
export interface ScheduleNews {
  /** The number of the question; rises with each question, also over restarts. */
  readonly asked: number
  readonly rank: Rank
  readonly shows: readonly number[]
  /** The span (Unix s) in which nothing is missing; equal ends for none. */
  readonly fromS: number
  readonly untilS: number
  readonly episodes: readonly ToldEpisode[]
}

export interface ToldEpisode {
  readonly show: number
  readonly episode: number
  /** Unix s. */
  readonly airingAt: number
}

/** An episode whose time changed; `null` is "put off". */
export interface Move {
  readonly show: number
  readonly episode: number
  readonly was: number
  readonly now: number | null
}

/** Changes by less are corrections, not news. */
const leastMoveS = 5 * 60
/** What aired longer ago is of no use any more. */
const keepS = 90 * 24 * 3600

export type Schedule = ReturnType<typeof createSchedule>

/** When episodes air: kept on disk, held in memory, never led back by an old answer. */
export function createSchedule(table: EpisodesTable, shows: Shows, nowS: () => number) {
  const byShow = new Map<number, Map<number, EpisodeRow>>()
  read()

  function read() {
    byShow.clear()
    table.removeBefore(nowS() - keepS)
    for (const row of table.from(0)) hold(row)
  }

  function hold(row: EpisodeRow) {
    const episodes = byShow.get(row.show) ?? new Map<number, EpisodeRow>()
    byShow.set(row.show, episodes.set(row.episode, row))
  }

  function put(row: EpisodeRow) {
    table.put(row)
    hold(row)
  }

  function learnShow(show: number, news: ScheduleNews, told: ReadonlyMap<number, number>): Move[] {
    const known = shows.get(show)
    if (known.rank <= news.rank && news.asked < known.asked) return []
    const coveredUntil = known.rank > news.rank ? known.coveredUntil : 0
    const isCovered = coveredUntil > nowS()
    // Of the one episode that it names a service knows no less when asked for no more.
    const isNewer = !isGuess(news.rank) && news.asked > known.asked
    const moves: Move[] = []
    for (const [episode, airingAt] of told) {
      const isBetterKnown = airingAt <= coveredUntil || byShow.get(show)?.has(episode)
      if (isCovered && isBetterKnown && !isNewer) continue
      moves.push(...learnEpisode({ show, episode, airingAt }, news))
    }
    if (isCovered) return moves
    if (news.untilS > news.fromS) moves.push(...putOff(show, news, told))
    const { rank, asked, untilS } = news
    if (rank !== known.rank || asked !== known.asked || untilS !== known.coveredUntil) {
      shows.put({ ...known, rank, asked, coveredUntil: untilS })
    }
    return moves
  }

  function learnEpisode(told: ToldEpisode, { rank: newRank, asked }: ScheduleNews): Move[] {
    const { show, episode, airingAt } = told
    const old = byShow.get(show)?.get(episode)
    if (!old) {
      put({ show, episode, airingAt, wasAt: null, rank: newRank, asked })
      return []
    }
    if (old.asked > asked) return []
    const rank = isGuess(newRank) ? newRank : Math.max(old.rank, newRank)
    if (old.asked === asked && old.rank === rank && old.airingAt === airingAt) return []
    const wasAt = old.airingAt === airingAt ? old.wasAt : (old.airingAt ?? old.wasAt)
    put({ show, episode, airingAt, wasAt, rank, asked })
    return isGuess(old.rank) === isGuess(rank) ? moveOf(old, airingAt) : []
  }

  /** What was to air within the span and is not spoken of any more. */
  function putOff(show: number, news: ScheduleNews, told: ReadonlyMap<number, number>): Move[] {
    return [...(byShow.get(show)?.values() ?? [])].flatMap((old) => {
      const { episode, airingAt } = old
      if (told.has(episode) || airingAt === null || old.asked > news.asked) return []
      if (airingAt < news.fromS || airingAt >= news.untilS) return []
      // A guess that turned out wrong is forgotten.
      if (old.rank < news.rank) {
        table.remove(show, episode)
        byShow.get(show)?.delete(episode)
        return []
      }
      put({ ...old, airingAt: null, wasAt: airingAt, asked: news.asked })
      return moveOf(old, null)
    })
  }

  return {
    /** Takes an answer in; one that is older than what is known changes nothing. To be run in a transaction. */
    learn(news: ScheduleNews): readonly Move[] {
      const told = new Map(news.shows.map((show) => [show, new Map<number, number>()]))
      for (const { show, episode, airingAt } of news.episodes) {
        told.get(show)?.set(episode, airingAt)
      }
      return [...told].flatMap(([show, episodes]) => learnShow(show, news, episodes))
    },
    /** Reads everything anew: names were joined, or a transaction was taken back. */
    read,
    of: (show: number): Iterable<EpisodeRow> => byShow.get(show)?.values() ?? [],
    get: (show: number, episode: number) => byShow.get(show)?.get(episode) ?? null,
    /**
     * The next episode of a show, or the last one when all that are known have aired, so that one
     * can tell what is out; `null` when nothing is known. `atS` in Unix s.
     */
    next(show: number, atS: number): NextEpisode | null {
      let next: NextEpisode | null = null
      let last: NextEpisode | null = null
      for (const { episode, airingAt } of byShow.get(show)?.values() ?? []) {
        if (airingAt === null) continue
        if (airingAt > atS && isSooner(airingAt, episode, next)) next = { episode, airingAt }
        if (airingAt <= atS && episode > (last?.episode ?? 0)) last = { episode, airingAt }
      }
      return next ?? last
    },
  }
}

/** Worked out, not told by anybody who knows: that it turns out otherwise is no news. */
function isGuess(rank: number): boolean {
  return rank === ranks.broadcast
}

function isSooner(airingAt: number, episode: number, than: NextEpisode | null) {
  if (!than || airingAt < than.airingAt) return true
  return airingAt === than.airingAt && episode < than.episode
}

function moveOf({ show, episode, airingAt: was }: EpisodeRow, now: number | null): Move[] {
  if (was === null || (now !== null && Math.abs(now - was) < leastMoveS)) return []
  return [{ show, episode, was, now }]
}
