import { z } from 'zod'
import type { HistoryCalls } from '../../../shared/ipc/history'
import type { SchemasOf } from './schemas'
import { id, ref } from './words'

export const historyArguments: SchemasOf<HistoryCalls> = {
  'history:list': z.tuple([ref.nullable(), id.nullable()]),
  'history:undo': z.tuple([id.nullable()]),
  'history:redo': z.tuple([]),
}
