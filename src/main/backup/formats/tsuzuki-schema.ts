import { z } from 'zod'
import { fuzzyDate } from '../../../shared/fuzzy-date'
import { mediaFormats, mediaKinds, seasons } from '../../../shared/media'
import { scoreFormats } from '../../../shared/score'
import { serviceIds } from '../../../shared/service'
import { statuses } from '../../../shared/status'
import { idSites } from '../model'

export const formatName = 'tsuzuki-backup'
export const formatVersion = 1

const count = z.int().min(0)
const raw = z.number().min(0).max(100)
const time = z.int().nullable()
const isoDay = /^\d{4}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])$/

/** A day as `YYYY-MM-DD`; parts that are unknown are zeros. */
const day = z
  .string()
  .regex(isoDay)
  .describe('YYYY-MM-DD; unknown parts are zeros: 2017-07-00 is July 2017')
  .nullable()

export const titleSchema = z.templateLiteral([z.enum(mediaKinds), ':', z.int().min(1)])

/** Every field of an entry. Scores are raw 0–100. */
export const fieldSchemas = {
  status: z.enum(statuses),
  score: raw.nullable(),
  progress: count,
  progressVolumes: count,
  repeats: count,
  startedAt: day,
  completedAt: day,
  notes: z.string(),
  private: z.boolean(),
  hidden: z.boolean(),
  customLists: z.array(z.string()),
  advancedScores: z.record(z.string(), raw),
  priority: count,
  personalScore: raw.nullable(),
  repeatDesire: count,
}

const fieldsSchema = z.object(fieldSchemas)
export const patchSchema = fieldsSchema.partial()

export const mediaSchema = z.object({
  malId: z.int().nullable(),
  titles: z.object({
    romaji: z.string().nullable(),
    english: z.string().nullable(),
    native: z.string().nullable(),
  }),
  synonyms: z.array(z.string()),
  format: z.enum(mediaFormats),
  season: z.enum(seasons).nullable(),
  seasonYear: z.int().nullable(),
  startDate: day,
  episodes: z.int().nullable(),
  chapters: z.int().nullable(),
  volumes: z.int().nullable(),
})

const idsSchema = z.partialRecord(z.enum(idSites), z.int().min(1))

const entrySchema = z.object({
  title: titleSchema,
  ids: idsSchema,
  media: mediaSchema,
  entryId: z.int().nullable(),
  createdAt: time.describe('Unix time in seconds'),
  updatedAt: time.describe('Unix time in seconds'),
  ...fieldSchemas,
})

export const changeSchema = z.object({
  title: titleSchema,
  at: z.int().describe('Unix time in milliseconds'),
  source: z.string(),
  before: patchSchema.nullable(),
  after: patchSchema.nullable(),
  group: z.int(),
  undone: z.boolean(),
})

const namesSchema = z.object({ anime: z.array(z.string()), manga: z.array(z.string()) })

const accountSchema = z.object({
  service: z.enum(serviceIds),
  sandbox: z.boolean().describe('From the built-in services: ids mean nothing elsewhere'),
  userId: z.int(),
  userName: z.string(),
  scoreFormat: z.enum(scoreFormats),
  customLists: namesSchema,
  advancedScores: namesSchema,
  entries: z.array(entrySchema),
  history: z.array(changeSchema).optional(),
})

/** A whole backup, as `docs/formats.md` describes it. */
export const fileSchema = z.object({
  format: z.literal(formatName),
  version: z.literal(formatVersion),
  madeAt: z.iso.datetime(),
  app: z.string(),
  accounts: z.array(accountSchema),
})

export type WrittenFile = z.infer<typeof fileSchema>
export type WrittenAccount = z.infer<typeof accountSchema>
export type WrittenEntry = z.infer<typeof entrySchema>
export type WrittenChange = z.infer<typeof changeSchema>
export type WrittenFields = z.infer<typeof fieldsSchema>
export type WrittenPatch = z.infer<typeof patchSchema>

/** `2017-07-00` for a fuzzy date, as the format writes it. */
export function dayText(date: number | null): string | null {
  if (date === null) return null
  const text = String(date).padStart(8, '0')
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
}

/** The other way round. */
export function dayOfText(text: string | null): number | null {
  if (text === null) return null
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number)
  return fuzzyDate({ year, month, day: date })
}
