import { entryFields, mediaFields } from './fields'

/** One chunk of a list. Sorted by title id, so that an edit meanwhile moves no entry to another chunk. */
export const mediaListCollectionDocument = `
query MediaListCollection(
  $userId: Int
  $type: MediaType
  $status: MediaListStatus
  $chunk: Int
  $perChunk: Int
) {
  MediaListCollection(
    userId: $userId
    type: $type
    status: $status
    forceSingleCompletedList: true
    chunk: $chunk
    perChunk: $perChunk
    sort: MEDIA_ID
  ) {
    hasNextChunk
    lists {
      name
      isCustomList
      status
      entries {
        ...EntryFields
        media { ...MediaFields }
      }
    }
  }
}
${entryFields}
${mediaFields}`
