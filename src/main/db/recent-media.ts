import type { Media } from '../../shared/media'
import type { MediaRecord } from '../providers/provider'

export type RecentMedia = ReturnType<typeof createRecentMedia>

/** As many as a list is read in one go. */
const most = 1_000

/**
 * Titles that were just written down, so that telling the window of a freshly read list does not
 * parse each of them again. Goes by the text itself: what was rolled back is never taken for true.
 */
export function createRecentMedia() {
  const known = new Map<string, Media>()

  return {
    find: (data: string): Media | null => known.get(data) ?? null,
    keep(data: string, record: MediaRecord) {
      if (known.size >= most) known.clear()
      const { coverUrl, coverUrlLarge, bannerUrl, mediaUpdatedAt, ...media } = record
      known.set(data, media)
    },
  }
}
