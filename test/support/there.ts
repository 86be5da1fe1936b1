import type { Sandbox } from '../../src/sandbox/sandbox'
import type { Catalogue } from '../../src/sandbox/world/catalogue'
import type { ListEntry } from '../../src/sandbox/world/entry'
import { idOf, kindOf, titleKey, type TitleKey } from '../../src/shared/media'
import type { ServiceId } from '../../src/shared/service'

/** The sandbox's own number of a title that the client calls by `key`: aniSearch has numbers of its own. */
export function mediaIdOf(catalogue: Catalogue, service: ServiceId, key: TitleKey): number {
  if (service !== 'anisearch') return idOf(key)
  const series = catalogue.byAnisearch(kindOf(key), idOf(key))
  if (!series) throw new Error(`No title ${key}`)
  return series.id
}

/** What the client calls a title of the sandbox. */
export function keyOfMedia(catalogue: Catalogue, service: ServiceId, mediaId: number): TitleKey {
  const series = catalogue.get(mediaId)
  if (!series) throw new Error(`No title ${mediaId}`)
  return titleKey(series.type, service === 'anisearch' ? series.idAnisearch : mediaId)
}

/** The entry as the service has it. */
export function entryThere(
  { sandbox, catalogue }: { sandbox: Sandbox; catalogue: Catalogue },
  service: ServiceId,
  key: TitleKey,
): ListEntry | undefined {
  return sandbox.inspect.entry(service, mediaIdOf(catalogue, service, key))
}
