// What several documents ask for. A document adds the fragments that it spreads, no others.

/** Somebody beside what they wrote. */
export const userFields = `
fragment UserFields on User {
  id
  name
  avatar { medium large }
}`

/** A title that is named in passing. */
export const cardFields = `
fragment CardFields on Media {
  id
  idMal
  type
  title { romaji english native }
  format
  status(version: 2)
  seasonYear
  episodes
  chapters
  volumes
  averageScore
  isAdult
  coverImage { medium large color }
}`

export const characterFields = `
fragment CharacterFields on Character {
  id
  name { full native alternative alternativeSpoiler }
  image { medium large }
}`

export const characterDetails = `
fragment CharacterDetails on Character {
  ...CharacterFields
  description
  isFavourite
  favourites
  gender
  age
  bloodType
  dateOfBirth { year month day }
}`

export const staffFields = `
fragment StaffFields on Staff {
  id
  name { full native alternative }
  languageV2
  image { medium large }
}`

export const staffDetails = `
fragment StaffDetails on Staff {
  ...StaffFields
  description
  isFavourite
  favourites
  gender
  age
  dateOfBirth { year month day }
  dateOfDeath { year month day }
  homeTown
  bloodType
  primaryOccupations
  yearsActive
}`

export const studioDetails = `
fragment StudioDetails on Studio {
  id
  name
  isAnimationStudio
  isFavourite
  favourites
  siteUrl
}`

/** A review without its text. Spreads UserFields and CardFields. */
export const reviewFields = `
fragment ReviewFields on Review {
  id
  mediaType
  summary
  score
  private
  rating
  ratingAmount
  userRating
  createdAt
  updatedAt
  user { ...UserFields }
  media { ...CardFields }
}`

/** Spreads UserFields and CardFields. */
export const threadFields = `
fragment ThreadFields on Thread {
  id
  title
  isSticky
  isLocked
  isSubscribed
  isLiked
  likeCount
  replyCount
  viewCount
  repliedAt
  createdAt
  categories { id name }
  mediaCategories { ...CardFields }
  user { ...UserFields }
  replyUser { ...UserFields }
}`

/** Spreads UserFields. */
export const commentFields = `
fragment CommentFields on ThreadComment {
  id
  comment
  likeCount
  isLiked
  createdAt
  updatedAt
  user { ...UserFields }
}`
