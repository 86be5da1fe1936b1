import type { AiringSettings } from '../../../src/shared/airing-settings'
import type { Announced, Listed, Shown } from '../../support/airing-machine'

/** What the judge knows of a title, in its own books. */
export interface Known {
  readonly title: number
  /** Unix ms by episode, as told last; `null`: put off. */
  readonly told: Map<number, number | null>
  entries: Listed[]
  muted: boolean
  delay: number | null
  /** Nobody has touched it since it was put on the list. */
  calm: boolean
}

export interface World {
  settings: AiringSettings
  zone: string
  paused: { from: number; until: number }
  readonly titles: readonly Known[]
}

const minute = 60_000
/** Later than this, an announcement is a line of a digest. */
const freshMs = 10 * minute
/** How much later than due the clockwork may be while it runs. */
const toleranceMs = minute

export type Judge = ReturnType<typeof createJudge>

/** Watches what is shown, by rules written down here a second time. */
export function createJudge(world: World) {
  const wrongs: string[] = []
  const toasted = new Set<string>()
  const announced = new Set<string>()

  function dueOf(known: Known, episode: number): number | null {
    const at = known.told.get(episode) ?? null
    if (at === null) return null
    return Math.floor(at / 1000) * 1000 + (known.delay ?? world.settings.notifyDelay) * minute
  }

  function isWanted({ entries, muted }: Known, episode: number): boolean {
    const { notifyAiring, notifyPremieres, notifyUpToDate } = world.settings
    if (!notifyAiring || muted) return false
    return entries.some(({ status, progress, total }) => {
      const isWatched = status === 'current' || status === 'repeating'
      const isPremiere = status === 'planned' && notifyPremieres && episode === 1
      const isAfterFinale = total !== null && episode > total
      const isNext = !notifyUpToDate || progress === episode - 1
      return (isWatched || isPremiere) && progress < episode && !isAfterFinale && isNext
    })
  }

  function isQuiet(at: number): boolean {
    const { settings, zone, paused } = world
    if (at >= paused.from && at < paused.until) return true
    if (!settings.quietHours) return false
    const shown = new Date(at).toLocaleTimeString('en-GB', {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
    })
    const [hours = 0, minutes = 0] = shown.split(':').map(Number)
    const now = hours * 60 + minutes
    const { quietFrom, quietTo } = settings
    return quietFrom <= quietTo
      ? now >= quietFrom && now < quietTo
      : now >= quietFrom || now < quietTo
  }

  function look({ at, way, title, episode }: Announced) {
    const name = `${title}/${episode}`
    const known = world.titles.find((each) => each.title === title)
    const say = (what: string) =>
      wrongs.push(`${name} by ${way} at ${new Date(at).toISOString()}: ${what}`)
    if (!known) {
      say('a title that is not there')
      return
    }
    const due = dueOf(known, episode)
    if (due === null) say('put off')
    else if (at < due) say(`early, due at ${new Date(due).toISOString()}`)
    else if (way === 'toast' && at > due + freshMs) say('late, but by itself')
    if (!isWanted(known, episode)) say('nobody wants to hear of it')
    if (way === 'toast' && toasted.has(name)) say('by itself a second time')
    if (way === 'toast') toasted.add(name)
    announced.add(name)
  }

  return {
    wrongs,
    dueOf,
    isWanted,
    isQuiet,
    wasAnnounced: (title: number, episode: number) => announced.has(`${title}/${episode}`),
    /** Something is shown just now. */
    see({ at, toast }: Shown, episodes: readonly Announced[]) {
      if (isQuiet(at)) wrongs.push(`${toast.kind} in quiet, at ${new Date(at).toISOString()}`)
      if (world.settings.dailyDigest && toast.kind !== 'digest') wrongs.push('not in the digest')
      for (const episode of episodes) look(episode)
    },
    /** At the end: what has not been announced of that which had to be. */
    missing(sinceMs: number, untilMs: number): string[] {
      return world.titles
        .filter(({ calm }) => calm)
        .flatMap((known) =>
          [...known.told.keys()]
            .filter((episode) => {
              const due = dueOf(known, episode)
              const isOver = due !== null && due > sinceMs && due <= untilMs
              return isOver && isWanted(known, episode)
            })
            .map((episode) => `${known.title}/${episode}`),
        )
        .filter((name) => !announced.has(name))
    },
    /**
     * Episodes that were due while all was well must have come at once, up to three of them. The
     * first `before` of what was shown came earlier: when the clock was set back, they were due once
     * already.
     */
    punctual(from: number, to: number, shown: readonly Announced[], before: number): string[] {
      const due = world.titles.flatMap((known) =>
        [...known.told.keys()].flatMap((episode) => {
          const at = dueOf(known, episode)
          const fits = at !== null && at > from && at <= to && isWanted(known, episode)
          return fits && known.calm ? [{ name: `${known.title}/${episode}`, at }] : []
        }),
      )
      return due
        .filter(({ name, at }) => {
          return !shown.some((each, nth) => {
            const isOnTime = nth < before || each.at <= at + toleranceMs
            return `${each.title}/${each.episode}` === name && isOnTime
          })
        })
        .map(({ name }) => name)
    },
  }
}
