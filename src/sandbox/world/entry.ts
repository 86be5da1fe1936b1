import type { FuzzyDate } from '../../shared/fuzzy-date'
import type { SeriesType } from './series'

export const entryStatuses = [
  'CURRENT',
  'PLANNING',
  'COMPLETED',
  'DROPPED',
  'PAUSED',
  'REPEATING',
  /** aniSearch only. */
  'NOT_INTERESTED',
] as const
export type EntryStatus = (typeof entryStatuses)[number]

/** A title on somebody's list, as all three services could tell it. */
export interface ListEntry {
  id: number
  userId: number
  mediaId: number
  type: SeriesType
  status: EntryStatus
  /** 0–100, 0 for none. */
  score: number
  /** Episodes or chapters. */
  progress: number
  progressVolumes: number
  repeat: number
  priority: number
  private: boolean
  hidden: boolean
  notes: string | null
  customLists: readonly string[]
  /** In the order of the user's names. */
  advancedScores: readonly number[]
  startedAt: FuzzyDate | null
  completedAt: FuzzyDate | null
  /** Unix s. */
  createdAt: number
  updatedAt: number
  /** aniSearch: 0–100, for oneself only; being repeated; wish to repeat 0–5. */
  personal: number
  repeating: boolean
  desire: number
}

/** What may be set on an entry; the rest belongs to the service. */
export type EntryChange = Partial<
  Omit<ListEntry, 'id' | 'userId' | 'mediaId' | 'type' | 'createdAt' | 'updatedAt'>
>

export function emptyEntry(
  of: Pick<ListEntry, 'id' | 'userId' | 'mediaId' | 'type' | 'createdAt' | 'updatedAt'>,
): ListEntry {
  return {
    ...of,
    status: 'CURRENT',
    score: 0,
    progress: 0,
    progressVolumes: 0,
    repeat: 0,
    priority: 0,
    private: false,
    hidden: false,
    notes: null,
    customLists: [],
    advancedScores: [],
    startedAt: null,
    completedAt: null,
    personal: 0,
    repeating: false,
    desire: 0,
  }
}
