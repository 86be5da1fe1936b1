import { z } from 'zod'
import { entryFields } from '../../../shared/entry'
import type { QueueCalls } from '../../../shared/ipc/queue'
import type { SchemasOf } from './schemas'
import { patch, ref } from './words'

const conflictFields = z.enum([...entryFields, 'entry'])
const choice = z.enum(['mine', 'theirs', 'higher'])

export const queueArguments: SchemasOf<QueueCalls> = {
  'queue:status': z.tuple([]),
  'queue:rows': z.tuple([z.int().min(0)]),
  'queue:send-now': z.tuple([ref.nullable()]),
  'queue:retry': z.tuple([ref]),
  'queue:change': z.tuple([ref, patch]),
  'queue:drop': z.tuple([ref]),
  'queue:hold': z.tuple([z.boolean()]),
  'queue:resolve': z.tuple([ref, z.partialRecord(conflictFields, choice)]),
}
