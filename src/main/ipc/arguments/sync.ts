import { z } from 'zod'
import type { SyncCalls } from '../../../shared/ipc/sync'
import type { SchemasOf } from './schemas'
import { id, ref } from './words'

export const syncArguments: SchemasOf<SyncCalls> = {
  'sync:states': z.tuple([]),
  'sync:now': z.tuple([id, z.boolean()]),
  'sync:entry': z.tuple([ref]),
  'sync:accept': z.tuple([id, z.boolean()]),
}
