import {
  cardFields,
  characterFields,
  reviewFields,
  staffFields,
  userFields,
} from './community-fields'
import { mediaFields } from './fields'

const seriesDetails = `
fragment SeriesDetails on Media {
  type
  ...MediaFields
  description(asHtml: false)
  source(version: 3)
  countryOfOrigin
  hashtag
  trailer { id site }
  isFavourite
  favourites
  meanScore
  tags { category isAdult }
  rankings { rank type context year allTime }
  externalLinks { url site type language isDisabled }
  stats {
    scoreDistribution { score amount }
    statusDistribution { status amount }
  }
}
${mediaFields}`

const castEdge =
  'role node { ...CharacterFields } voiceActors(language: JAPANESE) { ...StaffFields }'

export const seriesDocument = `
query Series($id: Int, $type: MediaType) {
  Media(id: $id, type: $type) { ...SeriesDetails }
}
${seriesDetails}`

/** Everything that a title's page begins with, as one request. */
export const seriesPageDocument = `
query SeriesPage($id: Int, $type: MediaType) {
  Media(id: $id, type: $type) {
    ...SeriesDetails
    relations { edges { relationType(version: 3) node { type ...MediaFields } } }
    characters(sort: [ROLE, RELEVANCE, ID], page: 1, perPage: 12) {
      pageInfo { hasNextPage }
      edges { ${castEdge} }
    }
    staff(sort: [RELEVANCE, ID], page: 1, perPage: 12) {
      pageInfo { hasNextPage }
      edges { role node { ...StaffFields } }
    }
    allStudios: studios { edges { isMain node { id name } } }
    reviews(sort: [RATING_DESC, ID], page: 1, perPage: 3) { nodes { ...ReviewFields } }
    recommendations(sort: [RATING_DESC, ID], page: 1, perPage: 12) {
      nodes { rating mediaRecommendation { type ...MediaFields } }
    }
  }
}
${seriesDetails}
${characterFields}
${staffFields}
${reviewFields}
${cardFields}
${userFields}`

export const seriesCharactersDocument = `
query SeriesCharacters($id: Int, $type: MediaType, $page: Int, $perPage: Int) {
  Media(id: $id, type: $type) {
    characters(sort: [ROLE, RELEVANCE, ID], page: $page, perPage: $perPage) {
      pageInfo { hasNextPage }
      edges { ${castEdge} }
    }
  }
}
${characterFields}
${staffFields}`

export const seriesStaffDocument = `
query SeriesStaff($id: Int, $type: MediaType, $page: Int, $perPage: Int) {
  Media(id: $id, type: $type) {
    staff(sort: [RELEVANCE, ID], page: $page, perPage: $perPage) {
      pageInfo { hasNextPage }
      edges { role node { ...StaffFields } }
    }
  }
}
${staffFields}`

export const recommendationsDocument = `
query SeriesRecommendations($id: Int, $type: MediaType, $page: Int, $perPage: Int) {
  Media(id: $id, type: $type) {
    recommendations(sort: [RATING_DESC, ID], page: $page, perPage: $perPage) {
      pageInfo { hasNextPage }
      nodes { rating mediaRecommendation { type ...MediaFields } }
    }
  }
}
${mediaFields}`
