import type { Appearance, StudioWork, VoiceRole, Work } from '../../../../shared/community/people'
import type { PeopleCalls } from '../../community'
import type { Gathering } from '../../found'
import { partsOf, textOrNull, wordOr } from '../../lenient'
import { type Parts, someList } from '../../reading'
import type { MakeCall } from '../call'
import { roleOf } from '../community-words'
import {
  characterDocument,
  characterPageDocument,
  characterSearchDocument,
  staffDocument,
  staffPageDocument,
  staffSearchDocument,
  studioDocument,
  studioPageDocument,
  studioSearchDocument,
} from '../documents/people'
import { edgesOf, readPage } from '../read/page'
import {
  readCharacter,
  readStaff,
  readStudio,
  smallCharacter,
  smallStaff,
  smallStudio,
} from '../read/people'
import { wholeTitle } from '../read/titles'
import { type Ask, perConnection, perPage } from './ask'

/** Characters, staff, studios, each with its titles. */
export function createPeopleCalls(call: MakeCall, { find, page }: Ask): PeopleCalls {
  return {
    staffWorks: ['staff'],
    character: (id) =>
      find({ name: 'Character', document: characterDocument }, { id }, (data, into) =>
        readCharacter(data['Character'], into),
      ),
    characterPage: (id, number) =>
      find(
        { name: 'Character', document: characterPageDocument },
        { id, page: number, perPage: perConnection },
        (data, into) => ({
          character: readCharacter(data['Character'], into),
          appearances: edgesOf(partsOf(data['Character'])['media'], (edge) =>
            toAppearance(edge, into),
          ),
        }),
      ),
    searchCharacters: (search, number) =>
      page(
        { name: 'Page.characters', field: 'characters', document: characterSearchDocument },
        { page: number, search },
        smallCharacter,
      ),
    staff: (id, work) =>
      find({ name: 'Staff', document: staffDocument }, { id }, (data, into) =>
        readStaff(data['Staff'], into, work),
      ),
    staffPage: (id, number) =>
      find(
        { name: 'Staff', document: staffPageDocument },
        { id, page: number, perPage: perConnection },
        (data, into) => {
          const raw = partsOf(data['Staff'])
          return {
            staff: readStaff(raw, into, 'staff'),
            voices: edgesOf(raw['characterMedia'], (edge) => toVoice(edge, into)),
            works: edgesOf(raw['staffMedia'], (edge) => toWork(edge, into)),
          }
        },
      ),
    searchStaff: (search, number, work) =>
      page(
        { name: 'Page.staff', field: 'staff', document: staffSearchDocument },
        { page: number, search },
        (raw, into) => smallStaff(raw, into, work),
      ),
    studio: (id) =>
      call({
        name: 'Studio',
        effect: 'read',
        document: studioDocument,
        variables: { id },
        read: (data) => readStudio(data['Studio']),
      }),
    studioPage: (id, number) =>
      find(
        { name: 'Studio', document: studioPageDocument },
        { id, page: number, perPage: perConnection },
        (data, into) => ({
          studio: readStudio(data['Studio']),
          works: edgesOf(partsOf(data['Studio'])['media'], (edge) => toStudioWork(edge, into)),
        }),
      ),
    searchStudios: (search, number) =>
      call({
        name: 'Page.studios',
        effect: 'read',
        document: studioSearchDocument,
        variables: { page: number, perPage, search },
        read: (data) => readPage(data, 'studios', smallStudio),
      }),
  }
}

function toAppearance(edge: Parts, into: Gathering): Appearance | null {
  const media = wholeTitle(edge['node'], into)
  if (media === null) return null
  const actors = someList(edge['voiceActors'], (staff) => smallStaff(staff, into, 'actor'))
  return { media, role: wordOr(roleOf, edge['characterRole'], 'unknown'), actors }
}

function toVoice(edge: Parts, into: Gathering): VoiceRole | null {
  const media = wholeTitle(edge['node'], into)
  if (media === null) return null
  const [character] = someList(edge['characters'], (raw) => smallCharacter(raw, into))
  const role = wordOr(roleOf, edge['characterRole'], 'unknown')
  return { media, character: character ?? null, role }
}

function toWork(edge: Parts, into: Gathering): Work | null {
  const media = wholeTitle(edge['node'], into)
  return media && { media, role: textOrNull(edge['staffRole']) }
}

function toStudioWork(edge: Parts, into: Gathering): StudioWork | null {
  const media = wholeTitle(edge['node'], into)
  return media && { media, isMain: edge['isMainStudio'] === true }
}
