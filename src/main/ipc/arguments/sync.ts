import { z } from 'zod'
import type { SyncCalls } from '../../../shared/ipc/sync'
import type { SchemasOf } from './schemas'
import { id } from './words'

export const syncArguments: SchemasOf<SyncCalls> = {
  'sync:states': z.tuple([]),
  'sync:now': z.tuple([id, z.boolean()]),
  'sync:accept': z.tuple([id, z.boolean()]),
}
