import type { Page } from '../community/paging'
import type {
  Character,
  CharacterPage,
  SmallCharacter,
  SmallStaff,
  SmallStudio,
  Staff,
  StaffPage,
  StaffWork,
  Studio,
  StudioPage,
} from '../community/people'
import type { SmallUser } from '../community/user'
import type { Look, Looked } from '../looked-up'

/** Somebody or something that has a website; which, main knows. Of `website` the page gets the host. */
export interface WebsiteOf {
  readonly of: 'staff' | 'actor' | 'studio'
  readonly id: number
}

export interface PeopleCalls {
  'people:character': (look: Look, id: number, page: number) => Looked<CharacterPage>
  'people:staff': (look: Look, id: number, page: number) => Looked<StaffPage>
  'people:studio': (look: Look, id: number, page: number) => Looked<StudioPage>
  /** One alone, without the titles: for a look in passing. */
  'people:one-character': (look: Look, id: number) => Looked<Character>
  'people:one-staff': (look: Look, id: number, work: StaffWork) => Looked<Staff>
  'people:one-studio': (look: Look, id: number) => Looked<Studio>
  'people:find-characters': (look: Look, text: string, page: number) => Looked<Page<SmallCharacter>>
  'people:find-staff': (
    look: Look,
    text: string,
    page: number,
    work: StaffWork,
  ) => Looked<Page<SmallStaff>>
  'people:find-studios': (look: Look, text: string, page: number) => Looked<Page<SmallStudio>>
  'people:find-users': (look: Look, text: string, page: number) => Looked<Page<SmallUser>>
  'people:open-website': (accountId: number, of: WebsiteOf) => boolean
}

export const peopleCallNames: Record<keyof PeopleCalls, true> = {
  'people:character': true,
  'people:staff': true,
  'people:studio': true,
  'people:one-character': true,
  'people:one-staff': true,
  'people:one-studio': true,
  'people:find-characters': true,
  'people:find-staff': true,
  'people:find-studios': true,
  'people:find-users': true,
  'people:open-website': true,
}
