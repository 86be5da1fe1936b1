import type { AiringSettings } from '../../../shared/airing-settings'
import type { Toast } from '../../../shared/airing'
import type { CancelTimer, Clock } from '../../../shared/clock'
import type { EntryRef } from '../../../shared/entry'
import type { NoticeRow } from '../../db/airing-notices'
import { createDigest } from './digest'
import { linesOf } from './digest-lines'
import type { Due, DueEpisode } from './due'
import type { Said } from './said'
import { quietUntil } from './rules'

interface Options {
  clock: Clock
  /** IANA name of the zone that the user lives in now. */
  zone: () => string
  settings: () => AiringSettings
  /** Unix ms; `null` when not paused. */
  pausedUntil: () => number | null
  due: Due
  said: Said
  /** How a show is called, and which entry it stands for; `null` when nobody knows it any more. */
  nameOf: (show: number) => { readonly ref: EntryRef; readonly name: string } | null
  /** A transaction is open: what is claimed now is not on the disk before it ends. */
  isWriting: () => boolean
  /** The list of past notifications has changed. */
  onSaid: () => void
  onError: (error: unknown) => void
}

/** Shows a notification. May throw, or say later that it failed; then what it said goes into the next digest. */
export type ShowToast = (toast: Toast, failed: () => void) => void

/** What is announced later than this is no news any more but a digest, in ms. */
export const lateMs = 10 * 60_000
/** More than so many at once are a digest. */
export const mostToasts = 3
/** Time for lists and schedules to arrive after a start or sleep, before they are told of, in ms. */
export const settleMs = 20_000
/** No timer is longer: a sleep, another zone or another clock is noticed within this time, in ms. */
export const longestTimerMs = 60_000

export type Announcer = ReturnType<typeof createAnnouncer>

/**
 * Says that episodes are out: each once, on time or in a digest. What is to be said is written down
 * first, so that no crash makes it be said by itself twice.
 */
export function createAnnouncer(options: Options) {
  const { clock, zone, settings, pausedUntil, due, said, nameOf } = options
  const { isWriting, onSaid, onError } = options
  const digest = createDigest({ said, due, settings, zone, holdUntil })
  let toast: ShowToast | null = null
  let cancelTimer: CancelTimer | undefined
  /** Monotonic ms before which no digest is shown. */
  let settledAt = 0
  let isUnsure = false

  function holdUntil(nowMs: number): number | null {
    return quietUntil({ nowMs, zone: zone(), pausedUntil: pausedUntil(), settings: settings() })
  }

  /** Says or keeps whatever is due, and sets the timer for what comes next. */
  function tick() {
    cancelTimer?.()
    if (!toast) return
    if (isWriting()) {
      cancelTimer = clock.after(0, tick)
      return
    }
    try {
      if (isUnsure) startAnew()
      const nowMs = clock.wall()
      takeDue(nowMs, toast)
      const digestAt = digest.time(nowMs)
      if (digestAt !== null && digestAt <= nowMs && isSettled()) sayDigest(nowMs, toast)
      arm()
    } catch (error) {
      isUnsure = true
      cancelTimer = clock.after(longestTimerMs, tick)
      onError(error)
    }
  }

  /** Something went wrong on the way, so what is in memory may not be what is on disk. */
  function startAnew() {
    said.read()
    due.changed()
    isUnsure = false
  }

  function takeDue(nowMs: number, show: ShowToast) {
    const wanted: DueEpisode[] = []
    const passed: DueEpisode[] = []
    for (const each of due.take(nowMs)) {
      const isWanted = due.wantedBy(each.show, each.episode).length > 0
      ;(isWanted ? wanted : passed).push(each)
    }
    said.pass(passed)
    if (wanted.length === 0) return
    const holds = settings().dailyDigest || holdUntil(nowMs) !== null
    const fresh = holds ? [] : wanted.filter(({ dueAt }) => nowMs - dueAt <= lateMs)
    const alone = fresh.length <= mostToasts ? fresh : []
    const later = wanted.filter((each) => !alone.includes(each))
    if (later.some(({ dueAt }) => nowMs - dueAt > lateMs)) {
      settledAt = Math.max(settledAt, clock.monotonic() + settleMs)
    }
    said.keep(later)
    for (const each of alone) sayAlone(each, nowMs, show)
    onSaid()
  }

  function sayAlone({ show, episode, dueAt }: DueEpisode, nowMs: number, showToast: ShowToast) {
    const named = nameOf(show)
    const row = said.claim({ show, kind: 'episode', episode, dueAt })
    if (!row || !named) return
    present(row, { kind: 'episode', episode, ...named }, nowMs, showToast)
  }

  /** On disk it is claimed already; only what was really shown is marked as said. */
  function present(row: NoticeRow, what: Toast, nowMs: number, showToast: ShowToast) {
    try {
      show([row], what, nowMs, showToast)
    } catch (error) {
      said.wait(row)
      onError(error)
    }
  }

  function sayDigest(nowMs: number, showToast: ShowToast) {
    const rows = digest.take(nowMs)
    const lines = linesOf(rows, (show) => nameOf(show)?.name ?? null)
    if (lines.length > 0) show(rows, { kind: 'digest', lines }, nowMs, showToast)
    else said.told(rows, 'digest', nowMs)
    onSaid()
  }

  /** Systems may say only after a while that they could not show it: then it is as if it never was. */
  function show(rows: readonly NoticeRow[], what: Toast, nowMs: number, showToast: ShowToast) {
    const state = { isTold: false, isLost: false }
    showToast(what, () => {
      state.isLost = true
      if (state.isTold) lost(rows, what)
    })
    if (state.isLost) return lost(rows, what)
    said.told(rows, what.kind === 'digest' ? 'digest' : 'toast', nowMs)
    state.isTold = true
  }

  function lost(rows: readonly NoticeRow[], { kind }: Toast) {
    if (!toast) return
    // Where digests are lost, they are not tried over and over.
    const waitMs = kind === 'digest' ? lateMs : settleMs
    settledAt = Math.max(settledAt, clock.monotonic() + waitMs)
    try {
      for (const row of rows) said.wait(row)
      onSaid()
      arm()
    } catch (error) {
      isUnsure = true
      cancelTimer?.()
      cancelTimer = clock.after(longestTimerMs, tick)
      onError(error)
    }
  }

  const isSettled = () => clock.monotonic() >= settledAt

  function arm() {
    cancelTimer?.()
    const nowMs = clock.wall()
    const digestAt = digest.time(nowMs)
    const settled = nowMs + Math.max(0, settledAt - clock.monotonic())
    const times = [due.nextAt(), digestAt === null ? null : Math.max(digestAt, settled)]
    const next = Math.min(...times.map((at) => at ?? Infinity))
    if (next === Infinity) return
    cancelTimer = clock.after(Math.min(Math.max(0, next - nowMs), longestTimerMs), tick)
  }

  return {
    /** From now on there is somebody to tell. */
    connect(show: ShowToast) {
      toast = show
      said.releaseClaims()
      settledAt = clock.monotonic() + settleMs
      tick()
    },
    /** Something changed, or time may have jumped: looks again at once. */
    look() {
      due.changed()
      tick()
    },
    /** The machine slept: what came meanwhile is told once things have settled. */
    resumed() {
      settledAt = clock.monotonic() + settleMs
      due.changed()
      tick()
    },
    /** Says something that is not due at a time of its own. */
    say(row: NoticeRow, what: Toast) {
      const nowMs = clock.wall()
      const holds = settings().dailyDigest || holdUntil(nowMs) !== null
      if (toast && !holds) present(row, what, nowMs, toast)
      else said.wait(row)
      onSaid()
      arm()
    },
    /** For the next digest. */
    putAside(row: NoticeRow) {
      said.wait(row)
      onSaid()
      arm()
    },
    stop() {
      cancelTimer?.()
      toast = null
    },
  }
}
