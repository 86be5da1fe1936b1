import { statisticsOf } from '../../anilist/statistics'
import type { SandboxUser } from '../../world/user'
import type { World } from '../../world/world'
import { scoreTypeOf } from '../words'

const pictures = 'https://img.anilist.co/user'

/** The small user model. */
export function smallUser(user: SandboxUser): Record<string, unknown> {
  return {
    id: user.id,
    display_name: user.name,
    image_url_lge: `${pictures}/reg/default.png`,
    image_url_med: `${pictures}/sml/default.png`,
  }
}

/** The user model. */
export function fullUser(
  user: SandboxUser,
  world: World,
  following: boolean,
): Record<string, unknown> {
  const figures = (type: 'anime' | 'manga'): ReturnType<typeof statisticsOf> =>
    statisticsOf(
      [...world.lists.of(user.id, type).values()].flatMap((entry) => {
        const series = world.series(entry.mediaId)
        return series ? [{ entry, series }] : []
      }),
    )
  return {
    ...smallUser(user),
    anime_time: figures('anime').minutesWatched,
    manga_chap: figures('manga').chaptersRead,
    about: user.about,
    list_order: user.rowOrder === 'title' ? 1 : 0,
    adult_content: user.adult,
    following,
    image_url_banner: null,
    title_language: user.titleLanguage.toLowerCase(),
    score_type: scoreTypeOf(user.scoreFormat),
    custom_list_anime: user.customLists.anime,
    custom_list_manga: user.customLists.manga,
    advanced_rating: user.advancedScoringEnabled,
    // Older accounts were seen with a space in front of each name but the first.
    advanced_rating_names: user.advancedScoring.map((name, at) => (at === 0 ? name : ` ${name}`)),
    notifications: user.unread,
  }
}
