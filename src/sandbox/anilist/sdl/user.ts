/** People, their settings and figures. */
export const userTypes = `
type User {
  id: Int!
  name: String!
  about(asHtml: Boolean): String
  avatar: UserAvatar
  bannerImage: String
  isFollowing: Boolean
  isFollower: Boolean
  options: UserOptions
  mediaListOptions: MediaListOptions
  statistics: UserStatisticTypes
  unreadNotificationCount: Int
  siteUrl: String
  createdAt: Int
  updatedAt: Int
}

type UserAvatar {
  large: String
  medium: String
}

type UserOptions {
  titleLanguage: UserTitleLanguage
  displayAdultContent: Boolean
  airingNotifications: Boolean
  profileColor: String
  notificationOptions: [NotificationOption]
  timezone: String
  activityMergeTime: Int
  staffNameLanguage: UserStaffNameLanguage
  restrictMessagesToFollowing: Boolean
  disabledListActivity: [ListActivityOption]
}

type NotificationOption {
  type: NotificationType
  enabled: Boolean
}

type ListActivityOption {
  disabled: Boolean
  type: MediaListStatus
}

type MediaListOptions {
  scoreFormat: ScoreFormat
  rowOrder: String
  animeList: MediaListTypeOptions
  mangaList: MediaListTypeOptions
}

type MediaListTypeOptions {
  sectionOrder: [String]
  splitCompletedSectionByFormat: Boolean
  customLists: [String]
  advancedScoring: [String]
  advancedScoringEnabled: Boolean
}

input MediaListOptionsInput {
  sectionOrder: [String]
  splitCompletedSectionByFormat: Boolean
  customLists: [String]
  advancedScoring: [String]
  advancedScoringEnabled: Boolean
}

input NotificationOptionInput {
  type: NotificationType
  enabled: Boolean
}

input ListActivityOptionInput {
  disabled: Boolean
  type: MediaListStatus
}

type UserStatisticTypes {
  anime: UserStatistics
  manga: UserStatistics
}

type UserStatistics {
  count: Int!
  meanScore: Float!
  standardDeviation: Float!
  minutesWatched: Int!
  episodesWatched: Int!
  chaptersRead: Int!
  volumesRead: Int!
  formats(limit: Int, sort: [UserStatisticsSort]): [UserFormatStatistic]
  statuses(limit: Int, sort: [UserStatisticsSort]): [UserStatusStatistic]
  scores(limit: Int, sort: [UserStatisticsSort]): [UserScoreStatistic]
  releaseYears(limit: Int, sort: [UserStatisticsSort]): [UserReleaseYearStatistic]
  genres(limit: Int, sort: [UserStatisticsSort]): [UserGenreStatistic]
}

type UserFormatStatistic {
  count: Int!
  meanScore: Float!
  minutesWatched: Int!
  chaptersRead: Int!
  mediaIds: [Int]!
  format: MediaFormat
}

type UserStatusStatistic {
  count: Int!
  meanScore: Float!
  minutesWatched: Int!
  chaptersRead: Int!
  mediaIds: [Int]!
  status: MediaListStatus
}

type UserScoreStatistic {
  count: Int!
  meanScore: Float!
  minutesWatched: Int!
  chaptersRead: Int!
  mediaIds: [Int]!
  score: Int
}

type UserReleaseYearStatistic {
  count: Int!
  meanScore: Float!
  minutesWatched: Int!
  chaptersRead: Int!
  mediaIds: [Int]!
  releaseYear: Int
}

type UserGenreStatistic {
  count: Int!
  meanScore: Float!
  minutesWatched: Int!
  chaptersRead: Int!
  mediaIds: [Int]!
  genre: String
}

enum UserStatisticsSort {
  ID ID_DESC COUNT COUNT_DESC PROGRESS PROGRESS_DESC MEAN_SCORE MEAN_SCORE_DESC
}
`
