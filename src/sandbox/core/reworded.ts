/** Fields in which people write freely, by the names that the services give them. */
const freeFields: ReadonlySet<string> = new Set([
  // Names of titles, people, users, lists, tags, sites.
  ...['romaji', 'english', 'native', 'userPreferred', 'title', 'synonyms', 'name', 'hashtag'],
  ...['full', 'first', 'last', 'alternative', 'alternativeSpoiler', 'site', 'deletedMediaTitle'],
  ...['title_romaji', 'title_english', 'title_japanese', 'name_first', 'name_last', 'name_alt'],
  ...['name_japanese', 'name_first_japanese', 'name_last_japanese', 'display_name', 'studio_name'],
  ...['deletedMediaTitles', 'studio_wiki', 'titles'],
  // Facts.
  ...['homeTown', 'primaryOccupations', 'gender', 'age', 'bloodType', 'category', 'roleNotes'],
  ...['info', 'value', 'progress', 'role_notes', 'blood_type', 'language'],
  // What is written at length.
  ...['description', 'about', 'summary', 'body', 'text', 'message', 'comment', 'notes'],
  ...['reason', 'context', 'contexts', 'obj'],
])

/** What is written at length holds several texts at once. */
const longFields: ReadonlySet<string> = new Set([
  ...['description', 'about', 'body', 'text', 'message', 'comment', 'info'],
])
const textsInLong = 6
const leastBody = 2_000

/**
 * An answer in JSON in which every free field holds one of the texts, whatever it was about; in
 * turn, beginning at `from`. Numbers, addresses and words of a closed set stay.
 */
export function reworded(body: string, texts: readonly string[], from: number): string {
  let at = from
  const next = () => texts[at++ % texts.length] ?? ''
  const long = () => Array.from({ length: textsInLong }, next).join('\n\n')

  function instead(field: string, text: string): string {
    if (text === '' || !freeFields.has(field)) return text
    // Short names in capitals are words of a closed set, and whole numbers are ids.
    if (/^[A-Z_]+$/.test(text) || /^\d+$/.test(text)) return text
    if (!longFields.has(field)) return next()
    return text.length >= leastBody ? long().padEnd(leastBody, ' .') : long()
  }

  function walk(value: unknown, field: string): unknown {
    if (typeof value === 'string') return instead(field, value)
    if (Array.isArray(value)) return value.map((each) => walk(each, field))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, walk(each, name)]))
  }

  return JSON.stringify(walk(JSON.parse(body), ''))
}
