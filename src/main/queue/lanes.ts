import type { AccountOptions } from '../../shared/account'
import { emptyFields } from '../../shared/entry'
import type { ListOwner, Provider } from '../providers/provider'
import type { Work } from './plan'

const options: AccountOptions = {
  scoreFormat: 'point-100',
  scoreTable: 'anilist',
  titleLanguage: 'romaji',
  adult: false,
  customLists: { anime: [], manga: [] },
  advancedScores: { anime: [], manga: [] },
}
const anybody: ListOwner = { userId: 1, userName: 'anybody', options }
const something = {
  title: 'anime:1',
  entryId: 1,
  patch: { progress: 1 },
  full: { ...emptyFields, progress: 1 },
  exists: true,
} as const

/** Which limit each kind of work counts against. Calls are values: it is seen without sending one. */
export function lanesOf(provider: Provider): Readonly<Record<Work, string>> {
  const { title, entryId } = something
  const read = provider.someEntries
    ? provider.someEntries.call(anybody, [title])
    : provider.listPage(anybody, 'anime', 1, null)
  return {
    read: read.bucket,
    write: provider.save(anybody, [something]).bucket,
    remove: provider.remove(anybody, title, entryId).bucket,
  }
}
