import type { MediaKind } from '../../../shared/media'
import type { ReadContext } from '../context'
import type { CsvTable } from '../csv'
import { idOf, isObject, type JsonObject, listAt, objectAt, textOf } from '../json'
import { type BackupFile, type BackupRow, type FileWarning, unknownOwner } from '../model'
import { createDraft, flagOf } from '../values/draft'
import { mediaFormatOf } from '../values/media-formats'
import { readRows } from './json-rows'
import { backupFile, type CsvFormat, type JsonFormat } from './reader'

/** Shukofukurou's JSON: `userData` names the service whose ids it uses. */
export const shukofukurou: JsonFormat = {
  id: 'shukofukurou',
  name: 'Shukofukurou JSON',
  recognises: (value) => isObject(objectAt(value).userData) && Array.isArray(objectAt(value).list),
  read(value, context) {
    const user = objectAt(value, 'userData')
    const warnings: FileWarning[] = []
    const site = siteOf(String(user.service))
    const stated = kindOf(user.type)
    const rows = readRows(listAt(value, 'list'), context, warnings, (entry, number) =>
      rowOf(entry, number, { site, kind: stated ?? kindByFields(entry), context }),
    )
    return file(rows, warnings, site, textOf(user.username), idOf(user.user_id))
  },
}

/** Its table: the first column is `<service>_title_id`; quotes inside titles are not escaped. */
export const shukofukurouCsv: CsvFormat = {
  id: 'shukofukurou',
  name: 'Shukofukurou CSV',
  recognises: (header) => idColumn(header) !== null && header.has('current_status'),
  read(table: CsvTable, context: ReadContext): BackupFile {
    const column = idColumn(new Set(table.header)) ?? ''
    const site = siteOf(column)
    const warnings: FileWarning[] = []
    const rows = readRows(table.rows, context, warnings, (entry, number) => {
      const kind = 'chapters' in entry ? 'manga' : 'anime'
      return rowOf({ ...entry, id: entry[column] }, number, { site, kind, context })
    })
    return file(rows, warnings, site, null, null)
  },
}

function idColumn(header: ReadonlySet<string>): string | null {
  return [...header].find((name) => /_title_id$/.test(name)) ?? null
}

function siteOf(name: string): 'mal' | 'kitsu' | 'anilist' | null {
  if (/anilist/i.test(name)) return 'anilist'
  if (/kitsu/i.test(name)) return 'kitsu'
  return /mal|myanimelist/i.test(name) ? 'mal' : null
}

function kindOf(type: unknown): MediaKind | null {
  if (type === 0 || /anime/i.test(String(type))) return 'anime'
  return type === 1 || /manga/i.test(String(type)) ? 'manga' : null
}

function kindByFields(entry: JsonObject): MediaKind {
  return 'chapters_read' in entry || 'read_status' in entry ? 'manga' : 'anime'
}

interface Facts {
  readonly site: 'mal' | 'kitsu' | 'anilist' | null
  readonly kind: MediaKind
  readonly context: ReadContext
}

/** Scores are raw for AniList, of 20 for Kitsu, of 10 for MyAnimeList. */
const scoreWorth = { anilist: 1, kitsu: 5, mal: 10 }

const names: Readonly<Record<string, readonly string[]>> = {
  status: ['current_status', 'watched_status', 'read_status'],
  progress: ['current_progress', 'watched_episodes', 'chapters_read'],
  score: ['rating', 'score'],
  repeats: ['reconsume_count', 'rewatch_count', 'reread_count'],
  notes: ['comments', 'personal_comments'],
  startedAt: ['start_date', 'watching_start', 'reading_start'],
  completedAt: ['end_date', 'watching_end', 'reading_end'],
}

function nameIn(entry: JsonObject, field: string): string {
  const known = names[field] ?? []
  return known.find((name) => entry[name] !== undefined) ?? known[0] ?? field
}

function rowOf(entry: JsonObject, number: number, { site, kind, context }: Facts): BackupRow {
  const draft = createDraft(entry, context.limits.keptPerRow)
  const id = idOf(draft.take('id'))
  const title = textOf(draft.take('title'))
  draft.status(nameIn(entry, 'status'))
  draft.repeating(flagOf(draft.take('rewatching', 'rereading')) === true)
  draft.count('progress', nameIn(entry, 'progress'))
  draft.count('progressVolumes', 'volumes_read')
  draft.score(nameIn(entry, 'score'), scoreWorth[site ?? 'mal'])
  draft.repeats(nameIn(entry, 'repeats'))
  draft.notes(nameIn(entry, 'notes'))
  draft.flag('private', 'private')
  draft.date('startedAt', nameIn(entry, 'startedAt'))
  draft.date('completedAt', nameIn(entry, 'completedAt'))
  return draft.row({
    number,
    kind,
    titles: [title],
    ids: site === null ? {} : { [site]: id },
    hints: {
      format: mediaFormatOf(draft.take('type')),
      episodes: idOf(draft.take('episodes')),
      chapters: idOf(draft.take('chapters')),
      volumes: idOf(draft.take('volumes')),
    },
  })
}

function file(
  rows: readonly BackupRow[],
  warnings: readonly FileWarning[],
  site: Facts['site'],
  name: string | null,
  userId: number | null,
): BackupFile {
  return backupFile('shukofukurou', rows, {
    scoreStep: scoreWorth[site ?? 'mal'],
    owners: [{ ...unknownOwner, site, name, userId }],
    warnings,
  })
}
