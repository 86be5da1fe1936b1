import { formatScore } from '../../../shared/score-text'
import type { ListLook } from './look'

/** A raw score as the account shows it. */
export function shownScore(
  raw: number | null,
  look: Pick<ListLook, 'scoreFormat' | 'scoreTable' | 'locale'>,
): string {
  return formatScore(raw, look.scoreFormat, look.scoreTable, look.locale)
}
