import { z } from 'zod'
import type { AiringCalls } from '../../../shared/ipc/airing'
import { seasons } from '../../../shared/media'
import { isZone } from '../../../shared/zoned-time'
import type { SchemasOf } from './schemas'
import { id, ref } from './words'

/** Up to the year 9999. */
const second = z.int().min(0).max(253_402_300_799)
const mostMinutes = 7 * 24 * 60

export const airingArguments: SchemasOf<AiringCalls> = {
  'airing:state': z.tuple([]),
  'airing:between': z.tuple([id, second, second, z.enum(['mine', 'season'])]),
  'airing:season': z.tuple([
    id,
    z.strictObject({ year: z.int().min(1900).max(2200), season: z.enum(seasons) }),
    z.int().min(0).max(10_000),
  ]),
  'airing:notices': z.tuple([id.nullable()]),
  'airing:title': z.tuple([ref]),
  'airing:set-title': z.tuple([
    ref,
    z.strictObject({
      muted: z.boolean().exactOptional(),
      delay: z.int().min(0).max(mostMinutes).nullable().exactOptional(),
    }),
  ]),
  'airing:pause': z.tuple([z.int().min(0).max(mostMinutes)]),
  'airing:zone': z.tuple([z.string().max(64).refine(isZone)]),
  'airing:export': z.tuple([]),
  'airing:calendar': z.tuple([]),
  'airing:choose-calendar': z.tuple([]),
  'airing:stop-calendar': z.tuple([]),
}
