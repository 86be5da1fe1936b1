import { mediaFields } from './fields'

/** Only what a query narrows by is sent; a variable that is missing is an argument that is missing. */
export const browseDocument = `
query Browse(
  $page: Int
  $perPage: Int
  $type: MediaType
  $search: String
  $seasonYear: Int
  $startDateGreater: FuzzyDateInt
  $startDateLesser: FuzzyDateInt
  $season: MediaSeason
  $format: MediaFormat
  $status: MediaStatus
  $countryOfOrigin: CountryCode
  $genres: [String]
  $withoutGenres: [String]
  $tags: [String]
  $withoutTags: [String]
  $isAdult: Boolean
  $onList: Boolean
  $sort: [MediaSort]
) {
  Page(page: $page, perPage: $perPage) {
    pageInfo { hasNextPage }
    media(
      type: $type
      search: $search
      seasonYear: $seasonYear
      startDate_greater: $startDateGreater
      startDate_lesser: $startDateLesser
      season: $season
      format: $format
      status: $status
      countryOfOrigin: $countryOfOrigin
      genre_in: $genres
      genre_not_in: $withoutGenres
      tag_in: $tags
      tag_not_in: $withoutTags
      isAdult: $isAdult
      onList: $onList
      sort: $sort
    ) {
      type
      ...MediaFields
    }
  }
}
${mediaFields}`

export const mediaByMalIdDocument = `
query MediaByMalId($page: Int, $perPage: Int, $type: MediaType, $malIds: [Int]) {
  Page(page: $page, perPage: $perPage) {
    pageInfo { hasNextPage }
    media(type: $type, idMal_in: $malIds, sort: [ID]) {
      type
      ...MediaFields
    }
  }
}
${mediaFields}`

export const genresDocument = `
query Genres {
  GenreCollection
}`

export const tagsDocument = `
query Tags {
  MediaTagCollection { name category description isAdult isGeneralSpoiler }
}`
