import type { MediaKind, TitleKey } from '../../shared/media'
import type { HistoryRow } from '../db/history'
import { packKey, type PackedKey } from '../db/keys'
import type { MediaTable } from '../db/media'
import type { Database } from '../db/database'
import type { FetchedEntry } from '../providers/provider'
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
  rules: () => MergeRules
  /** Lets others run between two slices. */
  breathe: () => Promise<void>
  onHeard: (keys: readonly PackedKey[], changes: readonly HistoryRow[]) => void
}

export type Apply = ReturnType<typeof createApply>

/** Rows written in one transaction, so that an edit never waits long. */
const sliceSize = 250

/** Takes what was read of a list into the database, in slices. */
export function createApply(options: Options) {
  const { db, media, settle, freshness, plan, rules, breathe, onHeard } = options

  async function apply(heard: Heard): Promise<void> {
    const seen = new Set<PackedKey>()
    for (let from = 0; from < heard.items.length; from += sliceSize) {
      if (from > 0) await breathe()
      const slice = heard.items.slice(from, from + sliceSize)
      for (const item of slice) seen.add(packKey(heard.account, item.entry.title))
      one(
        heard,
        slice.map((item) => ({ key: packKey(heard.account, item.entry.title), item })),
      )
    }
    const absent = (heard.asked ?? [])
      .map((title) => packKey(heard.account, title))
      .filter((key) => !seen.has(key))
    if (absent.length > 0)
      one(
        heard,
        absent.map((key) => ({ key, item: null })),
      )
  }

  function one(heard: Heard, slice: readonly { key: PackedKey; item: FetchedEntry | null }[]) {
    const changed: PackedKey[] = []
    const changes: HistoryRow[] = []
    db.transaction(() => {
      for (const { key, item } of slice) {
        if (item?.media) media.put(packKey(heard.realm, item.entry.title), item.media)
        // An answer to an older question, or one that crosses a write, is not taken for the truth.
        if (plan.get(key)?.busy === 'writing') continue
        if (freshness.isNewerThan(key, heard.askedAt)) continue
        const settled = settle.heard(key, item?.entry ?? null, rules(), heard.tell)
        if (settled.changed) changed.push(key)
        if (settled.change) changes.push(settled.change)
        freshness.heard(key, heard.askedAt)
      }
    })
    if (changed.length > 0) onHeard(changed, changes)
  }

  return { apply }
}
