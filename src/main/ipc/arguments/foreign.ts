import { z } from 'zod'
import type { ForeignCalls } from '../../../shared/ipc/foreign'
import type { SchemasOf } from './schemas'

const words = z.strictObject({ text: z.string().max(200_000) })

export const foreignArguments: SchemasOf<ForeignCalls> = {
  'foreign:open': z.tuple([z.string().regex(/^[0-9a-f]{16}$/), z.int().min(0).max(9_999)]),
  'foreign:prepare': z.tuple([words]),
  'foreign:source': z.tuple([words]),
}
