import { titleKey } from '../../shared/media'
import { packKey } from '../db/keys'
import type { MediaTable } from '../db/media'
import type { Pictures } from '../environment'
import type { Accounts } from './accounts'
import type { Realms } from './realms'

/** Where the pictures of titles are; the window never learns it. */
export function createPictureAddresses(
  accounts: Accounts,
  realms: Realms,
  media: MediaTable,
  foreign: Pictures['foreign'],
): Pictures {
  return {
    foreign,
    originOf(id) {
      const row = accounts.rowOf(id)
      return row && new URL(realms.byId(row.realm).baseUrl()).origin
    },
    urlOf(accountId, kind, mediaId, size) {
      const realm = accounts.rowOf(accountId)?.realm
      const found = realm === undefined ? null : media.get(packKey(realm, titleKey(kind, mediaId)))
      if (!found) return null
      if (size === 'banner') return found.bannerUrl
      return size === 'large' ? (found.coverUrlLarge ?? found.coverUrl) : found.coverUrl
    },
  }
}
