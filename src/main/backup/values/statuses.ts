import type { Status } from '../../../shared/status'

/** Every word for a status seen in the wild, without spaces and marks; aniSearch's also in German. */
const words: ReadonlyMap<string, Status> = new Map(
  Object.entries({
    watching: 'current',
    reading: 'current',
    current: 'current',
    currentlywatching: 'current',
    currentlyreading: 'current',
    ongoing: 'current',
    inprogress: 'current',
    completed: 'completed',
    complete: 'completed',
    finished: 'completed',
    watched: 'completed',
    read: 'completed',
    onhold: 'paused',
    hold: 'paused',
    paused: 'paused',
    stalled: 'paused',
    dropped: 'dropped',
    aborted: 'dropped',
    plantowatch: 'planned',
    plantoread: 'planned',
    wanttowatch: 'planned',
    wanttoread: 'planned',
    planned: 'planned',
    planning: 'planned',
    bookmark: 'planned',
    bookmarked: 'planned',
    rewatching: 'repeating',
    rereading: 'repeating',
    repeating: 'repeating',
    notinterested: 'not-interested',
    notinteresting: 'not-interested',
    wontwatch: 'not-interested',
    wontread: 'not-interested',
    uninteresting: 'not-interested',
    abgeschlossen: 'completed',
    laufend: 'current',
    pausiert: 'paused',
    unterbrochen: 'paused',
    abgebrochen: 'dropped',
    geplant: 'planned',
    gemerkt: 'planned',
    lesezeichen: 'planned',
    keininteresse: 'not-interested',
    uninteressant: 'not-interested',
  } satisfies Record<string, Status>),
)

/** MyAnimeList's numbers; there is no 5. */
export const malStatusNumbers: Readonly<Record<string, Status>> = {
  1: 'current',
  2: 'completed',
  3: 'paused',
  4: 'dropped',
  6: 'planned',
}

/** The numbers of AniList's own data export. */
export const anilistStatusNumbers: Readonly<Record<string, Status>> = {
  0: 'current',
  1: 'planned',
  2: 'completed',
  3: 'dropped',
  4: 'paused',
  5: 'repeating',
}

/** What a word means, however it is spelled: `On-Hold`, `on_hold`, `On Hold`; else `null`. */
export function statusOf(word: string): Status | null {
  return words.get(word.toLowerCase().replace(/[^a-z]/g, '')) ?? null
}
