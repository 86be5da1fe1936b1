import type { Sandbox } from '../../src/sandbox/sandbox'
import type { Catalogue } from '../../src/sandbox/world/catalogue'
import type { EntryChange } from '../../src/sandbox/world/entry'
import type { Series } from '../../src/sandbox/world/series'
import type { Toast } from '../../src/shared/airing'
import type { ServiceId } from '../../src/shared/service'
import { type SignedIn, startSignedIn } from './signed-in'

/** Unix s of a weekly broadcast's first episode. */
export function putOnAir(series: Series, firstAt: number, total: number | null = null) {
  Object.assign(series, { broadcast: { firstAt, total }, episodes: total, status: 'RELEASING' })
}

/** Sets entries at a service as another device would, before they are read. */
export function putOnList(
  sandbox: Sandbox,
  service: ServiceId,
  series: readonly Series[],
  change: EntryChange,
) {
  for (const { id } of series) sandbox.control.remoteEdit(service, id, change)
}

/** Takes everything off the lists of a service, so that a test knows what is on them. */
export function emptyLists(sandbox: Sandbox, service: ServiceId) {
  for (const { mediaId } of sandbox.inspect.entries(service)) {
    sandbox.control.remoteEdit(service, mediaId, null)
  }
}

/** The newest anime of the catalogue that are no films. */
export function someAnime(catalogue: Catalogue, count: number): Series[] {
  return catalogue
    .of('anime')
    .filter(({ adult, format }) => !adult && format !== 'MOVIE')
    .slice(0, count)
}

/** Hears what the app says from now on. */
export function hear(to: SignedIn) {
  const heard: { at: number; toast: Toast }[] = []
  to.app.airing.connect((toast) => void heard.push({ at: to.clock.wall(), toast }))
  return heard
}

/** Requests of a service by the route that they took, counted from now on. */
export function countRequests(sandbox: Sandbox, service: ServiceId) {
  const before = sandbox.inspect.arrivals(service).length
  return (fits: RegExp) =>
    sandbox.inspect
      .arrivals(service)
      .slice(before)
      .filter(({ route }) => fits.test(route)).length
}

export { startSignedIn }
