import { z } from 'zod'
import { type BrowseQuery, browseSorts } from '../../../shared/community/browse'
import type { DiscoverCalls } from '../../../shared/ipc/discover'
import type { PeopleCalls } from '../../../shared/ipc/people'
import type { SeriesCalls } from '../../../shared/ipc/series'
import { mediaFormats, mediaStatuses, seasons } from '../../../shared/media'
import { look, page } from './looks'
import type { SchemasOf } from './schemas'
import { id, kind, title } from './words'

const text = z.string().max(200)
const names = z.array(z.string().min(1).max(100)).max(100)
const work = z.enum(['staff', 'actor'])

const query = z.strictObject({
  kind,
  text,
  year: z.int().min(1900).max(2200).nullable(),
  season: z.enum(seasons).nullable(),
  format: z.enum(mediaFormats).nullable(),
  status: z.enum(mediaStatuses).nullable(),
  genres: names,
  withoutGenres: names,
  tags: names,
  withoutTags: names,
  adult: z.boolean().nullable(),
  onMyList: z.boolean().nullable(),
  sort: z.enum(browseSorts),
  descending: z.boolean(),
  airing: z.boolean(),
  whole: z.boolean(),
}) satisfies z.ZodType<BrowseQuery>

export const discoverArguments: SchemasOf<DiscoverCalls> = {
  'discover:able': z.tuple([id]),
  'discover:browse': z.tuple([look, query, page]),
  'discover:find': z.tuple([look, kind, text]),
  'discover:genres': z.tuple([look]),
  'discover:tags': z.tuple([look]),
  'discover:on-air': z.tuple([look]),
}

export const seriesArguments: SchemasOf<SeriesCalls> = {
  'series:page': z.tuple([look, title]),
  'series:details': z.tuple([look, title]),
  'series:people': z.tuple([look, title, z.enum(['characters', 'staff', 'actors']), page]),
  'series:recommendations': z.tuple([look, title, page]),
  'series:airings': z.tuple([look, title]),
  'series:open': z.tuple([id, title, z.union([z.literal('trailer'), z.int().min(0).max(1_000)])]),
}

export const peopleArguments: SchemasOf<PeopleCalls> = {
  'people:character': z.tuple([look, id, page]),
  'people:staff': z.tuple([look, id, page]),
  'people:studio': z.tuple([look, id, page]),
  'people:one-character': z.tuple([look, id]),
  'people:one-staff': z.tuple([look, id, work]),
  'people:one-studio': z.tuple([look, id]),
  'people:find-characters': z.tuple([look, text, page]),
  'people:find-staff': z.tuple([look, text, page, work]),
  'people:find-studios': z.tuple([look, text, page]),
  'people:find-users': z.tuple([look, text, page]),
  'people:open-website': z.tuple([
    id,
    z.strictObject({ of: z.enum(['staff', 'actor', 'studio']), id }),
  ]),
}
