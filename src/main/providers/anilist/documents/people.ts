import {
  characterDetails,
  characterFields,
  staffDetails,
  staffFields,
  studioDetails,
} from './community-fields'
import { mediaFields } from './fields'

export const characterDocument = `
query CharacterDetails($id: Int) {
  Character(id: $id) { ...CharacterDetails }
}
${characterDetails}
${characterFields}`

export const characterPageDocument = `
query CharacterPage($id: Int, $page: Int, $perPage: Int) {
  Character(id: $id) {
    ...CharacterDetails
    media(sort: [POPULARITY_DESC, ID], page: $page, perPage: $perPage) {
      pageInfo { hasNextPage }
      edges {
        characterRole
        voiceActors(language: JAPANESE) { ...StaffFields }
        node { type ...MediaFields }
      }
    }
  }
}
${characterDetails}
${characterFields}
${staffFields}
${mediaFields}`

export const characterSearchDocument = `
query CharacterSearch($page: Int, $perPage: Int, $search: String) {
  Page(page: $page, perPage: $perPage) {
    pageInfo { hasNextPage }
    characters(search: $search, sort: [SEARCH_MATCH]) { ...CharacterFields }
  }
}
${characterFields}`

export const staffDocument = `
query StaffDetails($id: Int) {
  Staff(id: $id) { ...StaffDetails }
}
${staffDetails}
${staffFields}`

/** Roles that they spoke and titles that they worked on, a page of each. */
export const staffPageDocument = `
query StaffPage($id: Int, $page: Int, $perPage: Int) {
  Staff(id: $id) {
    ...StaffDetails
    characterMedia(sort: [POPULARITY_DESC, ID], page: $page, perPage: $perPage) {
      pageInfo { hasNextPage }
      edges {
        characterRole
        characters { ...CharacterFields }
        node { type ...MediaFields }
      }
    }
    staffMedia(sort: [POPULARITY_DESC, ID], page: $page, perPage: $perPage) {
      pageInfo { hasNextPage }
      edges {
        staffRole
        node { type ...MediaFields }
      }
    }
  }
}
${staffDetails}
${staffFields}
${characterFields}
${mediaFields}`

export const staffSearchDocument = `
query StaffSearch($page: Int, $perPage: Int, $search: String) {
  Page(page: $page, perPage: $perPage) {
    pageInfo { hasNextPage }
    staff(search: $search, sort: [SEARCH_MATCH]) { ...StaffFields }
  }
}
${staffFields}`

export const studioDocument = `
query StudioDetails($id: Int) {
  Studio(id: $id) { ...StudioDetails }
}
${studioDetails}`

export const studioPageDocument = `
query StudioPage($id: Int, $page: Int, $perPage: Int) {
  Studio(id: $id) {
    ...StudioDetails
    media(sort: [START_DATE_DESC, ID], page: $page, perPage: $perPage) {
      pageInfo { hasNextPage }
      edges { isMainStudio node { type ...MediaFields } }
    }
  }
}
${studioDetails}
${mediaFields}`

export const studioSearchDocument = `
query StudioSearch($page: Int, $perPage: Int, $search: String) {
  Page(page: $page, perPage: $perPage) {
    pageInfo { hasNextPage }
    studios(search: $search, sort: [SEARCH_MATCH]) { id name }
  }
}`
