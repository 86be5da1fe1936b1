import { emptyBrowse } from '../../../../src/shared/community/browse'
import type { DiscoverCalls } from '../../../../src/shared/ipc/discover'
import type { PeopleCalls } from '../../../../src/shared/ipc/people'
import type { SeriesCalls } from '../../../../src/shared/ipc/series'
import type { Look } from '../../../../src/shared/looked-up'

type Calls = DiscoverCalls & SeriesCalls & PeopleCalls

const look: Look = { accountId: 1, ticket: 3, want: 'fresh' }

export const goodDiscoverArguments: { readonly [C in keyof Calls]: Parameters<Calls[C]> } = {
  'discover:able': [1],
  'discover:browse': [look, { ...emptyBrowse, kind: 'anime', genres: ['Drama'], year: 2026 }, 2],
  'discover:find': [look, 'manga', 'mushishi'],
  'discover:genres': [look],
  'discover:tags': [look],
  'discover:on-air': [look],
  'series:page': [look, 'anime:5114'],
  'series:details': [look, 'manga:1'],
  'series:people': [look, 'anime:5114', 'actors', 1],
  'series:recommendations': [look, 'anime:5114', 1],
  'series:airings': [look, 'anime:5114'],
  'series:open': [1, 'anime:5114', 'trailer'],
  'people:character': [look, 12, 1],
  'people:staff': [look, 12, 2],
  'people:studio': [look, 12, 1],
  'people:one-character': [look, 12],
  'people:one-staff': [look, 12, 'actor'],
  'people:one-studio': [look, 12],
  'people:find-characters': [look, 'Frieren', 1],
  'people:find-staff': [look, 'Sawa', 1, 'staff'],
  'people:find-studios': [look, 'Bones', 1],
  'people:find-users': [look, 'mia', 1],
  'people:open-website': [1, { of: 'studio', id: 12 }],
}
