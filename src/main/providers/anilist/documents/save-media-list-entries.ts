import { batchFields, entryFields } from './fields'

/** Types of the arguments that a write may carry, as `SaveMediaListEntry` declares them. */
export const argumentTypes = {
  id: 'Int',
  mediaId: 'Int',
  status: 'MediaListStatus',
  scoreRaw: 'Int',
  progress: 'Int',
  progressVolumes: 'Int',
  repeat: 'Int',
  priority: 'Int',
  private: 'Boolean',
  notes: 'String',
  hiddenFromStatusLists: 'Boolean',
  customLists: '[String]',
  advancedScores: '[Float]',
  startedAt: 'FuzzyDateInput',
  completedAt: 'FuzzyDateInput',
} as const
export type ArgumentName = keyof typeof argumentTypes

/** Most entries whose answers may name every field: 480 points of 500. */
export const fullAnswers = 20
/** Most entries of one document, with answers that leave four fields out: 480 points again. */
export const mostSaves = 24

/**
 * One document that saves many entries, an alias each: `e0` with `$progress0`. `names` holds the
 * arguments of each entry. The answer to more than 20 leaves out what AniList never changes by
 * itself (docs/services.md, "AniList: batches").
 */
export function saveMediaListEntriesDocument(names: readonly (readonly ArgumentName[])[]): string {
  const isFull = names.length <= fullAnswers
  const variables = names.flatMap((list, index) =>
    list.map((name) => `$${name}${index}: ${argumentTypes[name]}`),
  )
  const saves = names.map((list, index) => {
    const values = list.map((name) => `${name}: $${name}${index}`).join(', ')
    return `  e${index}: SaveMediaListEntry(${values}) { ...${isFull ? 'EntryFields' : 'BatchFields'} }`
  })
  return `
mutation SaveMediaListEntries(${variables.join(', ')}) {
${saves.join('\n')}
}
${isFull ? entryFields : batchFields}`
}
