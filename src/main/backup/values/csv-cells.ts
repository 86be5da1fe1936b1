/** What a spreadsheet would run as a formula, and our own mark of it. */
const dangerous = /^[=+\-@\t\r'＝＋－＠]/

/** A cell that no spreadsheet takes for a formula: a `'` goes before it. */
export function safeCell(text: string): string {
  return dangerous.test(text) ? `'${text}` : text
}

/** The text as it was before `safeCell`. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && dangerous.test(cell.slice(1)) ? cell.slice(1) : cell
}

/** The columns of our own table, in their order. */
export const columns = [
  'service',
  'tsuzuki_title',
  'mal_id',
  'anilist_id',
  'anisearch_id',
  'title',
  'title_english',
  'title_native',
  'format',
  'year',
  'episodes',
  'chapters',
  'volumes',
  'status',
  'score',
  'progress',
  'progress_volumes',
  'repeats',
  'started',
  'finished',
  'notes',
  'private',
  'hidden',
  'custom_lists',
  'advanced_scores',
  'priority',
  'personal_score',
  'repeat_desire',
  'created',
  'updated',
] as const
export type Column = (typeof columns)[number]
