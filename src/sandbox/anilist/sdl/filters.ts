/** Arguments that more than one field takes. Only those the sandbox truly filters by. */
export const mediaFilters = `
  id: Int id_not: Int id_in: [Int] id_not_in: [Int]
  idMal: Int idMal_not: Int idMal_in: [Int] idMal_not_in: [Int]
  startDate: FuzzyDateInt startDate_greater: FuzzyDateInt startDate_lesser: FuzzyDateInt
  startDate_like: String
  endDate: FuzzyDateInt endDate_greater: FuzzyDateInt endDate_lesser: FuzzyDateInt
  endDate_like: String
  season: MediaSeason seasonYear: Int type: MediaType
  format: MediaFormat format_in: [MediaFormat] format_not: MediaFormat format_not_in: [MediaFormat]
  status: MediaStatus status_in: [MediaStatus] status_not: MediaStatus status_not_in: [MediaStatus]
  episodes: Int episodes_greater: Int episodes_lesser: Int
  duration: Int duration_greater: Int duration_lesser: Int
  chapters: Int chapters_greater: Int chapters_lesser: Int
  volumes: Int volumes_greater: Int volumes_lesser: Int
  isAdult: Boolean onList: Boolean
  genre: String genre_in: [String] genre_not_in: [String]
  tag: String tag_in: [String] tag_not_in: [String]
  tagCategory: String tagCategory_in: [String] tagCategory_not_in: [String]
  averageScore: Int averageScore_not: Int averageScore_greater: Int averageScore_lesser: Int
  popularity: Int popularity_not: Int popularity_greater: Int popularity_lesser: Int
  source: MediaSource source_in: [MediaSource]
  countryOfOrigin: CountryCode countryOfOrigin_in: [CountryCode]
  countryOfOrigin_not_in: [CountryCode]
  search: String sort: [MediaSort]
`

/** Of one person's entries; `MediaListCollection` takes these too. */
export const collectionFilters = `
  userId: Int userName: String type: MediaType
  status: MediaListStatus status_in: [MediaListStatus]
  status_not: MediaListStatus status_not_in: [MediaListStatus]
  notes: String notes_like: String
  startedAt: FuzzyDateInt startedAt_greater: FuzzyDateInt startedAt_lesser: FuzzyDateInt
  startedAt_like: String
  completedAt: FuzzyDateInt completedAt_greater: FuzzyDateInt completedAt_lesser: FuzzyDateInt
  completedAt_like: String
  sort: [MediaListSort]
`

export const listFilters = `${collectionFilters}
  id: Int mediaId: Int mediaId_in: [Int] mediaId_not_in: [Int]
  isFollowing: Boolean userId_in: [Int]
`

export const airingFilters = `
  id: Int id_not: Int id_in: [Int] id_not_in: [Int]
  mediaId: Int mediaId_not: Int mediaId_in: [Int] mediaId_not_in: [Int]
  episode: Int episode_not: Int episode_in: [Int] episode_not_in: [Int]
  episode_greater: Int episode_lesser: Int
  airingAt: Int airingAt_greater: Int airingAt_lesser: Int
  notYetAired: Boolean sort: [AiringSort]
`
