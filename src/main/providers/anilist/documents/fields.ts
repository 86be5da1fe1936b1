/** Every field of an entry: 23 fields, so 24 points of complexity where it is asked for. */
export const entryFields = `
fragment EntryFields on MediaList {
  id
  mediaId
  status
  score(format: POINT_100)
  progress
  progressVolumes
  repeat
  priority
  private
  notes
  hiddenFromStatusLists
  customLists
  advancedScores
  startedAt { year month day }
  completedAt { year month day }
  updatedAt
  createdAt
}`

/** What a full batch can afford: 18 fields an entry (docs/services.md, "AniList: batches"). */
export const batchFields = `
fragment BatchFields on MediaList {
  id
  status
  score(format: POINT_100)
  progress
  progressVolumes
  repeat
  notes
  customLists
  advancedScores
  startedAt { year month day }
  completedAt { year month day }
  updatedAt
}`

/** What a list shows of a title. */
export const mediaFields = `
fragment MediaFields on Media {
  id
  idMal
  title { romaji english native }
  synonyms
  format
  status(version: 2)
  season
  seasonYear
  startDate { year month day }
  endDate { year month day }
  episodes
  chapters
  volumes
  duration
  genres
  tags { name rank isMediaSpoiler isGeneralSpoiler }
  studios(isMain: true) { nodes { name } }
  averageScore
  popularity
  isAdult
  coverImage { medium large color }
  bannerImage
  nextAiringEpisode { episode airingAt }
  updatedAt
}`
