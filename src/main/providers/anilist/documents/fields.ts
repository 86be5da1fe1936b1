/** Every field of an entry: 24 points of complexity with the field that asks for it. */
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

/** What each of 24 entries can afford: 20 points (docs/services.md, "AniList: batches"). */
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
  createdAt
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
