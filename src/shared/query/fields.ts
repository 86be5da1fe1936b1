import { episodesBehind } from '../episodes-out'
import { totalOf } from '../media'
import type { FieldKind, QueryField } from './field'
import {
  airingNames,
  formatNames,
  lookUp,
  type Names,
  seasonNames,
  spellings,
  stateNames,
  statusNames,
  type Vocabulary,
} from './vocabulary'
import { yearOf } from './year-of'

function field(en: string, de: string, kind: FieldKind): QueryField {
  const names: Names = { en: words(en), de: words(de) }
  return { names, kind }
}

function words(text: string): Names['en'] {
  const [first = '', ...others] = text.split(' ')
  return [first, ...others]
}

function number(read: Extract<FieldKind, { type: 'number' }>['read']): FieldKind {
  return { type: 'number', read }
}

/** Every field that a query can ask for, by its name inside. The order is that of completion. */
export const queryFields = {
  status: field('status', 'status', {
    type: 'choice',
    vocabulary: statusNames,
    read: ({ entry }) => entry.status,
  }),
  score: field('score rating', 'wertung bewertung', {
    type: 'score',
    read: ({ entry }) => entry.score,
  }),
  format: field('format type', 'format art', {
    type: 'choice',
    vocabulary: formatNames,
    read: ({ media }) => media.format,
  }),
  tag: field('tag tags', 'tag tags schlagwort', {
    type: 'names',
    read: [({ media }) => media.tags, ({ media }) => media.genres],
  }),
  genre: field('genre genres', 'genre genres', {
    type: 'names',
    read: [({ media }) => media.genres],
  }),
  year: field(
    'year',
    'jahr',
    number(({ media }) => yearOf(media)),
  ),
  season: field('season', 'saison', {
    type: 'choice',
    vocabulary: seasonNames,
    read: ({ media }) => media.season,
  }),
  behind: field(
    'behind ready',
    'rückstand bereit',
    number(({ media, entry }, nowS) => episodesBehind(media, entry.progress, nowS)),
  ),
  updated: field('updated changed', 'geändert', {
    type: 'time',
    way: 'past',
    read: ({ entry }) => entry.updatedAt,
  }),
  length: field(
    'length duration minutes',
    'länge dauer minuten',
    number(({ media }) => media.durationMinutes),
  ),
  episodes: field(
    'episodes',
    'folgen',
    number(({ media }) => media.episodes),
  ),
  chapters: field(
    'chapters',
    'kapitel',
    number(({ media }) => media.chapters),
  ),
  volumes: field(
    'volumes',
    'bände',
    number(({ media }) => media.volumes),
  ),
  progress: field(
    'progress seen read',
    'fortschritt gesehen gelesen',
    number(({ entry }) => entry.progress),
  ),
  left: field(
    'left',
    'übrig',
    number(({ media, entry }) => {
      const total = totalOf(media)
      return total === null ? null : Math.max(0, total - entry.progress)
    }),
  ),
  share: field(
    'share percent',
    'anteil prozent',
    number(({ media, entry }) => {
      const total = totalOf(media)
      return total === null ? null : Math.floor((Math.min(entry.progress, total) / total) * 100)
    }),
  ),
  airing: field('airing release', 'ausstrahlung erscheinen', {
    type: 'choice',
    vocabulary: airingNames,
    read: ({ media }) => media.status,
  }),
  next: field('next', 'nächste', {
    type: 'time',
    way: 'future',
    read: ({ media }) => media.nextEpisode?.airingAt ?? null,
  }),
  studio: field('studio studios', 'studio studios', {
    type: 'names',
    read: [({ media }) => media.studios],
  }),
  list: field('list lists', 'liste listen', {
    type: 'names',
    read: [({ entry }) => entry.customLists],
  }),
  notes: field('notes note', 'notiz notizen', { type: 'text', read: ({ entry }) => entry.notes }),
  title: field('title', 'titel', { type: 'title' }),
  started: field('started', 'begonnen', { type: 'date', read: ({ entry }) => entry.startedAt }),
  finished: field('finished', 'beendet', {
    type: 'date',
    read: ({ entry }) => entry.completedAt,
  }),
  active: field('active', 'aktiv', { type: 'days', of: ['updated', 'started', 'finished'] }),
  added: field('added', 'hinzugefügt', {
    type: 'time',
    way: 'past',
    read: ({ entry }) => entry.createdAt,
  }),
  repeats: field(
    'repeats rewatches rereads',
    'wiederholungen',
    number(({ entry }) => entry.repeats),
  ),
  average: field('average mean', 'schnitt durchschnitt', {
    type: 'number',
    read: ({ media }) => media.averageScore,
  }),
  popularity: field(
    'popularity',
    'beliebtheit',
    number(({ media }) => media.popularity),
  ),
  private: field('private', 'privat', { type: 'flag', read: ({ entry }) => entry.private }),
  hidden: field('hidden', 'verborgen', { type: 'flag', read: ({ entry }) => entry.hidden }),
  adult: field('adult', 'erwachsene', { type: 'flag', read: ({ media }) => media.adult }),
  priority: field(
    'priority',
    'priorität',
    number(({ entry }) => entry.priority),
  ),
  desire: field(
    'desire',
    'wunsch',
    number(({ entry }) => entry.repeatDesire),
  ),
  state: field('state', 'stand', {
    type: 'choice',
    vocabulary: stateNames,
    read: (row) => row.state,
  }),
} satisfies Record<string, QueryField>

export type FieldName = keyof typeof queryFields

// The keys of our own table, in its order.
export const fieldNames = Object.keys(queryFields) as readonly FieldName[]

/** Every way to write a field. */
export const fieldSpellings = spellings<FieldName>(mapNames(queryFields))

/** The field of a name in either language, in any case, with or without its accents. */
export function fieldOf(name: string): FieldName | null {
  return lookUp(fieldSpellings, name)?.value ?? null
}

export function kindOfField(name: FieldName): FieldKind {
  return queryFields[name].kind
}

function mapNames(fields: Readonly<Record<FieldName, QueryField>>): Vocabulary<FieldName> {
  return Object.fromEntries(fieldNames.map((name) => [name, fields[name].names])) as Record<
    FieldName,
    Names
  >
}
