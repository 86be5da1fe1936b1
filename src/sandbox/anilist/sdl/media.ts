/** Titles and their broadcasts; what people do with them is in the social types. */
export const mediaTypes = `
type Media {
  id: Int!
  idMal: Int
  title: MediaTitle
  type: MediaType
  format: MediaFormat
  status(version: Int): MediaStatus
  description(asHtml: Boolean): String
  startDate: FuzzyDate
  endDate: FuzzyDate
  season: MediaSeason
  seasonYear: Int
  episodes: Int
  duration: Int
  chapters: Int
  volumes: Int
  countryOfOrigin: CountryCode
  isLicensed: Boolean
  source(version: Int): MediaSource
  hashtag: String
  trailer: MediaTrailer
  updatedAt: Int
  coverImage: MediaCoverImage
  bannerImage: String
  genres: [String]
  synonyms: [String]
  averageScore: Int
  meanScore: Int
  popularity: Int
  trending: Int
  favourites: Int
  tags: [MediaTag]
  isFavourite: Boolean!
  isFavouriteBlocked: Boolean!
  isAdult: Boolean
  nextAiringEpisode: AiringSchedule
  airingSchedule(notYetAired: Boolean, page: Int, perPage: Int): AiringScheduleConnection
  externalLinks: [MediaExternalLink]
  streamingEpisodes: [MediaStreamingEpisode]
  rankings: [MediaRank]
  mediaListEntry: MediaList
  stats: MediaStats
  siteUrl: String
}

type MediaTitle {
  romaji(stylised: Boolean): String
  english(stylised: Boolean): String
  native(stylised: Boolean): String
  userPreferred: String
}

type FuzzyDate {
  year: Int
  month: Int
  day: Int
}

type MediaTrailer {
  id: String
  site: String
  thumbnail: String
}

type MediaCoverImage {
  extraLarge: String
  large: String
  medium: String
  color: String
}

type MediaTag {
  id: Int!
  name: String!
  description: String
  category: String
  rank: Int
  isGeneralSpoiler: Boolean
  isMediaSpoiler: Boolean
  isAdult: Boolean
}

type AiringSchedule {
  id: Int!
  airingAt: Int!
  timeUntilAiring: Int!
  episode: Int!
  mediaId: Int!
  media: Media
}

type AiringScheduleConnection {
  edges: [AiringScheduleEdge]
  nodes: [AiringSchedule]
  pageInfo: PageInfo
}

type AiringScheduleEdge {
  node: AiringSchedule
  id: Int
}

type MediaExternalLink {
  id: Int!
  url: String
  site: String!
  siteId: Int
  type: ExternalLinkType
  language: String
  color: String
  icon: String
  notes: String
  isDisabled: Boolean
}

type MediaStreamingEpisode {
  title: String
  thumbnail: String
  url: String
  site: String
}

type MediaRank {
  id: Int!
  rank: Int!
  type: MediaRankType!
  format: MediaFormat!
  year: Int
  season: MediaSeason
  allTime: Boolean
  context: String!
}

type MediaStats {
  scoreDistribution: [ScoreDistribution]
  statusDistribution: [StatusDistribution]
}

type ScoreDistribution {
  score: Int
  amount: Int
}

type StatusDistribution {
  status: MediaListStatus
  amount: Int
}
`
