import { titleKey, unknownMedia, type MediaKind } from '../../../shared/media'
import { fold } from '../../../shared/titles'
import type { MediaRecord, Provider, ServiceCall } from '../provider'
import { namedRecord } from '../titles-for'
import type { Database } from './database'

/** The maps are whole: however much is wanted, it is one request. */
const everything = 200_000

/** Looking for titles in the maps of the open database; names are known there of anime only. */
export function createFinding(
  database: Database,
): Pick<Provider, 'titlesByMalId' | 'titlesByName'> {
  return {
    titlesByMalId: {
      size: everything,
      call: (kind, malIds) =>
        readAs(database.byMalId(kind), (map) =>
          malIds.flatMap((malId) => {
            const id = map.get(malId)
            return id === undefined ? [] : bareRecord(kind, id, malId)
          }),
        ),
    },
    titlesByName: {
      size: everything,
      kinds: ['anime'],
      call(kind, names) {
        const wanted = new Set(names.map(bare))
        return readAs(database.titles(), (map) =>
          [...map].flatMap(([id, known]) => {
            const isWanted = known.some((name) => wanted.has(bare(name)))
            return (isWanted && namedRecord(titleKey(kind, id), known)) || []
          }),
        )
      },
    },
  }
}

function readAs<T>(
  { parse, ...call }: ServiceCall<T>,
  read: (value: T) => readonly MediaRecord[],
): ServiceCall<readonly MediaRecord[]> {
  return { ...call, parse: (answer) => read(parse(answer)) }
}

function bareRecord(kind: MediaKind, id: number, malId: number): MediaRecord {
  const unknown = unknownMedia(titleKey(kind, id))
  const noPictures = { coverUrl: null, coverUrlLarge: null, bannerUrl: null }
  return { ...unknown, malId, ...noPictures, mediaUpdatedAt: null }
}

function bare(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}]+/gu, '')
}
