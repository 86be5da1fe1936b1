import type { MediaKind } from '../../../shared/media'
import { partsOf } from '../lenient'
import type { MediaRecord, ServiceCall } from '../provider'
import { idIn, readList } from '../reading'
import type { MakeCall } from './call'
import { mediaByNameDocument } from './documents/by-name'
import { toMedia } from './media'
import { mediaTypes } from './words'

/** Names that one request can ask for: well below what AniList allows one document to cost. */
export const mostNames = 10

/** The likeliest titles of each of these names, at most 10 names of one kind in one request. */
export function mediaByNameCall(
  call: MakeCall,
  kind: MediaKind,
  names: readonly string[],
): ServiceCall<readonly MediaRecord[]> {
  const asked = names.slice(0, mostNames)
  return call({
    name: 'Page.media',
    effect: 'read',
    document: mediaByNameDocument(asked.length),
    variables: {
      type: mediaTypes[kind],
      ...Object.fromEntries(asked.map((name, at) => [`name${at}`, name])),
    },
    read(data) {
      const found = asked.flatMap((_, at) => readPart(data[`part${at}`], kind))
      return [...new Map(found.map((record) => [record.key, record])).values()]
    },
  })
}

function readPart(part: unknown, kind: MediaKind): readonly MediaRecord[] {
  return readList(partsOf(part)['media'], 'Page.media', (raw) => {
    const id = idIn(raw)
    return id === null ? null : toMedia({ ...raw, id }, kind)
  })
}
