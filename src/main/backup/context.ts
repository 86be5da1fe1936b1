import { AppError } from '../../shared/failure'
import type { MediaKind } from '../../shared/media'
import type { ScoreFormat } from '../../shared/score'
import type { IdSite } from './model'

/** How much of a file is read before it counts as hostile. */
export interface ReadLimits {
  /** Bytes after unpacking. */
  readonly bytes: number
  /** How deep JSON, XML and protobuf may nest. */
  readonly depth: number
  /** Values in a JSON document or a protobuf, cells in a CSV. */
  readonly values: number
  readonly rows: number
  /** JSON from so many bytes on is not parsed whole, but element by element. */
  readonly wholeJson: number
  /** Files in a zip. */
  readonly members: number
  /** Unknown elements kept of one row. */
  readonly keptPerRow: number
  /** Elements of one XML row that are looked at. */
  readonly fieldsPerRow: number
}

export const defaultLimits: ReadLimits = {
  bytes: 64 * 1024 * 1024,
  depth: 32,
  values: 6_000_000,
  rows: 200_000,
  wholeJson: 1024 * 1024,
  members: 50,
  keptPerRow: 100,
  fieldsPerRow: 500,
}

export interface ReadOptions {
  readonly limits?: Partial<ReadLimits>
  /** The kind that the user asked to import; a file of the other kind gets a warning. */
  readonly expects?: MediaKind
  /** How scores are written, where the file does not say it and the user does. */
  readonly scoreFormat?: ScoreFormat
  /** Whose ids the file uses, where it does not say it and the user does. */
  readonly idsAre?: IdSite
  /** Called now and then with how far reading is. */
  readonly progress?: (done: number, total: number) => void
  readonly isCancelled?: () => boolean
}

/** What every reader gets besides the content. */
export interface ReadContext {
  readonly limits: ReadLimits
  readonly options: ReadOptions
  /** Says how far it is; throws `cancelled` when nobody wants the answer any more. */
  tick(done: number, total: number): void
}

export function createContext(options: ReadOptions): ReadContext {
  return {
    limits: { ...defaultLimits, ...options.limits },
    options,
    tick(done, total) {
      if (options.isCancelled?.()) throw new AppError({ code: 'cancelled' })
      options.progress?.(done, total)
    },
  }
}

/** Runs `each` over all items and ticks every 500. */
export function forEachTicking<T>(
  items: readonly T[],
  context: Pick<ReadContext, 'tick'>,
  each: (item: T, index: number) => void,
): void {
  for (const [index, item] of items.entries()) {
    if (index % 500 === 0) context.tick(index, items.length)
    each(item, index)
  }
}
