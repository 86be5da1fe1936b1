import { wholePage } from '../../../../shared/community/paging'
import type { Appearance, VoiceRole, Work } from '../../../../shared/community/people'
import type { MediaKind } from '../../../../shared/media'
import type { PeopleCalls } from '../../community'
import type { Gathering } from '../../found'
import { partsOf, textOrNull } from '../../lenient'
import { flagOrNull, needed, type Parts } from '../../reading'
import type { MakeCall } from '../call'
import {
  readCharacter,
  readStaff,
  roleOf,
  smallCharacter,
  smallStaff,
  toStudio,
} from '../read/people'
import { readRows, someRows } from '../read/rows'
import { smallSeries } from '../read/titles'
import { type Ask, pathPart } from './ask'

/** Characters, staff, studios. Nothing here has pages; `actor` is another word for `staff`. */
export function createPeopleCalls(call: MakeCall, { find }: Ask): PeopleCalls {
  const search = (what: string, text: string) => ({
    name: `GET ${what}/search/{query}`,
    path: `${what}/search/${pathPart(text)}`,
    isSearch: true as const,
  })
  return {
    staffWorks: ['staff', 'actor'],
    character: (id) => find({ name: 'GET character/{id}', path: `character/${id}` }, readCharacter),
    characterPage: (id) =>
      find({ name: 'GET character/{id}/page', path: `character/${id}/page` }, (body, into) => ({
        character: readCharacter(body, into),
        appearances: wholePage(bothKinds(body, '', (row, kind) => toAppearance(row, kind, into))),
      })),
    searchCharacters: (text) =>
      find(search('character', text), (body, into) =>
        wholePage(readRows(body, 'characters', (row) => smallCharacter(row, into))),
      ),
    staff: (id, work) =>
      find({ name: `GET ${work}/{id}`, path: `${work}/${id}` }, (body, into) =>
        readStaff(body, into, work),
      ),
    staffPage: (id) =>
      find({ name: 'GET staff/{id}/page', path: `staff/${id}/page` }, (body, into) => ({
        staff: readStaff(body, into, 'staff'),
        voices: wholePage(bothKinds(body, '', (row, kind) => toVoice(row, kind, into))),
        works: wholePage(bothKinds(body, '_staff', (row, kind) => toWork(row, kind, into))),
      })),
    searchStaff: (text, _page, work) =>
      find(search(work, text), (body, into) =>
        wholePage(readRows(body, work, (row) => smallStaff(row, into, work))),
      ),
    studio: (id) =>
      call({
        name: 'GET studio/{id}',
        method: 'GET',
        path: `studio/${id}`,
        read: (body) => needed(toStudio(partsOf(body)), 'studio'),
      }),
    studioPage: (id) =>
      find({ name: 'GET studio/{id}/page', path: `studio/${id}/page` }, (body, into) => ({
        studio: needed(toStudio(partsOf(body)), 'studio'),
        works: wholePage(
          someRows(partsOf(body)['anime'], (row) => {
            const media = smallSeries(row, into, 'anime')
            return media && { media, isMain: flagOrNull(row['main_studio']) ?? false }
          }),
        ),
      })),
    searchStudios: (text) =>
      call({
        ...search('studio', text),
        method: 'GET',
        read: (body) =>
          wholePage(
            readRows(body, 'studios', (row) => {
              const studio = toStudio(row)
              return studio && { id: studio.id, name: studio.name }
            }),
          ),
      }),
  }
}

/** Rows under `anime` and `manga`, or under `anime_staff` and `manga_staff`. */
function bothKinds<T>(
  body: unknown,
  suffix: '' | '_staff',
  read: (row: Parts, kind: MediaKind) => T | null,
): readonly T[] {
  const raw = partsOf(body)
  return (['anime', 'manga'] as const).flatMap((kind) =>
    someRows(raw[`${kind}${suffix}`], (row) => read(row, kind)),
  )
}

function toAppearance(row: Parts, kind: MediaKind, into: Gathering): Appearance | null {
  const media = smallSeries(row, into, kind)
  if (media === null) return null
  const character = partsOf(one(row['characters'] ?? row['character']))
  const actors = someRows(row['actors'] ?? row['actor'], (actor) =>
    smallStaff(actor, into, 'actor'),
  )
  return { media, role: roleOf(row['role'] ?? character['role']), actors }
}

function toVoice(row: Parts, kind: MediaKind, into: Gathering): VoiceRole | null {
  const media = smallSeries(row, into, kind)
  if (media === null) return null
  const raw = partsOf(one(row['characters'] ?? row['character']))
  return { media, character: smallCharacter(raw, into), role: roleOf(raw['role']) }
}

function toWork(row: Parts, kind: MediaKind, into: Gathering): Work | null {
  const media = smallSeries(row, into, kind)
  return media && { media, role: textOrNull(row['role']) }
}

/** A model by itself, or in an array of one. */
function one(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value
}
