import { entryFields, mediaFields } from './fields'

/** The latest 50 episodes of one title that are known. */
export const seriesAiringDocument = `
query SeriesAiring($id: Int) {
  Page(page: 1, perPage: 50) {
    pageInfo { hasNextPage }
    airingSchedules(mediaId: $id, sort: [EPISODE_DESC]) {
      mediaId
      episode
      airingAt
    }
  }
}`

/** What the signed-in user has on the list and airs at present. */
export const onAirDocument = `
query OnAir($page: Int, $perPage: Int) {
  Page(page: $page, perPage: $perPage) {
    pageInfo { hasNextPage }
    media(type: ANIME, onList: true, status: RELEASING, sort: [ID]) {
      type
      ...MediaFields
      mediaListEntry { ...EntryFields }
    }
  }
}
${mediaFields}
${entryFields}`
