import { dateParts } from '../../../shared/fuzzy-date'
import { nothingHidden } from '../collection'
import type { ListEntry } from '../../world/entry'
import { customListsOf, type ScoreFormat, type SandboxUser } from '../../world/user'
import type { GraphContext, Resolvers } from '../context'
import { notFound } from '../errors'
import { shownScore } from '../scores'

function ownerOf(entry: ListEntry, { world }: GraphContext): SandboxUser {
  const owner = world.users.get(entry.userId)
  if (!owner) throw notFound()
  return owner
}

/** Fields of an entry. Its own names are AniList's, except those given here. */
export const listFields: Resolvers = {
  MediaList: {
    score: (entry: ListEntry, { format }: { format?: ScoreFormat }, context) =>
      shownScore(entry.score, format ?? ownerOf(entry, context).scoreFormat),
    progressVolumes: (entry: ListEntry) => (entry.type === 'manga' ? entry.progressVolumes : null),
    hiddenFromStatusLists: (entry: ListEntry) => entry.hidden,
    customLists(entry: ListEntry, { asArray }: { asArray?: boolean }, context) {
      const names = customListsOf(ownerOf(entry, context), entry.type)
      if (names.length === 0) return null
      const flags = names.map((name) => ({ name, enabled: entry.customLists.includes(name) }))
      return asArray ? flags : Object.fromEntries(flags.map(({ name, enabled }) => [name, enabled]))
    },
    advancedScores(entry: ListEntry, _args: unknown, context) {
      const { advancedScoring } = ownerOf(entry, context)
      return Object.fromEntries(
        advancedScoring.map((name, at) => [name, entry.advancedScores[at] ?? 0]),
      )
    },
    startedAt: (entry: ListEntry) => dateParts(entry.startedAt),
    completedAt: (entry: ListEntry) => dateParts(entry.completedAt),
    media: (entry: ListEntry, _args: unknown, { world }) => world.series(entry.mediaId) ?? null,
    user: (entry: ListEntry, _args: unknown, context) => ownerOf(entry, context),
  },
  MediaListGroup: {
    entries: (group: { entries: ListEntry[] }, _args: unknown, context) =>
      group.entries.filter(nothingHidden(context)),
  },
}
