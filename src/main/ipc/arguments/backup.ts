import { z } from 'zod'
import {
  backupSites,
  exportFormats,
  importModes,
  rowClasses,
  tagUses,
} from '../../../shared/backup'
import { entryFields } from '../../../shared/entry'
import type { BackupCalls } from '../../../shared/ipc/backup'
import { scoreFormats } from '../../../shared/score'
import { statuses } from '../../../shared/status'
import type { SchemasOf } from './schemas'
import { id, kind, title } from './words'

/** Base64 of 180,000 bytes. */
const mostChunk = 240_000
/** More than this no reader takes anyway. */
const mostBytes = 64 * 1024 * 1024

const word = z.string().min(1).max(60)
const row = z.int().min(1).max(1_000_000)
const on = z.boolean()
const field = z.enum(entryFields)
const answers = z.strictObject({
  scoreFormat: z.enum(scoreFormats).exactOptional(),
  idsAre: z.enum(backupSites).exactOptional(),
})
const choice = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('mode'), mode: z.enum(importModes), removeMissing: on }),
  z.strictObject({ type: z.literal('tags'), tags: z.enum(tagUses) }),
  z.strictObject({ type: z.literal('lists'), create: on }),
  z.strictObject({ type: z.literal('row'), row, on }),
  z.strictObject({ type: z.literal('field'), field, on }),
  z.strictObject({ type: z.literal('kind'), kind, on }),
  z.strictObject({ type: z.literal('cell'), row, field, on }),
])
const request = z.strictObject({
  format: z.enum(exportFormats),
  accountId: id.nullable(),
  kind,
  includePrivate: on,
  history: on,
  words: z.strictObject({
    kinds: z.strictObject({ anime: word, manga: word }),
    statuses: z.record(z.enum(statuses), word),
  }),
})
/** A name of ours, so that no path can be meant. */
const autoName = z
  .string()
  .regex(/^(?:tsuzuki-[a-z0-9-]{1,60}\.json\.gz|before-version-\d{1,6}\.db)$/)

export const backupArguments: SchemasOf<BackupCalls> = {
  'backup:export': z.tuple([request]),
  'backup:drop-begin': z.tuple([z.int().min(0).max(mostBytes), z.string().min(1).max(255)]),
  'backup:drop-chunk': z.tuple([id, z.base64().max(mostChunk)]),
  'backup:drop-end': z.tuple([id, id, answers]),
  'backup:answer': z.tuple([answers]),
  'backup:preview': z.tuple([]),
  'backup:rows': z.tuple([z.array(z.enum(rowClasses)).max(6), z.int().min(0).max(1_000_000)]),
  'backup:choose': z.tuple([choice]),
  'backup:resolve': z.tuple([row, title.nullable()]),
  'backup:ask': z.tuple([]),
  'backup:ask-stop': z.tuple([]),
  'backup:apply': z.tuple([]),
  'backup:pause': z.tuple([id, on]),
  'backup:cancel': z.tuple([id.nullable()]),
  'backup:undo': z.tuple([id]),
  'backup:save-report': z.tuple([id]),
  'backup:jobs': z.tuple([]),
  'backup:auto-list': z.tuple([]),
  'backup:auto-folder': z.tuple([z.enum(['choose', 'usual'])]),
  'backup:auto-now': z.tuple([]),
  'backup:auto-restore': z.tuple([autoName, id]),
}
