import { z } from 'zod'
import type { AccountCalls } from '../../../shared/ipc/accounts'
import { signInWays } from '../../../shared/sign-in'
import { settingShapes } from '../../plain/settings-schema'
import type { SchemasOf } from './schemas'
import { id, kind, listName, service } from './words'

const signIn = z.strictObject({
  service,
  way: z.enum(signInWays),
  site: z.string().max(100).exactOptional(),
  accountId: id.exactOptional(),
})

const client = z.strictObject({
  service,
  // What stands in an address; ids of clients are numbers and words.
  clientId: z.string().regex(/^[\w.~:@-]{0,200}$/),
  ownRedirect: settingShapes.homepage,
})

const newNames = z.array(listName).max(200)
const newLists = z.strictObject({
  anime: newNames.exactOptional(),
  manga: newNames.exactOptional(),
})

export const accountArguments: SchemasOf<AccountCalls> = {
  'accounts:list': z.tuple([]),
  'accounts:try': z.tuple([service]),
  'accounts:open': z.tuple([id]),
  'accounts:sign-out': z.tuple([id]),
  'accounts:remove': z.tuple([id]),
  'accounts:create-lists': z.tuple([id, newLists]),
  'accounts:remove-list': z.tuple([id, kind, listName]),
  'accounts:sign-in': z.tuple([signIn]),
  'accounts:sign-in-state': z.tuple([]),
  'accounts:paste': z.tuple([]),
  'accounts:cancel-sign-in': z.tuple([]),
  'accounts:setups': z.tuple([]),
  'accounts:set-client': z.tuple([client]),
  'accounts:paste-secret': z.tuple([service]),
  'accounts:forget-secret': z.tuple([service]),
  'accounts:open-registration': z.tuple([service]),
  'accounts:keeping': z.tuple([]),
  'accounts:allow-unprotected': z.tuple([z.boolean()]),
}
