import type {
  CharacterPage,
  SmallCharacter,
  SmallStaff,
  Staff,
  StaffPage,
  StaffWork,
  Studio,
  StudioPage,
} from '../../../shared/community/people'
import type { Page } from '../../../shared/community/paging'
import type { SmallUser } from '../../../shared/community/user'
import { AppError } from '../../../shared/failure'
import type { HandlersOf } from '../../../shared/ipc'
import type { PeopleCalls, WebsiteOf } from '../../../shared/ipc/people'
import type { Look, Looked } from '../../../shared/looked-up'
import type { Community, Finding } from '../../providers/community'
import type { Desktop } from '../../environment'
import { ages, type LookedUp, plain, type Question } from '../looked-up'
import { itself } from './discover'
import { type Lists, lookInParts } from './in-parts'

interface Options {
  lookedUp: LookedUp
  desktop: Pick<Desktop, 'openExternal'>
}

/** Characters, staff, studios, users. Failures: those of `lookedUp.look`. */
export function createPeople({ lookedUp, desktop }: Options) {
  function question<T>(name: string, ask: (community: Community) => Finding<T>): Question<T> {
    return { name, ageMs: ages.hours, ask }
  }

  const oneStaff = (id: number, work: StaffWork) =>
    question(`${work}(${id})`, (community) => community.staff(id, work))
  const staffPage = (id: number, page: number) =>
    question(`staff-page(${id},${page})`, (community) => community.staffPage(id, page))
  const oneStudio = (id: number) =>
    question(`studio(${id})`, (community) => plain(community.studio(id)))
  const studioPage = (id: number, page: number) =>
    question(`studio-page(${id},${page})`, (community) => community.studioPage(id, page))

  /** A page of those whose name fits a text. */
  function found<T>(
    look: Look,
    what: string,
    text: string,
    page: number,
    ask: (community: Community, page: number) => Finding<Page<T>>,
  ) {
    return lookInParts(lookedUp, {
      look,
      page,
      question: (each) => ({
        name: `find-${what}(${text.trim()},${each})`,
        ageMs: ages.hours,
        shared: true,
        ask: (community) => ask(community, each),
      }),
      lists: itself,
    })
  }

  /** The website that was told of last. */
  async function websiteOf(accountId: number, { of, id }: WebsiteOf): Promise<string | null> {
    const known = async <T>(asked: Question<T>) =>
      (await lookedUp.look({ accountId, ticket: 1, want: 'known' }, asked))?.value
    if (of === 'studio') {
      return (
        ((await known(studioPage(id, 1)))?.studio ?? (await known(oneStudio(id))))?.website ?? null
      )
    }
    return (
      ((await known(staffPage(id, 1)))?.staff ?? (await known(oneStaff(id, of))))?.website ?? null
    )
  }

  const handlers: HandlersOf<PeopleCalls> = {
    'people:character': (look, id, page) =>
      lookInParts(lookedUp, {
        look,
        page,
        question: (each) =>
          question(`character-page(${id},${each})`, (community) =>
            community.characterPage(id, each),
          ),
        lists: characterLists,
      }),
    'people:staff': async (look, id, page) => {
      const asked = {
        look,
        page,
        question: (each: number) => staffPage(id, each),
        lists: staffLists,
      }
      return changed(await lookInParts(lookedUp, asked), (value) => ({
        ...value,
        staff: withHost(value.staff),
      }))
    },
    'people:studio': async (look, id, page) => {
      const asked = {
        look,
        page,
        question: (each: number) => studioPage(id, each),
        lists: studioLists,
      }
      return changed(await lookInParts(lookedUp, asked), (value) => ({
        ...value,
        studio: withHost(value.studio),
      }))
    },
    'people:one-character': (look, id) =>
      lookedUp.look(
        look,
        question(`character(${id})`, (community) => community.character(id)),
      ),
    'people:one-staff': async (look, id, work) =>
      changed(await lookedUp.look(look, oneStaff(id, work)), withHost),
    'people:one-studio': async (look, id) =>
      changed(await lookedUp.look(look, oneStudio(id)), withHost),
    'people:find-characters': (look, text, page) =>
      found<SmallCharacter>(look, 'characters', text, page, (community, each) =>
        community.searchCharacters(text, each),
      ),
    'people:find-staff': (look, text, page, work) =>
      found<SmallStaff>(look, work, text, page, (community, each) =>
        community.searchStaff(text, each, work),
      ),
    'people:find-studios': (look, text, page) =>
      found(look, 'studios', text, page, (community, each) =>
        plain(community.searchStudios(text, each)),
      ),
    'people:find-users': (look, text, page) =>
      found<SmallUser>(look, 'users', text, page, (community, each) =>
        community.searchUsers(text, each),
      ),
    'people:open-website': async (accountId, of) => {
      const url = await websiteOf(accountId, of)
      if (url === null) throw new AppError({ code: 'gone', reason: 'link-forgotten' })
      return desktop.openExternal(url)
    },
  }

  return { handlers }
}

const characterLists: Lists<CharacterPage> = (value, each) => ({
  ...value,
  appearances: each(value.appearances),
})
const staffLists: Lists<StaffPage> = (value, each) => ({
  ...value,
  voices: each(value.voices),
  works: each(value.works),
})
const studioLists: Lists<StudioPage> = (value, each) => ({ ...value, works: each(value.works) })

function changed<T>(seen: Looked<T>, change: (value: T) => T): Looked<T> {
  return seen && { ...seen, value: change(seen.value) }
}

/** The page learns the host of a website and nothing more. */
function withHost<T extends Staff | Studio>(of: T): T {
  return { ...of, website: of.website === null ? null : (URL.parse(of.website)?.host ?? null) }
}
