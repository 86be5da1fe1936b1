import { openDatabase, type Database } from '../../src/main/db/database'
import { packKey } from '../../src/main/db/keys'
import { createAiringCore } from '../../src/main/services/airing/core'
import type { Follower } from '../../src/main/services/airing/followers'
import { ranks } from '../../src/main/services/airing/schedule'
import type { Toast } from '../../src/shared/airing'
import { type AiringSettings, defaultAiringSettings } from '../../src/shared/airing-settings'
import { titleKey } from '../../src/shared/media'
import type { Status } from '../../src/shared/status'
import { createAiringClock } from './airing-clock'
import { createBreakableDatabase } from './breakable-database'

/** What was put before the user, and when by their clock (Unix ms). */
export interface Shown {
  readonly at: number
  readonly toast: Toast
}

/** An episode that the user was told of. */
export interface Announced {
  readonly at: number
  readonly way: 'toast' | 'digest'
  readonly title: number
  readonly episode: number
}

export interface Listed {
  readonly account: number
  readonly title: number
  readonly status: Status
  readonly progress: number
  readonly total: number | null
}

/** What an answer about schedules covers to either side, unless a test says otherwise. */
const spanS = 366 * 24 * 3600

/** A computer with the clockwork of airing on it: it sleeps, is switched off, is killed. */
export function createAiringMachine(startWallMs: number, given: Partial<AiringSettings> = {}) {
  const clock = createAiringClock(startWallMs)
  const disk: Database = openDatabase(':memory:')
  const shown: Shown[] = []
  const errors: unknown[] = []
  const state = { settings: { ...defaultAiringSettings, ...given }, zone: 'Europe/Berlin' }
  const lists = new Map<string, Listed>()
  let running = boot()
  let onShown: (shown: Shown) => void = () => {}

  function boot() {
    const broken = createBreakableDatabase(disk)
    const core = createAiringCore<Follower>({
      db: broken.db,
      clock,
      zone: () => state.zone,
      settings: () => state.settings,
      nameOf: (show, followers) => {
        const [first] = [...followers]
        const title = first ? titleKey('anime', first.key % 2 ** 32) : titleKey('anime', show)
        return { ref: { accountId: 1, title }, name: String(first ? first.key % 2 ** 32 : show) }
      },
      onSaid: () => {},
      onError: (error) => {
        if (!broken.isBroken()) errors.push(error)
      },
    })
    return { core, broken, connected: false }
  }

  function keyOf({ account, title }: Pick<Listed, 'account' | 'title'>) {
    return packKey(account, titleKey('anime', title))
  }

  /** All accounts mean the same title by the same number. */
  function showOf(title: number): number {
    return running.core.shows.of(`r mal ${title}`)
  }

  function toFollower(listed: Listed): Follower {
    const { title, status, progress, total } = listed
    return { key: keyOf(listed), show: showOf(title), status, progress, total }
  }

  /** Runs what may end in a crash. */
  function attempt<T>(work: () => T): T | undefined {
    try {
      return work()
    } catch (error) {
      if (!running.broken.isBroken()) throw error
      return undefined
    }
  }

  return {
    clock,
    shown,
    errors,
    state,
    core: () => running.core,
    showOf,
    isAlive: () => !running.broken.isBroken() && running.connected,
    attempt,
    /** Hears of each notification at the moment it is shown. */
    onShown: (listener: (shown: Shown) => void) => void (onShown = listener),
    /** The program starts: reads its lists, then has somebody to tell. */
    start() {
      attempt(() => {
        running.core.follow([...lists.values()].map(keyOf), [...lists.values()].map(toFollower))
        running.core.followers.settle()
        running.connected = true
        running.core.announcer.connect((toast) => {
          running.broken.beforeToast()
          const news = { at: clock.wall(), toast }
          shown.push(news)
          onShown(news)
          running.broken.afterToast()
        })
      })
    },
    /** Ends the program at once. */
    kill() {
      running.broken.breakNow()
      clock.forgetTimers()
      if (disk.sql.isTransaction) disk.sql.exec('ROLLBACK')
      running = boot()
    },
    /** The program ends itself at the n-th thing that it writes, or around the n-th notification. */
    breakAt: (what: 'write' | 'before-toast' | 'after-toast', n: number) =>
      running.broken.breakAt(what, n),
    neverBreak: () => running.broken.neverBreak(),
    list(listed: Listed) {
      lists.set(`${listed.account} ${listed.title}`, listed)
      if (running.connected)
        attempt(() => running.core.follow([keyOf(listed)], [toFollower(listed)]))
    },
    unlist(listed: Listed) {
      lists.delete(`${listed.account} ${listed.title}`)
      if (running.connected) attempt(() => running.core.follow([keyOf(listed)], []))
    },
    settings(change: Partial<AiringSettings>) {
      state.settings = { ...state.settings, ...change }
      if (running.connected) attempt(() => running.core.announcer.look())
    },
    title(title: number, change: { muted?: boolean; delay?: number | null }) {
      attempt(() => {
        const row = running.core.shows.get(showOf(title))
        running.core.shows.put({ ...row, ...change })
        running.core.announcer.look()
      })
    },
    ask: () => running.core.ask(),
    /** A service tells all it knows of the given titles' episodes: `[title, episode, Unix ms]`. */
    tell(
      titles: readonly number[],
      episodes: readonly (readonly [title: number, episode: number, atMs: number])[],
      asked?: number,
    ) {
      const nowS = Math.floor(clock.wall() / 1000)
      const told = attempt(() =>
        running.core.learn({
          asked: asked ?? running.core.ask(),
          rank: ranks.schedule,
          shows: titles.map(showOf),
          fromS: nowS - spanS,
          untilS: nowS + spanS,
          episodes: episodes.map(([title, episode, atMs]) => ({
            show: showOf(title),
            episode,
            airingAt: Math.floor(atMs / 1000),
          })),
        }),
      )
      return told ?? []
    },
    /** Episodes that were announced, as `title/episode`, with how and when. */
    announced(): Announced[] {
      return shown.flatMap(({ at, toast }): Announced[] => {
        if (toast.kind === 'digest') {
          return toast.lines
            .filter(({ kind }) => kind === 'episode')
            .flatMap(({ name, episodes }) =>
              episodes.map((episode) => ({
                at,
                way: 'digest',
                episode,
                title: Number(name),
              })),
            )
        }
        if (toast.kind !== 'episode') return []
        return [{ at, way: 'toast', episode: toast.episode, title: Number(toast.name) }]
      })
    },
    close: () => disk.close(),
  }
}

export type AiringMachine = ReturnType<typeof createAiringMachine>
