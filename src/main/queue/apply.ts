import type { Clock } from '../../shared/clock'
import type { Entry } from '../../shared/entry'
import type { MediaKind, TitleKey } from '../../shared/media'
import type { Database } from '../db/database'
import type { HistoryRow } from '../db/history'
import { packKey, type PackedKey } from '../db/keys'
import type { StoredRow } from '../db/list'
import { withoutAddresses, type MediaTable } from '../db/media'
import type { FetchedEntry, MediaRecord } from '../providers/provider'
import type { Freshness } from './freshness'
import type { MergeRules } from './merge'
import type { Plan } from './plan'
import type { Settle } from './settle'

/** What was read of an account's list. */
export interface Heard {
  readonly account: number
  readonly realm: number
  readonly kind: MediaKind
  readonly items: readonly FetchedEntry[]
  /** Titles asked for by name: those absent from the answer are not on the list. */
  readonly asked: readonly TitleKey[] | null
  /** Monotonic ms at which the request left. */
  readonly askedAt: number
  /** Writes changes of others into the history; not at a first download. */
  readonly tell: boolean
}

interface Options {
  db: Database
  media: MediaTable
  settle: Settle
  freshness: Freshness
  plan: Plan
  clock: Clock
  rules: () => MergeRules
  /**
   * An entry came without its title, whose realm's key this is. Answers what is to be kept of it;
   * `null` for nothing new.
   */
  nameless: (key: PackedKey, malId: number | null) => MediaRecord | null
  /** Lets others run between two slices. */
  breathe: () => Promise<void>
  /** The account is still there: one that was removed meanwhile gets no entries any more. */
  isOpen: (account: number) => boolean
  onHeard: (heard: HeardRows) => void
}

/** What became of the list. */
export interface HeardRows {
  readonly keys: readonly PackedKey[]
  readonly changes: readonly HistoryRow[]
  /** What is shown of the keys now, as far as it is known without reading it again. */
  readonly rows: ReadonlyMap<PackedKey, StoredRow>
}

interface Item {
  readonly key: PackedKey
  /** `null`: it is not on the list. */
  readonly found: FetchedEntry | null
}

export type Apply = ReturnType<typeof createApply>

/** Rows written in one transaction: what an answer brings, and an edit never waits long. */
const sliceSize = 500

/** Takes what was read of a list into the database, in slices. Failure: `storage`. */
export function createApply(options: Options) {
  const { db, media, settle, freshness, plan, clock, rules, breathe, isOpen, onHeard, nameless } =
    options

  async function apply(heard: Heard): Promise<void> {
    const found = heard.items.map((item) => ({
      key: packKey(heard.account, item.entry.title),
      found: item,
    }))
    const seen = new Set(found.map(({ key }) => key))
    const absent = (heard.asked ?? [])
      .map((title) => packKey(heard.account, title))
      .filter((key) => !seen.has(key))
    const items: Item[] = [...found, ...absent.map((key) => ({ key, found: null }))]
    for (let from = 0; from < items.length; from += sliceSize) {
      if (from > 0) await breathe()
      if (!isOpen(heard.account)) return
      slice(heard, items.slice(from, from + sliceSize))
    }
  }

  function slice(heard: Heard, items: readonly Item[]) {
    const taken: PackedKey[] = []
    const gone: PackedKey[] = []
    const changed: PackedKey[] = []
    const changes: HistoryRow[] = []
    const rows = new Map<PackedKey, StoredRow>()
    db.quickly(() => {
      for (const { key, found } of items) {
        if (found) keepMedia(heard.realm, found)
        // An answer to an older question, or one that crosses a write, is not taken for the truth.
        const crosses = plan.get(key)?.busy === 'writing' || freshness.crossed(key, heard.askedAt)
        if (crosses) freshness.doubt(key, clock.monotonic())
        if (crosses || freshness.isNewerThan(key, heard.askedAt)) continue
        const settled = settle.heard(key, found?.entry ?? null, rules(), heard.tell)
        if (settled.changed) changed.push(key)
        if (settled.shown && found?.media) rows.set(key, rowOf(settled.shown, found.media))
        if (settled.change) changes.push(settled.change)
        taken.push(key)
        if (settled.isGone) gone.push(key)
      }
    })
    // Not before it is on the disk: what is thought to be known is the base of the next write.
    for (const key of taken) freshness.heard(key, heard.askedAt)
    for (const key of gone) freshness.doubt(key, clock.monotonic())
    if (changed.length > 0) onHeard({ keys: changed, changes, rows })
  }

  function keepMedia(realm: number, { entry, media: sent, malId }: FetchedEntry) {
    const key = packKey(realm, entry.title)
    if (sent) return media.put(key, sent)
    // Where titles do come, a missing one is one that was taken down.
    const named = malId === undefined ? null : nameless(key, malId)
    if (named) media.put(key, named)
  }

  return { apply }
}

function rowOf(entry: Entry, media: MediaRecord): StoredRow {
  return { title: entry.title, entry, media: withoutAddresses(media) }
}
