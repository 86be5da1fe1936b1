import { z } from 'zod'
import type { AccountCalls } from '../../../shared/ipc/accounts'
import type { SchemasOf } from './schemas'
import { id, service } from './words'

export const accountArguments: SchemasOf<AccountCalls> = {
  'accounts:list': z.tuple([]),
  'accounts:try': z.tuple([service]),
  'accounts:open': z.tuple([id]),
  'accounts:remove': z.tuple([id]),
}
