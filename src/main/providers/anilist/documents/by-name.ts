/** The likeliest titles of `count` names, each under an alias of its own: `part0`, `part1`, … */
export function mediaByNameDocument(count: number): string {
  const numbers = Array.from({ length: count }, (_, at) => at)
  return `
query MediaByName($type: MediaType, ${numbers.map((at) => `$name${at}: String`).join(', ')}) {
${numbers.map((at) => part(at)).join('\n')}
}
${namedFields}`
}

const part = (at: number) => `  part${at}: Page(page: 1, perPage: 5) {
    media(type: $type, search: $name${at}, sort: [SEARCH_MATCH]) { ...NamedFields }
  }`

/** What tells one title from another, and shows it. */
const namedFields = `
fragment NamedFields on Media {
  id
  idMal
  title { romaji english native }
  synonyms
  format
  season
  seasonYear
  startDate { year month day }
  episodes
  chapters
  volumes
  isAdult
  coverImage { medium large color }
}`
