import { airingFilters, collectionFilters, listFilters, mediaFilters } from './filters'

/** The entry points for lists and titles; the social ones extend these types. */
export const rootTypes = `
type Query {
  Page(page: Int, perPage: Int): Page
  Media(${mediaFilters}): Media
  MediaList(${listFilters}): MediaList
  MediaListCollection(${collectionFilters}
    forceSingleCompletedList: Boolean chunk: Int perChunk: Int
  ): MediaListCollection
  AiringSchedule(${airingFilters}): AiringSchedule
  GenreCollection: [String]
  MediaTagCollection(status: Int): [MediaTag]
  User(id: Int, name: String, search: String, sort: [UserSort]): User
  Viewer: User
}

type Page {
  pageInfo: PageInfo
  users(id: Int, name: String, search: String, sort: [UserSort]): [User]
  media(${mediaFilters}): [Media]
  mediaList(${listFilters}): [MediaList]
  airingSchedules(${airingFilters}): [AiringSchedule]
}

type PageInfo {
  total: Int
  perPage: Int
  currentPage: Int
  lastPage: Int
  hasNextPage: Boolean
}

type Mutation {
  UpdateUser(
    about: String titleLanguage: UserTitleLanguage displayAdultContent: Boolean
    airingNotifications: Boolean scoreFormat: ScoreFormat rowOrder: String profileColor: String
    notificationOptions: [NotificationOptionInput] timezone: String activityMergeTime: Int
    animeListOptions: MediaListOptionsInput mangaListOptions: MediaListOptionsInput
    staffNameLanguage: UserStaffNameLanguage restrictMessagesToFollowing: Boolean
    disabledListActivity: [ListActivityOptionInput]
  ): User
  SaveMediaListEntry(
    id: Int mediaId: Int status: MediaListStatus score: Float scoreRaw: Int
    progress: Int progressVolumes: Int repeat: Int priority: Int private: Boolean
    notes: String hiddenFromStatusLists: Boolean customLists: [String]
    advancedScores: [Float] startedAt: FuzzyDateInput completedAt: FuzzyDateInput
  ): MediaList
  UpdateMediaListEntries(
    status: MediaListStatus score: Float scoreRaw: Int
    progress: Int progressVolumes: Int repeat: Int priority: Int private: Boolean
    notes: String hiddenFromStatusLists: Boolean advancedScores: [Float]
    startedAt: FuzzyDateInput completedAt: FuzzyDateInput ids: [Int]
  ): [MediaList]
  DeleteMediaListEntry(id: Int): Deleted
  DeleteCustomList(customList: String, type: MediaType): Deleted
}

type Deleted {
  deleted: Boolean
}
`
