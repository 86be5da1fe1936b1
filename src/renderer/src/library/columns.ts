import type { SortKey } from '../../../shared/library-view'
import type { MediaKind } from '../../../shared/media'

/** What a column of the table shows; the title is always the first and no choice. */
export const columnIds = [
  'format',
  'status',
  'progress',
  'volumes',
  'score',
  'next',
  'behind',
  'season',
  'started',
  'finished',
  'updated',
  'added',
  'repeats',
  'length',
  'average',
  'popularity',
  'studio',
  'genres',
  'lists',
  'notes',
] as const
export type ColumnId = (typeof columnIds)[number]

/** A column as the user has it; its width in px where text has its usual size. */
export interface Column {
  readonly id: ColumnId
  readonly width: number
}

interface ColumnTraits {
  /** The usual width in px. */
  readonly width: number
  readonly right?: true
  /** What a click on its name sorts by. */
  readonly sort?: SortKey
  /** The lowest goes first where there is no room. */
  readonly weight: number
}

export const columnTraits: Readonly<Record<ColumnId, ColumnTraits>> = {
  format: { width: 88, sort: 'format', weight: 3 },
  status: { width: 104, weight: 2 },
  progress: { width: 96, right: true, sort: 'progress', weight: 10 },
  volumes: { width: 72, right: true, weight: 5 },
  score: { width: 64, right: true, sort: 'score', weight: 9 },
  next: { width: 128, right: true, sort: 'next-episode', weight: 6 },
  behind: { width: 72, right: true, sort: 'behind', weight: 4 },
  season: { width: 112, sort: 'season', weight: 2 },
  started: { width: 112, right: true, sort: 'started', weight: 2 },
  finished: { width: 112, right: true, sort: 'finished', weight: 2 },
  updated: { width: 112, right: true, sort: 'updated', weight: 1 },
  added: { width: 112, right: true, sort: 'added', weight: 1 },
  repeats: { width: 64, right: true, weight: 1 },
  length: { width: 72, right: true, weight: 1 },
  average: { width: 72, right: true, sort: 'average', weight: 1 },
  popularity: { width: 88, right: true, sort: 'popularity', weight: 1 },
  studio: { width: 136, weight: 1 },
  genres: { width: 176, weight: 1 },
  lists: { width: 136, weight: 1 },
  notes: { width: 176, weight: 1 },
}

const usualIds: Readonly<Record<MediaKind, readonly ColumnId[]>> = {
  anime: ['format', 'progress', 'score', 'next'],
  manga: ['format', 'progress', 'volumes', 'score', 'next'],
}

/** Columns of a list of which nothing is remembered. */
export function usualColumns(kind: MediaKind): readonly Column[] {
  return usualIds[kind].map(asUsual)
}

/** Which columns a list of a kind can have. */
export function possibleColumns(kind: MediaKind): readonly ColumnId[] {
  return columnIds.filter((id) => id !== 'volumes' || kind === 'manga')
}

export const leastWidth = 40
export const mostWidth = 480

/** Reads remembered columns; what is not understood is left out, `null` is as usual. */
export function readColumns(kept: unknown): readonly Column[] | null {
  if (!Array.isArray(kept)) return null
  const seen = new Set<ColumnId>()
  return kept.flatMap((each: unknown): readonly Column[] => {
    if (typeof each !== 'object' || each === null || !('id' in each)) return []
    const id = columnIds.find((known) => known === each.id)
    if (!id || seen.has(id)) return []
    seen.add(id)
    const width = 'width' in each && typeof each.width === 'number' ? each.width : NaN
    return [Number.isFinite(width) ? { id, width: clamp(width) } : asUsual(id)]
  })
}

/** Columns with one more at the end, or without it. */
export function toggled(columns: readonly Column[], id: ColumnId): readonly Column[] {
  const others = columns.filter((column) => column.id !== id)
  return others.length < columns.length ? others : [...columns, asUsual(id)]
}

/** Columns with one moved to stand at a place, from 0. */
export function movedTo(
  columns: readonly Column[],
  id: ColumnId,
  place: number,
): readonly Column[] {
  const column = columns.find((each) => each.id === id)
  if (!column) return columns
  const others = columns.filter((each) => each !== column)
  const at = Math.max(0, Math.min(place, others.length))
  return [...others.slice(0, at), column, ...others.slice(at)]
}

/** Columns with one as wide as asked, within reason. */
export function resized(
  columns: readonly Column[],
  id: ColumnId,
  width: number,
): readonly Column[] {
  return columns.map((each) => (each.id === id ? { id, width: clamp(width) } : each))
}

/** The buttons for one less and one more, and what stands at the end of each row, in px. */
const stepsWidth = 68
const endsWidth = 72
const padding = 40
const titleWidth = 150

/** The columns that a width has room for, so that the title keeps a readable one. */
export function fitColumns(
  columns: readonly Column[],
  width: number,
  scale: number,
): readonly Column[] {
  const room = width / scale - titleWidth - endsWidth - padding
  const kept = [...columns]
  while (kept.length > 0 && kept.reduce((sum, column) => sum + fullWidth(column), 0) > room) {
    const lightest = Math.min(...kept.map(({ id }) => columnTraits[id].weight))
    // Of equal ones the last goes first.
    kept.splice(
      kept.findLastIndex(({ id }) => columnTraits[id].weight === lightest),
      1,
    )
  }
  return kept
}

/** The tracks of a row as CSS wants them, in rem, so that they grow with the text. */
export function tracksOf(columns: readonly Column[]): string {
  const rem = (px: number) => `${px / 16}rem`
  const tracks = columns.flatMap(({ id, width }) =>
    id === 'progress' ? [rem(width), rem(stepsWidth)] : [rem(width)],
  )
  return ['minmax(0, 1fr)', ...tracks, rem(endsWidth / 2), rem(endsWidth / 2)].join(' ')
}

function fullWidth({ id, width }: Column) {
  return width + (id === 'progress' ? stepsWidth : 0)
}

function asUsual(id: ColumnId): Column {
  return { id, width: columnTraits[id].width }
}

function clamp(width: number) {
  return Math.round(Math.min(mostWidth, Math.max(leastWidth, width)))
}
