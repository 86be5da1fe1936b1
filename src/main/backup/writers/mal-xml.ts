import { kindOf, type MediaFormat, type MediaKind } from '../../../shared/media'
import { toMyAnimeList } from '../../../shared/score-services'
import type { Status } from '../../../shared/status'
import { repeatValues } from '../formats/mal-xml-row'
import { dayText } from '../formats/tsuzuki-schema'
import {
  type ExportAccount,
  type Exported,
  type ExportOptions,
  type ExportRow,
  type Loss,
  lossOf,
  nameOf,
  utf8,
  withoutPrivate,
} from './export'
import { malLosses, mostMalRepeats } from './mal-xml-losses'
import { xmlText } from './xml-text'

const typeNames: Readonly<Partial<Record<MediaFormat, string>>> = {
  tv: 'TV',
  'tv-short': 'TV',
  movie: 'Movie',
  special: 'Special',
  ova: 'OVA',
  ona: 'ONA',
  music: 'Music',
}

type MalStatus = 'current' | 'completed' | 'paused' | 'dropped' | 'planned'

const words: Readonly<Record<MediaKind, Readonly<Record<MalStatus, string>>>> = {
  anime: {
    current: 'Watching',
    completed: 'Completed',
    paused: 'On-Hold',
    dropped: 'Dropped',
    planned: 'Plan to Watch',
  },
  manga: {
    current: 'Reading',
    completed: 'Completed',
    paused: 'On-Hold',
    dropped: 'Dropped',
    planned: 'Plan to Read',
  },
}

/**
 * MyAnimeList's XML of one kind: MyAnimeList takes one file a kind. Titles that it cannot name or
 * has no status for are left out; `losses` names each of them and each field without a place.
 */
export function writeMalXml(
  { account, rows }: ExportAccount,
  kind: MediaKind,
  options: ExportOptions,
): Exported {
  const ofKind = rows.filter(({ entry }) => kindOf(entry.title) === kind)
  const { rows: visible, losses } = withoutPrivate(ofKind, options)
  const written: ExportRow[] = []
  const ids = new Set<number>()
  for (const row of visible) {
    const reason = leftOut(row, ids)
    if (reason !== null) losses.push(lossOf(row, 'entry', reason))
    else {
      written.push(row)
      ids.add(row.media.malId ?? 0)
      losses.push(...malLosses(row))
    }
  }
  const text = [
    '<?xml version="1.0" encoding="UTF-8" ?>',
    `<!-- Written by Tsuzuki ${options.appVersion}. Format: Version 1.1.0 -->`,
    '<myanimelist>',
    element('myinfo', infoOf(account.userName, kind, written)),
    ...written.map((row) => element(kind, kind === 'anime' ? animeOf(row) : mangaOf(row))),
    '</myanimelist>',
    '',
  ].join('\n')
  return { bytes: utf8(text), count: written.length, losses }
}

function leftOut({ entry, media }: ExportRow, ids: ReadonlySet<number>): Loss['reason'] | null {
  if (media.malId === null) return 'no-id'
  if (ids.has(media.malId)) return 'same-id'
  return entry.status === 'not-interested' ? 'status' : null
}

function malStatus(status: Status): MalStatus {
  return status === 'repeating' || status === 'not-interested' ? 'completed' : status
}

type Elements = readonly (readonly [name: string, value: string | number])[]

function infoOf(userName: string, kind: MediaKind, rows: readonly ExportRow[]): Elements {
  const count = (status: MalStatus) =>
    rows.filter(({ entry }) => malStatus(entry.status) === status).length
  const [current, planned] =
    kind === 'anime' ? ['watching', 'plantowatch'] : ['reading', 'plantoread']
  return [
    ['user_name', xmlText(userName)],
    ['user_export_type', kind === 'anime' ? 1 : 2],
    [`user_total_${kind}`, rows.length],
    [`user_total_${current}`, count('current')],
    ['user_total_completed', count('completed')],
    ['user_total_onhold', count('paused')],
    ['user_total_dropped', count('dropped')],
    [`user_total_${planned}`, count('planned')],
  ]
}

function animeOf({ entry, media }: ExportRow): Elements {
  return [
    ['series_animedb_id', media.malId ?? 0],
    ['series_title', xmlText(nameOf(media))],
    ['series_type', typeNames[media.format] ?? 'Unknown'],
    ['series_episodes', media.episodes ?? 0],
    ['my_id', 0],
    ['my_watched_episodes', entry.progress],
    ['my_start_date', malDay(entry.startedAt)],
    ['my_finish_date', malDay(entry.completedAt)],
    ['my_score', toMyAnimeList(entry.score)],
    ['my_status', words.anime[malStatus(entry.status)]],
    ['my_comments', xmlText(entry.notes)],
    ['my_times_watched', malRepeats(entry.repeats)],
    ['my_rewatch_value', repeatValue(entry.repeatDesire)],
    ['my_priority', malPriority(entry.priority)],
    ['my_tags', ''],
    ['my_rewatching', entry.status === 'repeating' ? 1 : 0],
    ['my_rewatching_ep', entry.status === 'repeating' ? entry.progress : 0],
    ['update_on_import', 1],
  ]
}

function mangaOf({ entry, media }: ExportRow): Elements {
  return [
    ['manga_mangadb_id', media.malId ?? 0],
    ['manga_title', xmlText(nameOf(media))],
    ['manga_volumes', media.volumes ?? 0],
    ['manga_chapters', media.chapters ?? 0],
    ['my_id', 0],
    ['my_read_volumes', entry.progressVolumes],
    ['my_read_chapters', entry.progress],
    ['my_start_date', malDay(entry.startedAt)],
    ['my_finish_date', malDay(entry.completedAt)],
    ['my_score', toMyAnimeList(entry.score)],
    ['my_status', words.manga[malStatus(entry.status)]],
    ['my_comments', xmlText(entry.notes)],
    ['my_times_read', malRepeats(entry.repeats)],
    ['my_tags', ''],
    ['my_priority', malPriority(entry.priority)],
    ['my_reread_value', repeatValue(entry.repeatDesire)],
    ['my_rereading', entry.status === 'repeating' ? 'YES' : 'NO'],
    ['update_on_import', 1],
  ]
}

function element(name: string, children: Elements): string {
  const lines = children.map(([child, value]) => `\t\t<${child}>${value}</${child}>`)
  return [`\t<${name}>`, ...lines, `\t</${name}>`].join('\n')
}

function malDay(date: number | null): string {
  return dayText(date) ?? '0000-00-00'
}

/** 255 is read as junk everywhere, so it is not written. */
function malRepeats(repeats: number): number {
  return repeats <= mostMalRepeats ? repeats : 0
}

function malPriority(priority: number): string {
  return ['LOW', 'MEDIUM'][priority] ?? 'HIGH'
}

function repeatValue(desire: number): string {
  const word = repeatValues[desire - 1] ?? ''
  return word.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
}
