import { type Clock, wait } from '../../../shared/clock'
import type { NewTitle } from '../../backup/thread/new-titles'
import type { Database } from '../../db/database'
import { packKey } from '../../db/keys'
import type { MediaTable } from '../../db/media'
import type { MediaRecord } from '../../providers/provider'

interface Options {
  db: Database
  media: MediaTable
  clock: Clock
}

/** Titles in one transaction: an edit in between waits for nothing. */
const sliceSize = 250

/** Takes titles in that a realm does not know yet; what is known is better and stays. Failure: `storage`. */
export type TakeTitles = (realm: number, titles: readonly MediaRecord[]) => Promise<void>

export function createTakeTitles({ db, media, clock }: Options): TakeTitles {
  return async (realm, titles) => {
    for (let from = 0; from < titles.length; from += sliceSize) {
      db.transaction(() => {
        for (const title of titles.slice(from, from + sliceSize)) {
          const key = packKey(realm, title.key)
          if (!hasName(media.get(key))) media.put(key, title)
        }
      })
      await wait(clock, 0)
    }
  }
}

function hasName(known: MediaRecord | null): boolean {
  return known !== null && Object.values(known.titles).some((name) => name !== null)
}

/** A title as it stands in a file: without the addresses of its pictures. */
export function titleRecord({ title, media }: NewTitle): MediaRecord {
  return {
    ...media,
    key: title,
    coverUrl: null,
    coverUrlLarge: null,
    bannerUrl: null,
    mediaUpdatedAt: null,
  }
}
