import { emptyFields, type EntryField, sameValue } from '../../../shared/entry'
import { kindOf } from '../../../shared/media'
import { type ExportRow, type Loss, lossOf } from './export'
import { toMyAnimeList } from '../../../shared/score-services'
import { mostCounted } from '../values/draft'
import { holdsForbidden } from './xml-text'

/** MyAnimeList stores repeats in one byte, and its 255 means nothing. */
export const mostMalRepeats = 254

/** Fields that the format has no element for. */
const noPlace: readonly EntryField[] = [
  'private',
  'hidden',
  'customLists',
  'advancedScores',
  'personalScore',
]

/** What of an entry that is written the format cannot hold exactly. */
export function malLosses(row: ExportRow): Loss[] {
  const { entry } = row
  const losses = noPlace
    .filter((field) => !sameValue(field, entry[field], emptyFields[field] as never))
    .map((field) => lossOf(row, field, 'no-place'))
  if ((entry.score ?? 0) !== toMyAnimeList(entry.score) * 10) {
    losses.push(lossOf(row, 'score', 'rounded'))
  }
  const isAnime = kindOf(entry.title) === 'anime'
  if (isAnime && entry.progressVolumes > 0) losses.push(lossOf(row, 'progressVolumes', 'no-place'))
  if (!isAnime && entry.progressVolumes > mostCounted) {
    losses.push(lossOf(row, 'progressVolumes', 'too-large'))
  }
  if (entry.progress > mostCounted) losses.push(lossOf(row, 'progress', 'too-large'))
  if (entry.repeats > mostMalRepeats) losses.push(lossOf(row, 'repeats', 'too-large'))
  if (entry.priority > 2) losses.push(lossOf(row, 'priority', 'too-large'))
  if (entry.repeatDesire > 5) losses.push(lossOf(row, 'repeatDesire', 'too-large'))
  if (holdsForbidden(entry.notes)) losses.push(lossOf(row, 'notes', 'characters'))
  return losses
}
