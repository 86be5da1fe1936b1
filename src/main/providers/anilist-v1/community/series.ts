import type { Airing } from '../../../../shared/community/airing'
import { AppError } from '../../../../shared/failure'
import { idOf, kindOf, type TitleKey } from '../../../../shared/media'
import type { SeriesCalls } from '../../community'
import type { Gathering } from '../../found'
import { numberOrNull, partsOf, totalOrNull } from '../../lenient'
import type { ListOwner } from '../../provider'
import { badAnswer, readAs } from '../../answers'
import type { MakeCall } from '../call'
import { itemsOf } from '../loose'
import { readPeople, readSeries, readSeriesPage } from '../read/series'
import { readRows } from '../read/rows'
import { recordSchema, toFetched } from '../record'
import type { Ask } from './ask'

/** Titles, who made them, when they air. */
export function createSeriesCalls(call: MakeCall, { find }: Ask): SeriesCalls {
  return {
    series: (title) =>
      find({ name: 'GET {series_type}/{id}', path: pathOf(title) }, (body, into) =>
        readSeries(body, kindOf(title), into),
      ),
    seriesPage: (title) =>
      find({ name: 'GET {series}/{id}/page', path: `${pathOf(title)}/page` }, (body, into) =>
        readSeriesPage(body, kindOf(title), into),
      ),
    /** All three paths answer alike, with everybody. */
    seriesPeople: (title, part) =>
      find({ name: `GET {series}/{id}/${part}`, path: `${pathOf(title)}/${part}` }, (body, into) =>
        readPeople(partsOf(body), into),
      ),
    airingsOf: (title) => {
      if (kindOf(title) === 'manga') {
        const detail = 'Manga do not air.'
        throw new AppError({ code: 'invalid-input', reason: 'ability-missing', detail })
      }
      return call({
        name: 'GET anime/{id}/airing',
        method: 'GET',
        path: `${pathOf(title)}/airing`,
        read: (body) => readAirings(body, title),
      })
    },
    onAir: (owner, limit) =>
      find(
        { name: 'GET user/airing', path: 'user/airing', query: { limit }, needsUser: true },
        (body, into) => readOnAir(body, owner, into),
      ),
  }
}

function pathOf(title: TitleKey): string {
  return `${kindOf(title)}/${idOf(title)}`
}

/** An object of Unix seconds by episode, in no order; `[]` without any. */
function readAirings(body: unknown, title: TitleKey): readonly Airing[] {
  if (typeof body !== 'object' || body === null) throw badAnswer('airing: no times')
  return itemsOf(body)
    .flatMap(([key, value]) => {
      const episode = totalOrNull(key)
      const airingAt = numberOrNull(value)
      return episode === null || airingAt === null ? [] : [{ title, episode, airingAt }]
    })
    .toSorted((a, b) => a.episode - b.episode)
}

/** Records of the list; those that come without their title are left out. */
function readOnAir(body: unknown, owner: ListOwner, into: Gathering) {
  return readRows(body, 'airing', (row) => {
    const raw = readAs(recordSchema, row, 'list record')
    if (!raw.anime) return null
    const { entry, media } = toFetched(raw, 'anime', owner, { status: 'current', slots: [] })
    return media && { media: into.mention(media), entry }
  })
}
