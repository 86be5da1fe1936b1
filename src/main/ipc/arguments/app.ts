import { z } from 'zod'
import type { AppCalls } from '../../../shared/ipc/app'
import { settingShapes } from '../../plain/settings-schema'
import type { SchemasOf } from './schemas'

const optional = Object.fromEntries(
  Object.entries(settingShapes).map(([name, shape]) => [name, shape.exactOptional()]),
) as never as {
  // The same shapes under the same names, each of which may be left out.
  [K in keyof typeof settingShapes]: z.ZodExactOptional<(typeof settingShapes)[K]>
}

export const appArguments: SchemasOf<AppCalls> = {
  'app:info': z.tuple([]),
  'app:notices': z.tuple([]),
  'app:open-own': z.tuple([z.enum(['homepage', 'licence', 'titles-source', 'fonts-source'])]),
  'app:diagnostics': z.tuple([]),
  'settings:get': z.tuple([]),
  'settings:set': z.tuple([z.strictObject(optional)]),
  'sandbox:state': z.tuple([]),
  'sandbox:set-online': z.tuple([z.boolean()]),
}
