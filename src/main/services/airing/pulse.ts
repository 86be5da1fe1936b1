import type { AiringState } from '../../../shared/airing'
import type { CancelTimer, Clock } from '../../../shared/clock'
import type { NextEpisode } from '../../../shared/media'
import type { PackedKey } from '../../db/keys'
import type { StateOf } from './state'

interface Options {
  stateOf: StateOf
  clock: Clock
  /** These rows of lists show another next episode now. */
  onRows: (keys: readonly PackedKey[]) => void
  onState: (state: AiringState) => void
  onError: (error: unknown) => void
}

/** The clock on the wall may jump, so nobody sleeps longer, in ms. */
const longestMs = 60_000
/** Changes are gathered for so long, in ms. */
const gatherMs = 50

export type Pulse = ReturnType<typeof createPulse>

/** Keeps what lists, week and tray show in step with time and with what is learnt. */
export function createPulse({ stateOf, clock, onRows, onState, onError }: Options) {
  let nexts: ReadonlyMap<PackedKey, NextEpisode> = new Map()
  let told = ''
  let state: AiringState | null = null
  let cancelTimer: CancelTimer | undefined
  let isGathering = false

  function beat() {
    isGathering = false
    cancelTimer?.()
    cancelTimer = clock.after(longestMs, beat)
    try {
      tellRows()
      tellState()
      armForNext()
    } catch (error) {
      onError(error)
    }
  }

  function tellRows() {
    const before = nexts
    nexts = stateOf.nexts()
    const changed = [...new Set([...before.keys(), ...nexts.keys()])].filter(
      (key) => !isSame(before.get(key), nexts.get(key)),
    )
    if (changed.length > 0) onRows(changed)
  }

  function tellState() {
    state = stateOf.state()
    const text = JSON.stringify(state)
    if (text === told) return
    told = text
    onState(state)
  }

  /** The next episode to air, or the end of a pause, is met to the second. */
  function armForNext() {
    const nowMs = clock.wall()
    const airing = (state?.upcoming[0]?.airingAt ?? Infinity) * 1000
    const at = Math.min(airing, state?.pausedUntil ?? Infinity)
    const delay = Math.min(longestMs, Math.max(0, at - nowMs))
    cancelTimer?.()
    cancelTimer = clock.after(delay, beat)
  }

  return {
    /** Lists, schedule or settings changed. */
    changed() {
      if (isGathering) return
      isGathering = true
      cancelTimer?.()
      cancelTimer = clock.after(gatherMs, beat)
    },
    nextOf: (key: PackedKey): NextEpisode | null => nexts.get(key) ?? null,
    state: () => stateOf.state(),
    stop: () => cancelTimer?.(),
  }
}

function isSame(a: NextEpisode | undefined, b: NextEpisode | undefined): boolean {
  return a?.episode === b?.episode && a?.airingAt === b?.airingAt
}
