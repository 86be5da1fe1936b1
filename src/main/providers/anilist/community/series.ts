import type { Airing } from '../../../../shared/community/airing'
import { idOf, kindOf, type TitleKey, titleKey } from '../../../../shared/media'
import type { SeriesCalls } from '../../community'
import type { Gathering } from '../../found'
import { partsOf, totalOrNull } from '../../lenient'
import { idIn, type Parts } from '../../reading'
import type { MakeCall } from '../call'
import { onAirDocument, seriesAiringDocument } from '../documents/airing'
import {
  recommendationsDocument,
  seriesCharactersDocument,
  seriesDocument,
  seriesPageDocument,
  seriesStaffDocument,
} from '../documents/series'
import { entrySchema, toEntry } from '../entry'
import { nodesOf, readPage } from '../read/page'
import { readPeople, readSeries, readSeriesPage, toRecommendation } from '../read/series'
import { wholeTitle } from '../read/titles'
import { mediaTypes } from '../words'
import { type Ask, perConnection, perPage } from './ask'

/** Titles, who made them, when they air. */
export function createSeriesCalls(call: MakeCall, { find }: Ask): SeriesCalls {
  return {
    series: (title) =>
      find({ name: 'Media', document: seriesDocument }, idAndType(title), (data, into) =>
        readSeries(data['Media'], kindOf(title), into),
      ),
    seriesPage: (title) =>
      find({ name: 'Media', document: seriesPageDocument }, idAndType(title), (data, into) =>
        readSeriesPage(data['Media'], kindOf(title), into),
      ),
    seriesPeople: (title, part, page) =>
      find(
        part === 'staff'
          ? { name: 'Media.staff', document: seriesStaffDocument }
          : { name: 'Media.characters', document: seriesCharactersDocument },
        { ...idAndType(title), page, perPage: perConnection },
        (data, into) => readPeople(partsOf(data['Media']), into),
      ),
    recommendations: (title, page) =>
      find(
        { name: 'Media.recommendations', document: recommendationsDocument },
        { ...idAndType(title), page, perPage: perConnection },
        (data, into) =>
          nodesOf(partsOf(data['Media'])['recommendations'], (node) =>
            toRecommendation(node, into),
          ),
      ),
    airingsOf: (title) =>
      call({
        name: 'Page.airingSchedules',
        effect: 'read',
        document: seriesAiringDocument,
        variables: { id: idOf(title) },
        read: (data) => readPage(data, 'airingSchedules', toAiring).items.toReversed(),
      }),
    onAir: (_owner, limit) =>
      find(
        { name: 'Page.media', document: onAirDocument, needsUser: true },
        { page: 1, perPage: Math.min(limit, perPage) },
        (data, into) => readPage(data, 'media', (raw) => toOnAir(raw, into)).items,
      ),
  }
}

function idAndType(title: TitleKey) {
  return { id: idOf(title), type: mediaTypes[kindOf(title)] }
}

function toAiring(raw: Parts): Airing | null {
  const id = idIn(raw, 'mediaId')
  const episode = totalOrNull(raw['episode'])
  const airingAt = totalOrNull(raw['airingAt'])
  if (id === null || episode === null || airingAt === null) return null
  return { title: titleKey('anime', id), episode, airingAt }
}

function toOnAir(raw: Parts, into: Gathering) {
  const media = wholeTitle(raw, into, 'anime')
  if (media === null) return null
  const entry = entrySchema.nullish().safeParse(raw['mediaListEntry']).data
  return { media, entry: entry ? toEntry({ ...entry, mediaId: idOf(media.key) }, 'anime') : null }
}
