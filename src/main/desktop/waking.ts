import type { Clock } from '../../shared/clock'

interface Options {
  readonly powerMonitor: {
    on(event: 'resume' | 'lock-screen' | 'unlock-screen', listener: () => void): unknown
  }
  readonly isOnline: () => boolean
  readonly clock: Pick<Clock, 'after'>
  readonly core: { resumed(): void; online(): void; readonly airing: { look(): void } }
}

/** Main hears nothing of the network by itself, so it looks. */
const lookEveryMs = 5_000

/** Tells the core when the machine wakes up and when the network comes back. Answers how to stop. */
export function watchWaking({ powerMonitor, isOnline, clock, core }: Options) {
  let wasOnline = isOnline()
  let cancel = clock.after(lookEveryMs, look)

  function look() {
    const nowOnline = isOnline()
    if (nowOnline && !wasOnline) core.online()
    wasOnline = nowOnline
    cancel = clock.after(lookEveryMs, look)
  }

  powerMonitor.on('resume', () => core.resumed())
  powerMonitor.on('lock-screen', () => core.airing.look())
  powerMonitor.on('unlock-screen', () => core.airing.look())
  return () => cancel()
}
