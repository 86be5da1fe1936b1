import type { Media, MediaKind } from '../../../../shared/media'
import type { Gathering } from '../../found'
import { partsOf } from '../../lenient'
import type { MediaRecord } from '../../provider'
import { idIn } from '../../reading'
import { toMedia } from '../media'

/** The kind that an answer names, else the one that was asked for. */
export function kindIn(value: unknown, otherwise: MediaKind = 'anime'): MediaKind {
  if (value === 'ANIME') return 'anime'
  return value === 'MANGA' ? 'manga' : otherwise
}

/** A title that was asked for with all that lists show of it. */
export function wholeTitle(value: unknown, into: Gathering, kind?: MediaKind): Media | null {
  const record = recordOf(value, kind)
  return record && into.title(record)
}

/** A title of which only a card was asked for. */
export function namedTitle(value: unknown, into: Gathering): Media | null {
  const record = recordOf(value)
  return record && into.mention(record)
}

function recordOf(value: unknown, kind?: MediaKind): MediaRecord | null {
  const raw = partsOf(value)
  const id = idIn(raw)
  return id === null ? null : toMedia({ ...raw, id }, kindIn(raw['type'], kind))
}
