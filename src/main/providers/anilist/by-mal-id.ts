import type { MediaKind } from '../../../shared/media'
import { partsOf } from '../lenient'
import type { MediaRecord, ServiceCall } from '../provider'
import { idIn, readList } from '../reading'
import type { MakeCall } from './call'
import { mediaByMalIdDocument } from './documents/browse'
import { toMedia } from './media'
import { mediaTypes } from './words'

/** Ids that one request can ask for. */
export const mostMalIds = 50

/**
 * Titles of one kind by their MyAnimeList ids, at most 50 of them; those that AniList does not have
 * are absent. Asked without a token, on behalf of accounts at other services.
 */
export function mediaByMalIdCall(
  call: MakeCall,
  kind: MediaKind,
  malIds: readonly number[],
): ServiceCall<ReadonlyMap<number, MediaRecord>> {
  return call({
    name: 'Page.media',
    effect: 'read',
    document: mediaByMalIdDocument,
    variables: { page: 1, perPage: mostMalIds, type: mediaTypes[kind], malIds },
    anonymous: true,
    read: (data) => {
      const records = readList(partsOf(data['Page'])['media'], 'Page.media', (raw) => {
        const id = idIn(raw)
        return id === null ? null : toMedia({ ...raw, id }, kind)
      })
      const found = new Map<number, MediaRecord>()
      // Some works share an id over there; the first of them is the older one.
      for (const record of records) {
        if (record.malId !== null && !found.has(record.malId)) found.set(record.malId, record)
      }
      return found
    },
  })
}
