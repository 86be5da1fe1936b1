import { characterFields, staffFields, userFields } from './community-fields'
import { mediaFields } from './fields'

const shareFields = 'count meanScore minutesWatched chaptersRead'

const profileFields = `
fragment ProfileFields on User {
  ...UserFields
  bannerImage
  about
  isFollowing
  isFollower
  createdAt
  options { titleLanguage displayAdultContent }
  mediaListOptions { scoreFormat rowOrder }
  statistics {
    anime { ...StatisticsFields }
    manga { ...StatisticsFields }
  }
}
fragment StatisticsFields on UserStatistics {
  count
  meanScore
  standardDeviation
  minutesWatched
  episodesWatched
  chaptersRead
  volumesRead
  formats { format ${shareFields} }
  statuses { status ${shareFields} }
  scores { score ${shareFields} }
  releaseYears { releaseYear ${shareFields} }
  genres { genre ${shareFields} }
}
${userFields}`

/** Only this query knows whose token it is. */
export const ownProfileDocument = `
query OwnProfile {
  Viewer {
    ...ProfileFields
    unreadNotificationCount
  }
}
${profileFields}`

export const userDocument = `
query UserProfile($id: Int, $name: String) {
  User(id: $id, name: $name) {
    ...ProfileFields
  }
}
${profileFields}`

export const userSearchDocument = `
query UserSearch($page: Int, $perPage: Int, $search: String) {
  Page(page: $page, perPage: $perPage) {
    pageInfo { hasNextPage }
    users(search: $search, sort: [SEARCH_MATCH]) { ...UserFields }
  }
}
${userFields}`

export const followingDocument = `
query Following($page: Int, $perPage: Int, $userId: Int!) {
  Page(page: $page, perPage: $perPage) {
    pageInfo { hasNextPage }
    following(userId: $userId, sort: [USERNAME]) { ...UserFields }
  }
}
${userFields}`

export const followersDocument = `
query Followers($page: Int, $perPage: Int, $userId: Int!) {
  Page(page: $page, perPage: $perPage) {
    pageInfo { hasNextPage }
    followers(userId: $userId, sort: [USERNAME]) { ...UserFields }
  }
}
${userFields}`

export const favouritesDocument = `
query UserFavourites($id: Int, $page: Int, $perPage: Int) {
  User(id: $id) {
    favourites {
      anime(page: $page, perPage: $perPage) { pageInfo { hasNextPage } nodes { type ...MediaFields } }
      manga(page: $page, perPage: $perPage) { pageInfo { hasNextPage } nodes { type ...MediaFields } }
      characters(page: $page, perPage: $perPage) {
        pageInfo { hasNextPage }
        nodes { ...CharacterFields }
      }
      staff(page: $page, perPage: $perPage) { pageInfo { hasNextPage } nodes { ...StaffFields } }
      studios(page: $page, perPage: $perPage) { pageInfo { hasNextPage } nodes { id name } }
    }
  }
}
${mediaFields}
${characterFields}
${staffFields}`

export const isFollowingDocument = `
query IsFollowing($id: Int) {
  User(id: $id) { id isFollowing }
}`

export const toggleFollowDocument = `
mutation ToggleFollow($userId: Int) {
  ToggleFollow(userId: $userId) { id isFollowing }
}`

export const updateUserDocument = `
mutation UpdateUser(
  $about: String
  $titleLanguage: UserTitleLanguage
  $displayAdultContent: Boolean
  $airingNotifications: Boolean
  $scoreFormat: ScoreFormat
  $rowOrder: String
  $timezone: String
  $activityMergeTime: Int
  $animeListOptions: MediaListOptionsInput
  $mangaListOptions: MediaListOptionsInput
) {
  UpdateUser(
    about: $about
    titleLanguage: $titleLanguage
    displayAdultContent: $displayAdultContent
    airingNotifications: $airingNotifications
    scoreFormat: $scoreFormat
    rowOrder: $rowOrder
    timezone: $timezone
    activityMergeTime: $activityMergeTime
    animeListOptions: $animeListOptions
    mangaListOptions: $mangaListOptions
  ) {
    ...ProfileFields
  }
}
${profileFields}`

export const deleteCustomListDocument = `
mutation DeleteCustomList($customList: String, $type: MediaType) {
  DeleteCustomList(customList: $customList, type: $type) { deleted }
}`
