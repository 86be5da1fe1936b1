import type { Status } from '../../../shared/status'
import type { IdSite } from '../model'
import type { WireSchema } from '../protobuf'

const tracking: WireSchema = new Map([
  [1, ['tracker', 'number']],
  [3, ['oldMediaId', 'number']],
  [4, ['url', 'text']],
  [5, ['title', 'text']],
  [6, ['progress', 'number']],
  [7, ['total', 'number']],
  [8, ['score', 'number']],
  [9, ['status', 'number']],
  [10, ['startedAt', 'number']],
  [11, ['finishedAt', 'number']],
  [12, ['private', 'flag']],
  [100, ['mediaId', 'number']],
])

/** Chapters are many, and matter only where no tracker tells how far one is. */
export const chapterSchema: WireSchema = new Map([
  [4, ['read', 'flag']],
  [9, ['number', 'number']],
])

const title: WireSchema = new Map([
  [2, ['url', 'text']],
  [3, ['title', 'text']],
  [13, ['addedAt', 'number']],
  [16, ['chapters', 'later']],
  [18, ['tracking', tracking]],
  [100, ['favorite', 'flag']],
])

/** The parts of a Mihon backup that concern lists; 3 and 501 hold anime in Aniyomi's. */
export const backupSchema: WireSchema = new Map([
  [1, ['manga', title]],
  [3, ['anime', title]],
  [501, ['anime', title]],
])

export interface Tracker {
  readonly site: IdSite
  /** Raw points of one point of its score. */
  readonly scoreWorth: number
  readonly statuses: Readonly<Record<number, Status>>
}

/** Aniyomi's numbers for anime are those for manga and ten, where the word differs. */
const usual: Readonly<Record<number, Status>> = {
  1: 'current',
  2: 'completed',
  3: 'paused',
  4: 'dropped',
  5: 'planned',
  6: 'repeating',
  11: 'current',
  15: 'planned',
  16: 'repeating',
}
const mal: Readonly<Record<number, Status>> = {
  ...usual,
  6: 'planned',
  7: 'repeating',
  16: 'planned',
  17: 'repeating',
}
const bangumi: Readonly<Record<number, Status>> = {
  1: 'planned',
  2: 'completed',
  3: 'current',
  4: 'paused',
  5: 'dropped',
}
const mangaUpdates: Readonly<Record<number, Status>> = {
  0: 'current',
  1: 'planned',
  2: 'completed',
  3: 'dropped',
  4: 'paused',
}

/** Trackers by Mihon's number of them, the most exact first; Shikimori uses MyAnimeList's ids. */
export const trackers: ReadonlyMap<number, Tracker> = new Map([
  [2, { site: 'anilist', scoreWorth: 1, statuses: usual }],
  [1, { site: 'mal', scoreWorth: 10, statuses: mal }],
  [4, { site: 'mal', scoreWorth: 10, statuses: usual }],
  [3, { site: 'kitsu', scoreWorth: 10, statuses: usual }],
  [7, { site: 'mangaupdates', scoreWorth: 10, statuses: mangaUpdates }],
  [5, { site: 'bangumi', scoreWorth: 10, statuses: bangumi }],
])
