import type { ReadContext } from '../context'
import { idOf, wholeOf } from '../json'
import type { MediaKind } from '../../../shared/media'
import type { BackupRow } from '../model'
import { createDraft, flagOf } from '../values/draft'
import { textOfHtml } from '../values/html'
import { mediaFormatOf } from '../values/media-formats'
import { malStatusNumbers } from '../values/statuses'
import type { XmlRecord } from '../xml'

/** Who wrote a file: decides whether notes are HTML, and shows in the preview. */
export type MalWriter = 'mal' | 'mal-2008' | 'tsuzuki' | 'kitsu' | 'shikimori' | 'taiga' | 'other'

/** Elements that every MyAnimeList file has and that we have no field for: kept, not reported. */
export const passedOver: ReadonlySet<string> = new Set([
  'my_id',
  'my_rated',
  'my_dvd',
  'my_storage',
  'my_storage_value',
  'my_retail_volumes',
  'my_scanalation_group',
  'my_fansub_group',
  'my_downloaded_eps',
  'my_discuss',
  'my_sns',
  'my_tags',
  'update_on_import',
])

const priorities: Readonly<Record<string, number>> = { LOW: 0, MEDIUM: 1, HIGH: 2 }

/** `my_rewatch_value` in the order of what aniSearch calls the desire to see it again, 1–5. */
export const repeatValues = ['very low', 'low', 'medium', 'high', 'very high']

/** One `anime` or `manga` element. Elements of the other kind that strayed in are accepted. */
export function malRow(
  record: XmlRecord,
  number: number,
  writer: MalWriter,
  { limits }: ReadContext,
): BackupRow {
  const kind: MediaKind = record.name === 'manga' ? 'manga' : 'anime'
  const draft = createDraft(record.fields, limits.keptPerRow)
  const ids = idsOf(draft.take, kind)
  const titles = ['series_title', 'manga_title', 'anime_title'].map((name) => draft.take(name))
  const hints = {
    format: mediaFormatOf(draft.take('series_type', 'manga_type')),
    episodes: kind === 'anime' ? idOf(draft.take('series_episodes')) : null,
    chapters: kind === 'manga' ? idOf(draft.take('manga_chapters', 'series_chapters')) : null,
    volumes: kind === 'manga' ? idOf(draft.take('manga_volumes', 'series_volumes')) : null,
  }
  if (record.repairs > 0) draft.warn('repaired-text', undefined, String(record.repairs))
  if (record.broken !== null) draft.warn('broken-markup', undefined, record.broken)

  draft.count('progress', kind === 'anime' ? 'my_watched_episodes' : 'my_read_chapters')
  if (kind === 'manga') draft.count('progressVolumes', 'my_read_volumes')
  draft.date('startedAt', 'my_start_date')
  draft.date('completedAt', 'my_finish_date')
  draft.score('my_score', 10)
  if (record.fields.shiki_status) draft.ignore('my_status')
  draft.status(record.fields.shiki_status ? 'shiki_status' : 'my_status', malStatusNumbers)
  draft.notes('my_comments', isHtml(writer) ? textOfHtml : undefined)
  draft.repeats(record.fields.my_times_read === undefined ? 'my_times_watched' : 'my_times_read')
  setPriority(draft)
  setRepeatDesire(draft)
  setRepeating(draft, record.fields, hints.episodes ?? hints.chapters)

  return draft.row({
    number,
    kind,
    titles: titles.map((title) => (typeof title === 'string' ? title.trim() : null)),
    ids,
    hints,
    tags: tagsOf(record.fields),
  })
}

type Take = ReturnType<typeof createDraft>['take']

function idsOf(take: Take, kind: MediaKind) {
  const mal =
    kind === 'anime'
      ? take('series_animedb_id', 'anime_animedb_id', 'anime_mediadb_id')
      : take('manga_mangadb_id', 'manga_mediadb_id', 'series_mangadb_id')
  return {
    mal: idOf(mal),
    anilist: idOf(take(`${kind}_anilist_id`)),
    kitsu: idOf(take(`${kind}_kitsu_id`)),
    mangaupdates: idOf(take('manga_mangaupdates_id')),
  }
}

function isHtml(writer: MalWriter) {
  return writer === 'mal' || writer === 'mal-2008' || writer === 'other'
}

function setPriority(draft: ReturnType<typeof createDraft>) {
  const value = draft.take('my_priority')
  const word = typeof value === 'string' ? value.trim().toUpperCase() : ''
  if (word === '') return
  const priority = priorities[word] ?? wholeOf(word)
  if (priority === null) draft.refuse('unknown-value', 'my_priority', value)
  else draft.put('priority', 'my_priority', priority)
}

function setRepeatDesire(draft: ReturnType<typeof createDraft>) {
  const value = draft.take('my_rewatch_value', 'my_reread_value')
  const word = typeof value === 'string' ? value.trim().toLowerCase() : ''
  const place = repeatValues.indexOf(word)
  if (place >= 0) draft.fields.repeatDesire = place + 1
}

/**
 * `my_rewatching` may be 1 while the status says Completed and the progress is that of the first
 * time; then the place of the repetition stands in `my_rewatching_ep`.
 */
function setRepeating(
  draft: ReturnType<typeof createDraft>,
  fields: Readonly<Record<string, string>>,
  total: number | null,
) {
  const isRepeating = flagOf(draft.take('my_rewatching', 'my_rereading')) === true
  const place = wholeOf(draft.take('my_rewatching_ep', 'my_rereading_chap'))
  draft.repeating(isRepeating)
  if (draft.fields.status !== 'repeating' || place === null) return
  const isWhole = total !== null && draft.fields.progress === total
  if (place > 0 || (isWhole && fields.my_rewatching_ep !== undefined)) {
    draft.put('progress', 'my_rewatching_ep', place)
  }
}

/** Kitsu writes its notes twice; then they are no tags. */
function tagsOf(fields: Readonly<Record<string, string>>): string[] {
  const text = fields.my_tags ?? ''
  if (text === fields.my_comments) return []
  return [
    ...new Set(
      text
        .split(',')
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ''),
    ),
  ]
}
