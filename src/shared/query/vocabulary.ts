import type { EntryState } from '../entry'
import type { MediaFormat, MediaStatus, Season } from '../media'
import type { Status } from '../status'
import { fold } from '../titles'

/** The languages whose words a query may use; always both at once. */
export const queryLanguages = ['en', 'de'] as const
export type QueryLanguage = (typeof queryLanguages)[number]

/** What something may be called; the first of each language is the one that is offered. */
export type Names = Readonly<Record<QueryLanguage, readonly [string, ...string[]]>>

/** The names of every value that a field can have. */
export type Vocabulary<V extends string = string> = Readonly<Record<V, Names>>

export const statusNames: Vocabulary<Status> = {
  current: {
    en: ['current', 'watching', 'reading'],
    de: ['aktuell', 'schaue', 'lese', 'laufend'],
  },
  repeating: {
    en: ['repeating', 'rewatching', 'rereading'],
    de: ['wiederholt', 'erneut'],
  },
  planned: { en: ['planned', 'planning'], de: ['geplant'] },
  completed: { en: ['completed', 'done'], de: ['abgeschlossen', 'fertig'] },
  paused: { en: ['paused', 'on-hold'], de: ['pausiert'] },
  dropped: { en: ['dropped'], de: ['abgebrochen'] },
  'not-interested': { en: ['not-interested'], de: ['kein-interesse'] },
}

export const formatNames: Vocabulary<MediaFormat> = {
  tv: { en: ['tv', 'series'], de: ['tv', 'serie'] },
  'tv-short': { en: ['tv-short', 'short'], de: ['kurz'] },
  movie: { en: ['movie', 'film'], de: ['film'] },
  special: { en: ['special'], de: ['special'] },
  ova: { en: ['ova', 'oav'], de: ['ova'] },
  ona: { en: ['ona', 'web'], de: ['ona', 'web'] },
  music: { en: ['music'], de: ['musik'] },
  manga: { en: ['manga'], de: ['manga'] },
  novel: { en: ['novel', 'light-novel'], de: ['roman'] },
  'one-shot': { en: ['one-shot', 'oneshot'], de: ['one-shot'] },
  doujin: { en: ['doujin', 'doujinshi'], de: ['doujin'] },
  manhua: { en: ['manhua'], de: ['manhua'] },
  manhwa: { en: ['manhwa'], de: ['manhwa'] },
  unknown: { en: ['unknown'], de: ['unbekannt'] },
}

export const airingNames: Vocabulary<MediaStatus> = {
  releasing: { en: ['running', 'airing', 'releasing'], de: ['läuft'] },
  finished: { en: ['ended', 'finished'], de: ['beendet'] },
  'not-yet-released': { en: ['upcoming', 'not-yet-released'], de: ['angekündigt'] },
  hiatus: { en: ['hiatus'], de: ['unterbrochen'] },
  cancelled: { en: ['cancelled', 'canceled'], de: ['eingestellt'] },
  unknown: { en: ['unknown'], de: ['unbekannt'] },
}

export const seasonNames: Vocabulary<Season> = {
  winter: { en: ['winter'], de: ['winter'] },
  spring: { en: ['spring'], de: ['frühling'] },
  summer: { en: ['summer'], de: ['sommer'] },
  fall: { en: ['autumn', 'fall'], de: ['herbst'] },
}

export const stateNames: Vocabulary<EntryState> = {
  saved: { en: ['saved'], de: ['gespeichert'] },
  waiting: { en: ['waiting'], de: ['wartet'] },
  sending: { en: ['sending'], de: ['sendet'] },
  attention: { en: ['attention'], de: ['achtung'] },
  conflict: { en: ['conflict'], de: ['konflikt'] },
}

export const flagNames: Vocabulary<'yes' | 'no'> = {
  yes: { en: ['yes', 'true', 'on'], de: ['ja', 'an'] },
  no: { en: ['no', 'false', 'off'], de: ['nein', 'aus'] },
}

/** Nothing at all, or anything: what every field that can be empty may be asked for. */
export const presenceNames: Vocabulary<'none' | 'any'> = {
  none: { en: ['none'], de: ['keine', 'kein', 'keins', 'nichts'] },
  any: { en: ['any'], de: ['irgendeine', 'irgendein'] },
}

/** Text as names are compared: folded, and so that `bände`, `baende` and `bande` are one. */
export function namesOf(name: string): readonly string[] {
  const spelled = name.replace(/[äöü]/g, (letter) => `${fold(letter)}e`)
  return [...new Set([fold(name), fold(spelled)])]
}

/** A value with one of the ways to write it. */
export interface Spelling<V extends string = string> {
  readonly value: V
  readonly written: string
}

/** Every spelling of every value of a vocabulary, folded. */
export function spellings<V extends string>(
  vocabulary: Vocabulary<V>,
): ReadonlyMap<string, Spelling<V>> {
  const found = new Map<string, Spelling<V>>()
  // The keys of a record of ours are its values' names and nothing else.
  for (const [value, names] of Object.entries(vocabulary) as [V, Names][]) {
    for (const written of queryLanguages.flatMap((language) => names[language])) {
      for (const spelling of namesOf(written)) found.set(spelling, { value, written })
    }
  }
  return found
}

/** The value of a name in either language, in any case, with or without its accents. */
export function lookUp<S>(known: ReadonlyMap<string, S>, typed: string): S | null {
  for (const spelling of namesOf(typed.toLowerCase())) {
    const found = known.get(spelling)
    if (found !== undefined) return found
  }
  return null
}
