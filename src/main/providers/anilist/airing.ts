import type { Airing } from '../../../shared/community/airing'
import type { Page } from '../../../shared/community/paging'
import { idOf, type Season, type TitleKey, titleKey } from '../../../shared/media'
import type { AiringCalls, TitleInLine, TitlesWanted } from '../airing'
import { type Gathering, gather } from '../found'
import { partsOf, totalOrNull } from '../lenient'
import { idIn, type Parts, someList } from '../reading'
import type { MakeCall } from './call'
import { relationOf } from './community-words'
import {
  schedulePages,
  schedulePagesDocument,
  titlePages,
  titlePagesDocument,
} from './documents/many-pages'
import { readPage } from './read/page'
import { wholeTitle } from './read/titles'
import { seasonOf } from './words'

/** Broadcasts, many pages a request (docs/services.md, "AniList: batches"). */
export function createAiringCalls(call: MakeCall): AiringCalls {
  return {
    schedules: (titles, { after, before }, part) =>
      call({
        name: 'Page.airingSchedules',
        effect: 'read',
        document: schedulePagesDocument,
        variables: {
          mediaIds: titles.map(idOf),
          after,
          before,
          ...pageNumbers(schedulePages, part),
        },
        read: (data) => joined(data, (page) => readPage(page, 'airingSchedules', toAiring)),
      }),
    titles: (wanted, part) =>
      call({
        name: 'Page.media',
        effect: 'read',
        document: titlePagesDocument,
        variables: { ...variablesOf(wanted), ...pageNumbers(titlePages, part) },
        read: (data) =>
          gather((into) =>
            joined(data, (page) => readPage(page, 'media', (raw) => inLine(raw, into))),
          ),
      }),
  }
}

/** `page1`, `page2`, … of a part of so many pages. */
function pageNumbers(count: number, part: number): Readonly<Record<string, number>> {
  const first = (part - 1) * count
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`page${at + 1}`, first + at + 1]),
  )
}

/** The newest titles have the highest numbers. */
function variablesOf(wanted: TitlesWanted) {
  if (wanted === 'announced') return { status: 'NOT_YET_RELEASED', sort: ['ID_DESC'] }
  const { season, year } = wanted
  return { season: wordOf(season), seasonYear: year, sort: ['POPULARITY_DESC', 'ID'] }
}

function wordOf(season: Season): string | undefined {
  return Object.keys(seasonOf).find((word) => seasonOf[word] === season)
}

/** The pages of one answer as one; beyond the end of what there is they are empty. */
function joined<T>(data: Parts, read: (data: Parts) => Page<T>): Page<T> {
  const pages = Object.values(data).map((page) => read({ Page: page }))
  return {
    items: pages.flatMap(({ items }) => items),
    hasNext: pages.at(-1)?.hasNext ?? false,
    total: null,
  }
}

function toAiring(raw: Parts): Airing | null {
  const id = idIn(raw, 'mediaId')
  const episode = totalOrNull(raw['episode'])
  const airingAt = totalOrNull(raw['airingAt'])
  if (id === null || episode === null || airingAt === null) return null
  return { title: titleKey('anime', id), episode, airingAt }
}

function inLine(raw: Parts, into: Gathering): TitleInLine | null {
  const media = wholeTitle(raw, into, 'anime')
  return media && { media, prequels: prequelsIn(raw) }
}

function prequelsIn(raw: Parts): readonly TitleKey[] {
  return someList(partsOf(raw['relations'])['edges'], (edge) => {
    const id = idIn(partsOf(edge['node']))
    const relation = relationOf[String(edge['relationType'])]
    return id === null || relation !== 'prequel' ? null : titleKey('anime', id)
  })
}
