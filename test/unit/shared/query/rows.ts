import fc from 'fast-check'
import { emptyFields, type Entry, entryStates, type ListRow } from '../../../../src/shared/entry'
import {
  type Media,
  mediaFormats,
  mediaStatuses,
  seasons,
  type TitleKey,
  titleKey,
  unknownMedia,
} from '../../../../src/shared/media'
import { createColumns } from '../../../../src/shared/query/columns'
import { matcherOf, type QueryContext } from '../../../../src/shared/query/matches'
import { readQuery } from '../../../../src/shared/query/query'
import { statuses } from '../../../../src/shared/status'
import { searchTextOf } from '../../../../src/shared/titles'

/** 15 July 2024, 12:00 in UTC. */
export const noonS = Date.UTC(2024, 6, 15, 12) / 1000

export const context: QueryContext = {
  nowS: noonS,
  zone: 'UTC',
  scoreFormat: 'point-100',
  scoreTable: 'anilist',
}

/** A row of a list: `listRow({ score: 80 }, { genres: ['Drama'] })`. */
export function listRow(
  entry: Partial<Entry> = {},
  media: Partial<Media> = {},
  key: TitleKey = 'anime:1',
): ListRow {
  return {
    title: key,
    state: 'saved',
    entry: {
      ...emptyFields,
      title: key,
      entryId: null,
      createdAt: null,
      updatedAt: null,
      ...entry,
    },
    media: { ...unknownMedia(key), ...media },
  }
}

/** Whether a row is what a query asks for; a query with a problem fails aloud. */
export function meets(query: string, row: ListRow, more: Partial<QueryContext> = {}): boolean {
  const { conditions, problems, terms } = readQuery(query)
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  const text = searchTextOf(row.media)
  const isMet = matcherOf(conditions, createColumns([row], [text]), { ...context, ...more })
  return terms.every((term) => text.includes(term)) && isMet(0)
}

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })
const names = fc.array(fc.constantFrom('Drama', 'Slice of Life', 'Ecchi', 'Time Travel'), {
  maxLength: 3,
})
const day = fc
  .tuple(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 0, max: 12 }), fc.nat(28))
  .map(([year, month, date]) => year * 10_000 + month * 100 + (month ? date : 0))

/** Any row. */
export const rows: fc.Arbitrary<ListRow> = fc
  .record({
    key: fc.nat(999).map((id) => titleKey('anime', id)),
    entry: fc.record({
      status: fc.constantFrom(...statuses),
      score: maybe(fc.integer({ min: 0, max: 100 })),
      progress: fc.nat(30),
      repeats: fc.nat(3),
      startedAt: maybe(day),
      completedAt: maybe(day),
      notes: fc.constantFrom('', 'Rain', 'Für Mia'),
      private: fc.boolean(),
      hidden: fc.boolean(),
      customLists: fc.constantFrom([], ['With Mia'], ['With Mia', 'Best']),
      createdAt: maybe(fc.integer({ min: 0, max: noonS })),
      updatedAt: maybe(fc.integer({ min: 0, max: noonS })),
    }),
    media: fc.record({
      format: fc.constantFrom(...mediaFormats),
      status: fc.constantFrom(...mediaStatuses),
      season: maybe(fc.constantFrom(...seasons)),
      seasonYear: maybe(fc.integer({ min: 1960, max: 2026 })),
      episodes: maybe(fc.integer({ min: 1, max: 30 })),
      durationMinutes: maybe(fc.integer({ min: 1, max: 180 })),
      genres: names,
      tags: names,
      averageScore: maybe(fc.integer({ min: 0, max: 100 })),
      adult: fc.boolean(),
    }),
    state: fc.constantFrom(...entryStates),
  })
  .map(({ key, entry, media, state }) => ({ ...listRow(entry, media, key), state }))
