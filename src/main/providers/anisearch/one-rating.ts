import { idOf, kindOf, type TitleKey } from '../../../shared/media'
import type { FetchedEntry, ServiceCall } from '../provider'
import { type MakeCall, ratingsScope } from './call'
import { readRatings } from './rating'

/**
 * One rating, in an array all the same; `null` when it is not on the list, for which the service
 * may say `[]` or 404. It costs as much of the limit as the whole list does.
 */
export function oneRatingCall(call: MakeCall, title: TitleKey): ServiceCall<FetchedEntry | null> {
  const kind = kindOf(title)
  return call({
    name: 'GET my/{mediaType}/{id}/ratings',
    bucket: 'reads',
    scope: ratingsScope(kind),
    method: 'GET',
    path: `my/${kind}/${idOf(title)}/ratings`,
    tolerates: [404],
    read: (body) => (body === undefined ? null : (readRatings(body, kind)[0] ?? null)),
  })
}
