/** Delays after the broadcast that are offered, in minutes. */
export const delayChoices: readonly number[] = [
  0, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 4320, 10_080,
]

const hour = 60
const day = 24 * hour

/** The words for a delay: a key of the messages and the number that goes into them. */
export function delayName(minutes: number): { readonly key: string; readonly n: number } {
  if (minutes === 0) return { key: 'airing.settings.atOnce', n: 0 }
  if (minutes % day === 0) return { key: 'airing.settings.days', n: minutes / day }
  if (minutes % hour === 0) return { key: 'airing.settings.hours', n: minutes / hour }
  return { key: 'airing.settings.minutes', n: minutes }
}
