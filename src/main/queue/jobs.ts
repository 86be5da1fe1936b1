import { fieldsOf } from '../../shared/entry'
import { kindOf, type MediaKind, type TitleKey } from '../../shared/media'
import { unpackKey, type PackedKey } from '../db/keys'
import type { OutboxRow } from '../db/outbox'
import type {
  EntryWrite,
  ListOwner,
  ListPage,
  Provider,
  ServiceCall,
  Written,
} from '../providers/provider'
import { entryCall } from './entry-call'
import type { Planned, Work } from './plan'
import { asSent } from './sent'

/** One request of the queue. */
export type Job =
  | {
      readonly kind: 'read'
      readonly rows: readonly PackedKey[]
      readonly list: MediaKind
      readonly titles: readonly TitleKey[] | null
      readonly call: ServiceCall<ListPage>
    }
  | {
      readonly kind: 'write'
      readonly rows: readonly PackedKey[]
      readonly sent: readonly OutboxRow[]
      /** The same values for all of them, by ids: one that is not answered for was not written. */
      readonly equal: boolean
      readonly call: ServiceCall<Written>
    }
  | {
      readonly kind: 'remove'
      readonly rows: readonly PackedKey[]
      readonly sent: readonly [OutboxRow]
      readonly call: ServiceCall<void>
    }

interface Options {
  provider: Provider
  owner: ListOwner
  /** Due rows of the account, in the order of their turn. */
  due: readonly Planned[]
  read: (key: PackedKey) => OutboxRow | null
  isFresh: (row: Planned) => boolean
}

/** Entries that one `saveEqual` may carry. */
const equalLimit = 100

/** What is to be done next for a row. */
export function workFor(row: Planned, isFresh: (row: Planned) => boolean): Work {
  if (!isFresh(row)) return 'read'
  return row.removal ? 'remove' : 'write'
}

/**
 * The most useful request for what is due: read what is stale, else remove, else write as many
 * rows at once as the service takes. `null` when nothing is due. Throws what a provider throws
 * for a row that it cannot put into words.
 */
export function nextJob({ provider, owner, due, read, isFresh }: Options): Job | null {
  const [first] = due
  if (!first) return null
  const stale = due.filter((row) => !isFresh(row))
  const ready = due.filter((row) => isFresh(row) && !row.removal && !row.single)
  // Looking first fills the batches; where one entry is a request, it would only hold up.
  const fills =
    ready.length < provider.capabilities.batchSize &&
    stale.some((row) => row.origin === first.origin && !row.single) &&
    ready[0] === first
  if (!isFresh(first) || fills) return readJob(provider, owner, stale)
  const row = read(first.key)
  if (!row) return null
  if (row.wanted === null) {
    const call = provider.remove(owner, unpackKey(row.key).title, row.base?.entryId ?? null)
    return { kind: 'remove', rows: [row.key], sent: [row], call }
  }
  if (first.single) return writeJob(provider, owner, [row], false)
  return batchJob(provider, owner, row, ready, read)
}

function batchJob(
  provider: Provider,
  owner: ListOwner,
  row: OutboxRow,
  ready: readonly Planned[],
  read: Options['read'],
): Job {
  const { batchSize } = provider.capabilities
  const together = ready
    .slice(0, provider.saveEqual ? Math.max(equalLimit, batchSize) : batchSize)
    .flatMap((planned) => read(planned.key) ?? [])
    .filter((other) => other.wanted !== null)
  const equal = provider.saveEqual ? together.filter((other) => isEqualTo(row, other)) : []
  const batch = together.slice(0, batchSize)
  const isBetter = equal.length > 1 && equal.length >= batch.length
  return writeJob(provider, owner, isBetter ? equal.slice(0, equalLimit) : batch, isBetter)
}

/** Reads as many stale rows as one request can, of the kind of the first. */
function readJob(provider: Provider, owner: ListOwner, stale: readonly Planned[]): Job | null {
  const [first] = stale
  if (!first) return null
  const titles = stale.map((row) => unpackKey(row.key).title)
  const list = kindOf(unpackKey(first.key).title)
  const ofKind = stale.filter((_, index) => kindOf(titles[index] ?? 'anime:0') === list)
  const [only, ...others] = ofKind
  if (only?.unsure && others.length === 0 && provider.oneEntry) {
    const title = unpackKey(only.key).title
    const call = entryCall(provider, owner, title)
    return { kind: 'read', rows: [only.key], list, titles: [title], call }
  }
  if (!provider.someEntries) {
    const rows = ofKind.map((row) => row.key)
    return { kind: 'read', rows, list, titles: null, call: provider.listPage(owner, list, 1, null) }
  }
  const rows = ofKind.slice(0, provider.someEntries.size).map((row) => row.key)
  const asked = rows.map((key) => unpackKey(key).title)
  const call = provider.someEntries.call(owner, asked)
  return { kind: 'read', rows, list, titles: asked, call }
}

function writeJob(
  provider: Provider,
  owner: ListOwner,
  sent: readonly OutboxRow[],
  equal: boolean,
): Job {
  const writes = sent.map(toWrite)
  const save = equal ? provider.saveEqual : provider.save
  const call = (save ?? provider.save)(owner, writes)
  return { kind: 'write', rows: sent.map((row) => row.key), sent, equal, call }
}

function toWrite(row: OutboxRow): EntryWrite {
  return {
    title: unpackKey(row.key).title,
    entryId: row.base?.entryId ?? null,
    patch: row.wanted ?? {},
    full: fieldsOf(asSent(row)),
    exists: row.base !== null,
  }
}

/** Both set the same fields to the same values on entries that exist. */
function isEqualTo(a: OutboxRow, b: OutboxRow) {
  if (a.base?.entryId == null || b.base?.entryId == null) return false
  if (kindOf(unpackKey(a.key).title) !== kindOf(unpackKey(b.key).title)) return false
  if (!a.wanted || !b.wanted || 'customLists' in a.wanted) return false
  return JSON.stringify(a.wanted) === JSON.stringify(b.wanted)
}
