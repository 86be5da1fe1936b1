import type { ServiceId } from '../../shared/service'
import type { ExternalIds, IdSite } from './model'

/** Whose ids a service uses: AniList's two interfaces number titles alike. */
export function siteOfService(service: ServiceId): IdSite {
  return service === 'anisearch' ? 'anisearch' : 'anilist'
}

/** Ids without those that are unknown. */
export function externalIds(ids: Readonly<Partial<Record<IdSite, number | null>>>): ExternalIds {
  return Object.fromEntries(
    Object.entries(ids).filter(([, id]) => typeof id === 'number' && id > 0),
  )
}
