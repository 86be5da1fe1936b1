import { titleKey } from '../../shared/media'
import type { PicturesTable } from '../db/pictures'
import { packKey } from '../db/keys'
import type { MediaTable } from '../db/media'
import type { Pictures, PictureSize } from '../environment'
import type { Picture } from '../providers/provider'
import type { Accounts } from './accounts'
import type { Realms } from './realms'

interface Options {
  accounts: Accounts
  realms: Realms
  media: MediaTable
  people: PicturesTable
  foreign: Pictures['foreign']
}

/** Where the pictures of titles and people are; the window never learns it. */
export function createPictureAddresses({
  accounts,
  realms,
  media,
  people,
  foreign,
}: Options): Pictures {
  return {
    foreign,
    originOf(id) {
      const row = accounts.rowOf(id)
      return row && new URL(realms.byId(row.realm).baseUrl()).origin
    },
    urlOf(accountId, kind, id, size) {
      const realm = accounts.rowOf(accountId)?.realm
      if (realm === undefined) return null
      if (kind !== 'anime' && kind !== 'manga') {
        const person = people.get(realm, `${kind}-${id}`)
        return person && ofSize(person, size)
      }
      const found = media.get(packKey(realm, titleKey(kind, id)))
      if (!found) return null
      const { coverUrl: url, coverUrlLarge: urlLarge, bannerUrl } = found
      return ofSize({ url, urlLarge, bannerUrl }, size)
    },
  }
}

function ofSize({ url, urlLarge, bannerUrl }: Omit<Picture, 'key'>, size: PictureSize) {
  if (size === 'banner') return bannerUrl
  return size === 'large' ? (urlLarge ?? url) : (url ?? urlLarge)
}
