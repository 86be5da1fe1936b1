import type { Media, MediaKind } from '../../../../shared/media'
import type { Gathering } from '../../found'
import { partsOf, textOrNull } from '../../lenient'
import type { MediaRecord } from '../../provider'
import { idIn } from '../../reading'
import { toMedia } from '../series'

/** A title in its small model; `null` for what has no id. */
export function smallSeries(value: unknown, into: Gathering, kind: MediaKind): Media | null {
  const record = recordOf(value, kind)
  return record && into.mention(record)
}

/** A title in its full model, which tells all that lists do. */
export function fullSeries(value: unknown, into: Gathering, kind: MediaKind): Media | null {
  const record = recordOf(value, kind)
  return record && into.title(record)
}

/** The kind that a model names, in whatever case; else the one that its place tells. */
function recordOf(value: unknown, kind: MediaKind): MediaRecord | null {
  const raw = partsOf(value)
  const id = idIn(raw)
  if (id === null) return null
  const word = textOrNull(raw['series_type'])?.toLowerCase()
  const named = word === 'anime' || word === 'manga' ? word : kind
  return toMedia({ ...raw, id }, named)
}
