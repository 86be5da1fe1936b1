import type { ListRow } from '../../../shared/entry'
import { type Status, statuses } from '../../../shared/status'

/**
 * What decides where a row belongs, in one small number: looking through 50,000 numbers takes less
 * than a millisecond, looking into 50,000 rows forty.
 */
export type Facts = number

const statusBits = 0b111
const hidden = 1 << 3
const adult = 1 << 4
const listed = 1 << 5

export function factsOf({ entry, media }: ListRow): Facts {
  return (
    statuses.indexOf(entry.status) |
    (entry.hidden ? hidden : 0) |
    (media.adult ? adult : 0) |
    (entry.customLists.length > 0 ? listed : 0)
  )
}

/** A test for the rows that are shown under a status. */
export function hasStatus(status: Status): (facts: Facts) => boolean {
  const wanted = statuses.indexOf(status)
  return (facts) => (facts & (statusBits | hidden)) === wanted
}

export function statusOf(facts: Facts): number {
  return facts & statusBits
}

export function isHidden(facts: Facts): boolean {
  return (facts & hidden) !== 0
}

export function isAdult(facts: Facts): boolean {
  return (facts & adult) !== 0
}

/** On one custom list or more. */
export function isListed(facts: Facts): boolean {
  return (facts & listed) !== 0
}
