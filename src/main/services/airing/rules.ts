import type { AiringSettings } from '../../../shared/airing-settings'
import { localTime, nextAt } from '../../../shared/zoned-time'
import type { Status } from '../../../shared/status'

/** What one account's entry says about who waits for episodes. */
export interface Watching {
  readonly status: Status
  readonly progress: number
  /** Episodes in all; `null` when unknown. */
  readonly total: number | null
}

/** Statuses of titles whose broadcasts matter to a list. */
export const followedStatuses = ['current', 'repeating', 'planned'] as const satisfies Status[]

const minuteMs = 60_000

/** The entry makes its show one whose episodes may be announced at all. */
export function follows({ status }: Pick<Watching, 'status'>): boolean {
  return followedStatuses.some((followed) => followed === status)
}

/** True when the user, by this entry, wants to hear that the episode is out. */
export function wants(entry: Watching, episode: number, settings: AiringSettings): boolean {
  const { status, progress, total } = entry
  if (!settings.notifyAiring || !follows(entry)) return false
  if (status === 'planned' && !(settings.notifyPremieres && episode === 1)) return false
  if (episode <= progress || (total !== null && episode > total)) return false
  return !settings.notifyUpToDate || episode === progress + 1
}

/** Unix ms at which an episode is announced; `delay` in minutes is the title's own, if it has one. */
export function dueAtMs(airingAtS: number, delay: number | null, settings: AiringSettings): number {
  return airingAtS * 1000 + (delay ?? settings.notifyDelay) * minuteMs
}

interface Quiet {
  readonly nowMs: number
  readonly zone: string
  readonly pausedUntil: number | null
  readonly settings: AiringSettings
}

/**
 * Until when nothing may be shown (Unix ms), by a pause or by quiet hours; `null`: it may be shown
 * now. Quiet hours begin and end by the clock of the zone, also when that is changed meanwhile.
 */
export function quietUntil({ nowMs, zone, pausedUntil, settings }: Quiet): number | null {
  const paused = pausedUntil !== null && pausedUntil > nowMs ? pausedUntil : null
  const at = paused ?? nowMs
  const isQuiet = settings.quietHours && isWithin(localTime(at, zone).minutes, settings)
  return isQuiet ? nextAt(at, settings.quietTo, zone) : paused
}

/** The same minute for both ends is no quiet at all, as is a switch that was never set. */
function isWithin(minutes: number, { quietFrom, quietTo }: AiringSettings): boolean {
  if (quietFrom <= quietTo) return minutes >= quietFrom && minutes < quietTo
  return minutes >= quietFrom || minutes < quietTo
}
