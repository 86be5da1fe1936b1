import { kindOf, type MediaKind, type TitleKey } from '../../shared/media'
import { fieldsOf } from '../../shared/entry'
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
import type { Planned } from './plan'
import { asSent } from './settle'

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
      readonly call: ServiceCall<Written>
    }
  | {
      readonly kind: 'remove'
      readonly rows: readonly PackedKey[]
      readonly sent: OutboxRow
      readonly call: ServiceCall<void>
    }

interface Options {
  provider: Provider
  owner: ListOwner
  /** Due rows of the account, in the order of their turn. */
  due: readonly Planned[]
  read: (key: PackedKey) => OutboxRow | null
  isFresh: (key: PackedKey) => boolean
}

/** Entries that one `saveEqual` may carry. */
const equalLimit = 100

/**
 * The most useful request for what is due: read what is stale, else remove, else write as many
 * rows at once as the service takes.
 */
export function nextJob({ provider, owner, due, read, isFresh }: Options): Job | null {
  const first = due[0]
  if (!first) return null
  if (!isFresh(first.key))
    return readJob(
      provider,
      owner,
      due.filter((row) => !isFresh(row.key)),
    )
  const row = read(first.key)
  if (!row) return null
  if (row.wanted === null) {
    const { title } = unpackKey(row.key)
    const call = provider.remove(owner, title, row.base?.entryId ?? null)
    return { kind: 'remove', rows: [row.key], sent: row, call }
  }
  if (first.single) return writeJob(provider, owner, [row], false)
  const together = due
    .filter((planned) => !planned.single && isFresh(planned.key))
    .slice(0, Math.max(equalLimit, provider.capabilities.batchSize))
    .flatMap((planned) => read(planned.key) ?? [])
    .filter((other) => other.wanted !== null)
  const equal = provider.saveEqual ? together.filter((other) => isEqualTo(row, other)) : []
  const batch = together.slice(0, provider.capabilities.batchSize)
  if (equal.length > batch.length || (equal.length > 1 && equal.length === batch.length)) {
    return writeJob(provider, owner, equal.slice(0, equalLimit), true)
  }
  return writeJob(provider, owner, batch, false)
}

function readJob(provider: Provider, owner: ListOwner, stale: readonly Planned[]): Job {
  const list = kindOf(unpackKey(stale[0]!.key).title)
  const ofKind = stale.filter((row) => kindOf(unpackKey(row.key).title) === list)
  if (!provider.someEntries) {
    const rows = ofKind.map((row) => row.key)
    return { kind: 'read', rows, list, titles: null, call: provider.listPage(owner, list, 1, null) }
  }
  const some = ofKind.slice(0, provider.someEntries.size)
  const titles = some.map((row) => unpackKey(row.key).title)
  const call = provider.someEntries.call(owner, titles)
  return { kind: 'read', rows: some.map((row) => row.key), list, titles, call }
}

function writeJob(provider: Provider, owner: ListOwner, sent: OutboxRow[], equal: boolean): Job {
  const writes = sent.map(toWrite)
  const call = equal ? provider.saveEqual!(owner, writes) : provider.save(owner, writes)
  return { kind: 'write', rows: sent.map((row) => row.key), sent, call }
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
  const known = (row: OutboxRow) => row.base?.entryId != null && row.wanted !== null
  if (!known(a) || !known(b) || 'customLists' in a.wanted!) return false
  return JSON.stringify(a.wanted) === JSON.stringify(b.wanted)
}
