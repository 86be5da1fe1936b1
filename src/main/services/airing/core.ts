import type { AiringSettings } from '../../../shared/airing-settings'
import type { Clock } from '../../../shared/clock'
import type { EntryRef } from '../../../shared/entry'
import { createEpisodesTable } from '../../db/airing-episodes'
import { createNoticesTable } from '../../db/airing-notices'
import { createShowsTable } from '../../db/airing-shows'
import type { Database } from '../../db/database'
import { createMetaTable } from '../../db/meta'
import type { PackedKey } from '../../db/keys'
import { createAnnouncer } from './announcer'
import { createDue } from './due'
import { createFollowers, type Follower } from './followers'
import { createSaid } from './said'
import { createSchedule, type Move, ranks, type ScheduleNews, type ToldEpisode } from './schedule'
import { createShows } from './shows'

interface Options<F extends Follower> {
  db: Database
  clock: Clock
  /** IANA name of the zone that the user lives in now. */
  zone: () => string
  settings: () => AiringSettings
  nameOf: (show: number, followers: Iterable<F>) => { ref: EntryRef; name: string } | null
  /** The list of past notifications has changed. */
  onSaid: () => void
  onError: (error: unknown) => void
}

const pausedName = 'airing:paused-until'
const askedName = 'airing:asked'

export type AiringCore<F extends Follower> = ReturnType<typeof createAiringCore<F>>

/** The clockwork of airing without services, window and desktop: what a virtual week can drive. */
export function createAiringCore<F extends Follower>(options: Options<F>) {
  const { db, clock, zone, settings, nameOf, onSaid, onError } = options
  const meta = createMetaTable(db)
  const shows = createShows(createShowsTable(db), joined)
  const nowS = () => Math.floor(clock.wall() / 1000)
  const schedule = createSchedule(createEpisodesTable(db), shows, nowS)
  const followers = createFollowers<F>(shows, () => clock.wall())
  const said = createSaid({ table: createNoticesTable(db), transaction: db.transaction })
  const due = createDue({
    shows,
    schedule,
    followers,
    isDone: (show, episode) => said.has(show, 'episode', episode),
    settings,
  })
  const announcer = createAnnouncer({
    clock,
    zone,
    settings,
    pausedUntil,
    due,
    said,
    nameOf: (show) => nameOf(show, followers.of(show)),
    isWriting: () => db.sql.isTransaction,
    onSaid,
    onError,
  })
  db.onRollback(() => {
    shows.read()
    schedule.read()
    said.read()
    due.changed()
  })

  function joined(kept: number, gone: number) {
    followers.merge(kept, gone)
    schedule.read()
    said.read()
  }

  /** A pause that seems not to have begun yet was made by a clock that has been set back: it is over. */
  function pausedUntil(): number | null {
    const [from = 0, until = 0] = (meta.read(pausedName) ?? '').split(' ').map(Number)
    const nowMs = clock.wall()
    return from <= nowMs && nowMs < until ? until : null
  }

  /** The number for a question that is about to be asked. */
  function ask(): number {
    const asked = Number(meta.read(askedName) ?? 0) + 1
    meta.write(askedName, String(asked))
    return asked
  }

  function learn(work: () => readonly Move[]): readonly Move[] {
    const moves = db.transaction(work)
    for (const move of moves) noteMove(move)
    announcer.look()
    return moves
  }

  /** A change of plans is told where somebody waits for the episode; those who heard of it do not. */
  function noteMove({ show, episode }: Move) {
    if (said.has(show, 'episode', episode) || due.wantedBy(show, episode).length === 0) return
    said.list({ show, kind: 'moved', episode }, clock.wall())
    onSaid()
  }

  return {
    shows,
    schedule,
    followers,
    due,
    said,
    announcer,
    pausedUntil,
    ask,
    /** Takes an answer in and tells of what it moved. */
    learn: (news: ScheduleNews) => learn(() => schedule.learn(news)),
    /**
     * The next episodes that lists tell along the way. `isFresh`: a service has just said so, which
     * is worth an answer; else nobody knows how old it is, and it counts where nothing else does.
     */
    learnNext(episodes: readonly ToldEpisode[], isFresh: boolean) {
      const counting = isFresh
        ? episodes
        : episodes.filter(({ show }) => shows.get(show).asked === 0)
      if (counting.length === 0) return []
      return learn(() =>
        schedule.learn({
          asked: isFresh ? ask() : 0,
          rank: ranks.next,
          shows: [...new Set(counting.map(({ show }) => show))],
          fromS: 0,
          untilS: 0,
          episodes: counting,
        }),
      )
    },
    /** Several steps in one transaction, of what lists can tell again. Failure: `storage`. */
    together: <T>(work: () => T): T => db.quickly(work),
    /** All lists have been read: what nobody follows any more is let go. */
    settle() {
      db.transaction(() => followers.settle())
      announcer.look()
    },
    /** Entries changed; `found` are those of them that are on a list and matter. */
    follow(keys: Iterable<PackedKey>, found: readonly F[]) {
      db.transaction(() => followers.set(keys, found))
      announcer.look()
    },
    /** Notifications are put aside for so long, in ms; 0 ends the pause. */
    pause(ms: number) {
      const from = clock.wall()
      meta.write(pausedName, `${from} ${from + ms}`)
      announcer.look()
    },
  }
}
