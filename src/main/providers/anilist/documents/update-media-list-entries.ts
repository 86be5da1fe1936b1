import { entryFields } from './fields'

export const updateMediaListEntriesDocument = `
mutation UpdateMediaListEntries(
  $ids: [Int]
  $status: MediaListStatus
  $scoreRaw: Int
  $progress: Int
  $progressVolumes: Int
  $repeat: Int
  $priority: Int
  $private: Boolean
  $notes: String
  $hiddenFromStatusLists: Boolean
  $advancedScores: [Float]
  $startedAt: FuzzyDateInput
  $completedAt: FuzzyDateInput
) {
  UpdateMediaListEntries(
    ids: $ids
    status: $status
    scoreRaw: $scoreRaw
    progress: $progress
    progressVolumes: $progressVolumes
    repeat: $repeat
    priority: $priority
    private: $private
    notes: $notes
    hiddenFromStatusLists: $hiddenFromStatusLists
    advancedScores: $advancedScores
    startedAt: $startedAt
    completedAt: $completedAt
  ) {
    ...EntryFields
  }
}
${entryFields}`
