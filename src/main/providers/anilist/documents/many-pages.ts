import { mediaFields } from './fields'

/** Pages that one document asks for: 12 of schedules cost 84 points, 6 of titles 300. */
export const schedulePages = 12
export const titlePages = 6

const named = (count: number) => Array.from({ length: count }, (_, at) => `page${at + 1}`)

function variables(count: number): string {
  return named(count)
    .map((name) => `$${name}: Int`)
    .join('\n  ')
}

/** The same list page by page: one request for hundreds of rows. */
function pages(count: number, list: string): string {
  return named(count)
    .map(
      (name) => `  ${name}: Page(page: $${name}, perPage: 50) {
    pageInfo { hasNextPage }
    ${list}
  }`,
    )
    .join('\n')
}

const schedules = `airingSchedules(
      mediaId_in: $mediaIds
      airingAt_greater: $after
      airingAt_lesser: $before
      sort: [TIME, ID]
    ) { mediaId episode airingAt }`

/** Episodes of some titles within a span, in the order in which they air. */
export const schedulePagesDocument = `
query SchedulePages(
  $mediaIds: [Int]
  $after: Int
  $before: Int
  ${variables(schedulePages)}
) {
${pages(schedulePages, schedules)}
}`

const titles = `media(
      type: ANIME
      season: $season
      seasonYear: $seasonYear
      status: $status
      sort: $sort
    ) {
      ...MediaFields
      relations { edges { relationType(version: 2) node { id } } }
    }`

/** Anime of a season, or of a status, with what they go on from. */
export const titlePagesDocument = `
query TitlePages(
  $season: MediaSeason
  $seasonYear: Int
  $status: MediaStatus
  $sort: [MediaSort]
  ${variables(titlePages)}
) {
${pages(titlePages, titles)}
}
${mediaFields}`
