import { entryFields, mediaFields } from './fields'

/** Entries as a flat page: the latest changes, or some titles of a list. */
export const mediaListPageDocument = `
query MediaListPage(
  $page: Int
  $perPage: Int
  $userId: Int
  $type: MediaType
  $mediaIds: [Int]
  $sort: [MediaListSort]
) {
  Page(page: $page, perPage: $perPage) {
    pageInfo { hasNextPage }
    mediaList(userId: $userId, type: $type, mediaId_in: $mediaIds, sort: $sort) {
      ...EntryFields
      media { ...MediaFields }
    }
  }
}
${entryFields}
${mediaFields}`
