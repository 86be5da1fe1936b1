import type { ListEntry } from '../../world/entry'
import { customListsOf, type SandboxUser, type ScoreFormat } from '../../world/user'
import { typeOf } from '../collection'
import { viewerOf, type GraphContext, type Resolvers } from '../context'
import { invalid, notFound } from '../errors'
import { changeOf, checkSave, type SaveArgs } from '../save'
import type { SeriesType } from '../../world/series'

/** The user's own entry with that id. */
function ownEntry(id: number | null | undefined, context: GraphContext): ListEntry {
  const entry = id ? context.world.lists.byId(id) : undefined
  if (!entry || entry.userId !== viewerOf(context).id) throw notFound()
  return entry
}

function save(args: SaveArgs, entry: ListEntry, context: GraphContext): ListEntry {
  const { world, now } = context
  const series = world.series(entry.mediaId)
  if (!series) throw notFound()
  return world.lists.change(entry, changeOf(args, viewerOf(context), series, entry, context), now)
}

function saveOrAdd(
  args: SaveArgs & { id?: number | null; mediaId?: number | null },
  context: GraphContext,
): ListEntry {
  const user = viewerOf(context)
  checkSave(args)
  if (args.id) return save(args, ownEntry(args.id, context), context)
  if (!args.mediaId) throw invalid('mediaId', 'The media id field is required.')
  const { world, now } = context
  const existing = world.lists.find(user.id, args.mediaId)
  if (existing) return save(args, existing, context)
  const series = world.series(args.mediaId)
  if (!series) throw notFound()
  const of = { userId: user.id, mediaId: series.id, type: series.type }
  return world.lists.add(of, changeOf(args, user, series, undefined, context), now)
}

function withoutCustomList(name: string, type: SeriesType, context: GraphContext): void {
  const user = viewerOf(context)
  if (!customListsOf(user, type).includes(name)) throw notFound()
  const { lists, users } = context.world
  for (const entry of [...lists.of(user.id, type).values()]) {
    if (!entry.customLists.includes(name)) continue
    const customLists = entry.customLists.filter((each) => each !== name)
    // An entry that was only to be seen there would be nowhere.
    lists.put({ ...entry, customLists, hidden: entry.hidden && customLists.length > 0 })
  }
  const slots = user.customLists[type].map((each) => (each === name ? '' : each))
  users.put({ ...user, customLists: { ...user.customLists, [type]: slots } })
}

interface TypeOptions {
  customLists?: string[]
  splitCompletedSectionByFormat?: boolean
  advancedScoring?: string[]
  advancedScoringEnabled?: boolean
}

interface UserArgs extends Record<string, unknown> {
  about?: string
  titleLanguage?: string
  displayAdultContent?: boolean
  scoreFormat?: ScoreFormat
  rowOrder?: string
  animeListOptions?: TypeOptions
  mangaListOptions?: TypeOptions
}

function updateUser(args: UserArgs, context: GraphContext): SandboxUser {
  const user = viewerOf(context)
  const { about, titleLanguage, displayAdultContent, scoreFormat, rowOrder, ...rest } = args
  const { animeListOptions: anime, mangaListOptions: manga, ...settings } = rest
  const options = anime ?? manga
  const changed: SandboxUser = {
    ...user,
    about: about ?? user.about,
    titleLanguage: titleLanguage ?? user.titleLanguage,
    adult: displayAdultContent ?? user.adult,
    scoreFormat: scoreFormat ?? user.scoreFormat,
    rowOrder: rowOrder ?? user.rowOrder,
    customLists: {
      anime: anime?.customLists ?? user.customLists.anime,
      manga: manga?.customLists ?? user.customLists.manga,
    },
    splitCompleted: {
      anime: anime?.splitCompletedSectionByFormat ?? user.splitCompleted.anime,
      manga: manga?.splitCompletedSectionByFormat ?? user.splitCompleted.manga,
    },
    advancedScoring: options?.advancedScoring ?? user.advancedScoring,
    advancedScoringEnabled: options?.advancedScoringEnabled ?? user.advancedScoringEnabled,
    settings: { ...user.settings, ...settings },
    updatedAt: context.now,
  }
  context.world.users.put(changed)
  return changed
}

/** Everything that changes a list or the settings it depends on. */
export const listMutations: Resolvers = {
  Mutation: {
    SaveMediaListEntry: (_source: unknown, args: Parameters<typeof saveOrAdd>[0], context) =>
      saveOrAdd(args, context),
    UpdateMediaListEntries(_source: unknown, args: SaveArgs & { ids?: number[] }, context) {
      viewerOf(context)
      checkSave(args)
      const entries = (args.ids ?? []).map((id) => ownEntry(id, context))
      return entries.map((entry) => save(args, entry, context))
    },
    DeleteMediaListEntry(_source: unknown, { id }: { id?: number }, context) {
      context.world.lists.remove(ownEntry(id, context))
      return { deleted: true }
    },
    DeleteCustomList(
      _source: unknown,
      { customList, type }: { customList?: string; type?: string },
      context,
    ) {
      if (!type) throw invalid('type', 'The type field is required.')
      withoutCustomList(customList ?? '', typeOf(type), context)
      return { deleted: true }
    },
    UpdateUser: (_source: unknown, args: UserArgs, context) => updateUser(args, context),
  },
}
