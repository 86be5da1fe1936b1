import { z } from 'zod'
import type { LookCalls } from '../../../shared/ipc/looks'
import type { Look } from '../../../shared/looked-up'
import type { SchemasOf } from './schemas'
import { id } from './words'

/** The first argument of every call that looks something up. */
export const look = z.strictObject({
  accountId: id,
  ticket: id,
  want: z.enum(['known', 'fresh', 'anew']),
}) satisfies z.ZodType<Look>

/** A page of something longer, from 1. */
export const page = z.int().min(1).max(10_000)

export const lookArguments: SchemasOf<LookCalls> = { 'looks:leave': z.tuple([id]) }
