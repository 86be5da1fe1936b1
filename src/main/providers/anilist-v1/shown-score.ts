import { hasValue, toRaw } from '../../../shared/score'
import { numberOrNull } from '../lenient'
import type { ListOwner } from '../provider'

const faces = [':(', ':|', ':)']

/**
 * The raw score behind a `score`, which is an integer, a decimal, a face or `-` by the owner's
 * format (docs/services.md, "Scores"). `-`, nothing, 0 and what the format does not have are none.
 */
export function rawFromShown(value: unknown, owner: ListOwner): number | null {
  const { scoreFormat, scoreTable } = owner.options
  const face = typeof value === 'string' ? faces.indexOf(value.trim()) + 1 : 0
  const shown = face || numberOrNull(value)
  if (shown === null || !hasValue(scoreFormat, shown)) return null
  return toRaw(shown, scoreFormat, scoreTable)
}
