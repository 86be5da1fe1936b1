import { z } from 'zod'
import { behaviourSchema, type Behaviour } from '../behaviour'
import { entryStatuses, type EntryChange } from '../world/entry'
import type { LimitRule } from '../core/limits'
import type { SandboxUser } from '../world/user'

const count = z.int().min(0)
const date = z.int().nullable()

/** Drops what was not sent, so that it does not overwrite. */
function sent<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as never
}

export const entryChangeSchema = z
  .strictObject({
    status: z.enum(entryStatuses),
    score: count.max(100),
    progress: count,
    progressVolumes: count,
    repeat: count,
    priority: count,
    private: z.boolean(),
    hidden: z.boolean(),
    notes: z.string().nullable(),
    customLists: z.array(z.string()),
    advancedScores: z.array(z.number()),
    startedAt: date,
    completedAt: date,
    personal: count.max(100),
    repeating: z.boolean(),
    desire: count.max(5),
  })
  .partial()
  .transform((value): EntryChange => sent(value))

const window = z.strictObject({ max: count, windowMs: z.number().positive() })

export const limitSchema = z
  .strictObject({
    max: count,
    windowMs: z.number().positive(),
    flight: z.int().positive(),
    penaltyMs: z.number().min(0),
    burst: window,
  })
  .partial()
  .transform((value): Partial<LimitRule> => sent(value))

export const clientSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().default('A program'),
  secret: z.string().nullable().default(null),
  redirectUris: z.array(z.string()),
})

const slots = z.array(z.string())

export const userChangeSchema = z
  .strictObject({
    name: z.string().min(1),
    adult: z.boolean(),
    scoreFormat: z.enum(['POINT_100', 'POINT_10_DECIMAL', 'POINT_10', 'POINT_5', 'POINT_3']),
    customLists: z.strictObject({ anime: slots, manga: slots }),
    advancedScoring: z.array(z.string()),
    advancedScoringEnabled: z.boolean(),
    splitCompleted: z.strictObject({ anime: z.boolean(), manga: z.boolean() }),
  })
  .partial()
  .transform((value): Partial<SandboxUser> => sent(value))

export const behaviourChangeSchema = behaviourSchema
  .partial()
  .transform((value): Partial<Behaviour> => sent(value))
