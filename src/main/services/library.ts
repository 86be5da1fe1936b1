import { bulkPatch, type BulkChange, stepped } from '../../shared/bulk'
import type { Clock } from '../../shared/clock'
import type { EntryPatch, EntryRef } from '../../shared/entry'
import { entryProblemOf } from '../../shared/entry-limits'
import { AppError } from '../../shared/failure'
import { dayOf } from '../../shared/fuzzy-date'
import type { ChangeSource } from '../../shared/history'
import type { HandlersOf } from '../../shared/ipc'
import type { EditAnswer, LibraryCalls } from '../../shared/ipc/library'
import { totalOf } from '../../shared/media'
import type { Settings } from '../../shared/settings'
import type { HistoryRow } from '../db/history'
import { packKey, type PackedKey } from '../db/keys'
import type { OutboxRow } from '../db/outbox'
import { splitPatch } from '../queue/local-fields'
import type { Outbox } from '../queue/outbox'
import type { Accounts } from './accounts'
import type { LibraryRead } from './library-read'
import { followRules, repeatPatch, type RuleContext } from './rules'

interface Options {
  outbox: Outbox
  accounts: Accounts
  read: LibraryRead
  clock: Clock
  settings: () => Settings
  /** Told after the commit: these titles have something to send, and look different. */
  onEdited: (keys: readonly PackedKey[], changes: readonly HistoryRow[]) => void
}

export interface EditOptions {
  readonly source: ChangeSource
  readonly origin: OutboxRow['origin']
  readonly group: number | null
  /** The user's rules (complete at the last episode, …) add their part. */
  readonly rules: boolean
}

const byHand: EditOptions = { source: 'me', origin: 'user', group: null, rules: true }

export type Library = ReturnType<typeof createLibrary>

/** What the user can do to the list. Everything is durable before it answers. Failure: `storage`, `invalid-input`. */
export function createLibrary({ outbox, accounts, read, clock, settings, onEdited }: Options) {
  /** Changes one title without telling anybody yet. */
  function change(
    ref: EntryRef,
    patch: EntryPatch | null,
    options: EditOptions,
  ): HistoryRow | null {
    const account = accounts.need(ref.accountId)
    const key = packKey(account.id, ref.title)
    const { source, origin, group } = options
    if (patch === null) return outbox.edit({ key, patch: null, source, origin, group })
    const row = read.row(ref)
    const context: RuleContext = {
      before: row?.entry ?? null,
      total: row ? totalOf(row.media) : null,
      today: dayOf(clock.wall()),
      rules: settings().rules,
    }
    const full = options.rules ? followRules(patch, context) : patch
    if (full.status && !canHold(account.capabilities.statuses, full.status)) {
      throw new AppError({ code: 'invalid-input', reason: 'status', detail: full.status })
    }
    // An import has said before what is lost; what is taken back was there already.
    const problem = source === 'me' ? entryProblemOf(full, account.capabilities) : null
    if (problem) throw new AppError({ code: 'invalid-input', reason: problem })
    return outbox.edit({
      key,
      patch: splitPatch(full, account.capabilities),
      source,
      origin,
      group,
    })
  }

  function answer(ref: EntryRef, made: HistoryRow | null): EditAnswer {
    if (made) onEdited([made.key], [made])
    return { row: read.row(ref), changeId: made?.id ?? null, group: made?.group ?? null }
  }

  /** Changes several titles, all or none; `within` runs in the same transaction. */
  function many(
    refs: readonly EntryRef[],
    patchOf: (ref: EntryRef) => EntryPatch | null,
    options: EditOptions,
    within?: (made: readonly HistoryRow[]) => void,
  ) {
    let group = options.group
    const made: HistoryRow[] = []
    outbox.together(() => {
      for (const ref of refs) {
        const row = change(ref, patchOf(ref), { ...options, group })
        if (row) made.push(row)
        group ??= row?.group ?? null
      }
      within?.(made)
    })
    onEdited(
      made.map((row) => row.key),
      made,
    )
    return made
  }

  function patchFor(ref: EntryRef, bulk: BulkChange): EntryPatch | null {
    if (bulk.do === 'set') return bulk.patch
    const row = read.row(ref)
    return row && bulkPatch(row.entry, totalOf(row.media), bulk)
  }

  const handlers: HandlersOf<LibraryCalls> = {
    'library:first': read.first,
    'library:rows': read.rows,
    'library:row': read.row,
    'library:edit': (ref, patch) => answer(ref, change(ref, patch, byHand)),
    'library:step': (ref, by) => {
      const row = read.row(ref)
      if (!row) throw new AppError({ code: 'gone', reason: 'not-on-list' })
      const total = totalOf(row.media)
      const progress = stepped(row.entry.progress, by, total)
      return answer(ref, change(ref, { progress }, byHand))
    },
    'library:edit-many': (refs, bulk, group) => {
      const known = refs.filter((ref) => bulk.do === 'set' || read.row(ref))
      const made = many(known, (ref) => patchFor(ref, bulk), { ...byHand, group })
      return { group: made[0]?.group ?? group, changed: made.length }
    },
    'library:repeat': (ref, step) => {
      const row = read.row(ref)
      if (!row) throw new AppError({ code: 'gone', reason: 'not-on-list' })
      const patch = repeatPatch(row.entry, totalOf(row.media), step)
      return answer(ref, change(ref, patch, { ...byHand, rules: false }))
    },
    'library:remove': (ref) => answer(ref, change(ref, null, byHand)),
  }

  return { handlers, many }
}

/** Rewatching is kept here where the service cannot hold it; nothing else is made up. */
function canHold(can: readonly string[], status: string) {
  return can.includes(status) || status === 'repeating'
}
