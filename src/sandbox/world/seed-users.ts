import type { SandboxUser, ScoreFormat } from './user'

const names = [
  'mika', 'Aoi_Reads', 'kurokawa', 'sunny-side', 'ListGoblin', 'haru42',
  'Teahouse', 'nightbus', 'Okinawa_Joe', 'pagepagepage', 'zeroEpisodes', 'Lena',
] // prettier-ignore

const about = [
  'Slow watcher, fast reader.',
  'I rate everything a 7.\n\nAsk me about **mecha**.',
  'Here for the endings.',
]

export interface SeedUserOptions {
  id: number
  scoreFormat: ScoreFormat
  adult: boolean
  /** Unix s. */
  now: number
}

/** The person signed in (id 1 of its service) and the others about. */
export function seedUser({ id, scoreFormat, adult, now }: SeedUserOptions): SandboxUser {
  const main = id === mainUserId
  return {
    id,
    name: names[(id - mainUserId) % names.length] ?? `user${id}`,
    about: about[id % about.length] ?? '',
    titleLanguage: 'ROMAJI',
    adult,
    scoreFormat: main ? scoreFormat : 'POINT_10',
    rowOrder: 'score',
    customLists: {
      anime: main ? ['', 'Fall Anime', 'Comfort', '', 'With friends'] : ['', '', '', '', ''],
      manga: main ? ['On the shelf', '', 'Borrowed', '', ''] : ['', '', '', '', ''],
    },
    advancedScoring: ['Story', 'Characters', 'Visuals', 'Audio', 'Enjoyment'],
    advancedScoringEnabled: main,
    splitCompleted: { anime: false, manga: false },
    settings: {
      airingNotifications: true,
      profileColor: 'blue',
      timezone: '09:00',
      activityMergeTime: 720,
      staffNameLanguage: 'ROMAJI_WESTERN',
      restrictMessagesToFollowing: false,
    },
    unread: main ? 3 : 0,
    createdAt: now - 200_000_000 - id * 86_400,
    updatedAt: now - id * 3600,
  }
}

/** The id of the user whose tokens are handed out at the start. */
export const mainUserId = 4001
/** How many people there are at most. */
export const mostUsers = names.length
