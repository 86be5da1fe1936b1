import fc from 'fast-check'
import type { ExportRow } from '../../../../../src/main/backup/writers/export'
import type { Entry, EntryFields } from '../../../../../src/shared/entry'
import type { FuzzyDate } from '../../../../../src/shared/fuzzy-date'
import {
  type Media,
  mediaFormats,
  mediaKinds,
  seasons,
  titleKey,
} from '../../../../../src/shared/media'
import { statuses } from '../../../../../src/shared/status'
import { media as emptyMedia } from './library'

/** How often each property is tried: `BACKUP_RUNS=1000` for a long run. */
export const runs = Number(process.env.BACKUP_RUNS ?? 150)

/** The same for what a backup stands and falls with. */
export const roundTrips = Number(process.env.BACKUP_RUNS ?? 1000)

/** What breaks writers and readers of text. */
const nasty = fc.constantFrom(
  '',
  ' ',
  '\n',
  '\r',
  '\r\n',
  '\t=1+1',
  '=cmd',
  "'=quoted",
  "''",
  '"quoted", and; more',
  ']]>',
  '<br />&amp;&#65;',
  '<!-- no --> <![CDATA[ x ]]>',
  '\u0000',
  '\u000b\ufffe',
  '\ud800',
  'a\udc00b',
  '\ufeff',
  '\u0085\u2028',
  '😀 続き ゛が',
  '=== MAL Tags ===',
  '__proto__',
  'constructor',
)
export const text = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 2, arbitrary: nasty },
  {
    weight: 1,
    arbitrary: fc.array(fc.oneof(nasty, fc.string()), { maxLength: 5 }).map((all) => all.join('')),
  },
)

const count = fc.oneof(
  fc.nat({ max: 3000 }),
  fc.constantFrom(0, 1, 2, 254, 255, 256, 65_535, 1_000_000, 1_000_001, 2 ** 31 - 1),
)
const score = fc.option(fc.integer({ min: 1, max: 100 }), { nil: null })

export const date: fc.Arbitrary<FuzzyDate | null> = fc
  .record({
    year: fc.oneof(fc.constantFrom(0, 1, 9999), fc.integer({ min: 1960, max: 2030 })),
    month: fc.integer({ min: 0, max: 12 }),
    day: fc.integer({ min: 0, max: 31 }),
  })
  .map(({ year, month, day }) => year * 10_000 + month * 100 + day || null)

const scores = fc
  .array(fc.tuple(text, fc.integer({ min: 1, max: 100 })), { maxLength: 4 })
  .map((pairs) => Object.fromEntries(pairs))

export const fields: fc.Arbitrary<EntryFields> = fc.record({
  status: fc.constantFrom(...statuses),
  score,
  progress: count,
  progressVolumes: count,
  repeats: count,
  startedAt: date,
  completedAt: date,
  notes: text,
  private: fc.boolean(),
  hidden: fc.boolean(),
  customLists: fc.uniqueArray(text, { maxLength: 4 }),
  advancedScores: scores,
  priority: count,
  personalScore: score,
  repeatDesire: fc.integer({ min: 0, max: 5 }),
})

const known = fc.option(fc.integer({ min: 1, max: 3000 }), { nil: null })
const name = fc.option(text, { nil: null })

const aboutMedia: fc.Arbitrary<Partial<Media>> = fc.record({
  malId: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
  titles: fc.record({ romaji: name, english: name, native: name }),
  synonyms: fc.array(text, { maxLength: 3 }),
  format: fc.constantFrom(...mediaFormats),
  season: fc.option(fc.constantFrom(...seasons), { nil: null }),
  seasonYear: fc.option(fc.integer({ min: 1960, max: 2030 }), { nil: null }),
  startDate: date,
  episodes: known,
  chapters: known,
  volumes: known,
})

const unixSeconds = fc.option(fc.integer({ min: 1, max: 4_000_000_000 }), { nil: null })

const exportRow: fc.Arbitrary<ExportRow> = fc
  .record({
    kind: fc.constantFrom(...mediaKinds),
    id: fc.integer({ min: 1, max: 10_000_000 }),
    fields,
    entryId: known,
    createdAt: unixSeconds,
    updatedAt: unixSeconds,
    about: aboutMedia,
    anisearch: known,
  })
  .map(({ kind, id, fields: values, entryId, createdAt, updatedAt, about, anisearch }) => {
    const title = titleKey(kind, id)
    const entry: Entry = { title, entryId, createdAt, updatedAt, ...values }
    return {
      entry,
      media: emptyMedia(title, about),
      ...(anisearch === null ? {} : { ids: { anisearch } }),
    }
  })

/** A list with every field at its edges; each title once. */
export const library: fc.Arbitrary<readonly ExportRow[]> = fc.uniqueArray(exportRow, {
  maxLength: 12,
  selector: ({ entry }) => entry.title,
})
