import { mediaKinds } from '../../shared/media'
import type { AccountRow } from '../db/accounts'
import type { Entries } from '../db/entries'
import type { PackedKey } from '../db/keys'
import type { Plan } from '../queue/plan'
import type { Ask } from '../queue/ask'
import type { Freshness } from '../queue/freshness'
import { isTooMuch } from '../queue/loss'
import type { Realm } from '../queue/realm'
import type { Gone, ListReader, ReaderOf } from './list-reader'

interface Options {
  entries: Entries
  freshness: Freshness
  plan: Plan
  readerOf: ReaderOf
  /** Takes titles off the list that the service does not have any more. */
  removeGone: (keys: readonly PackedKey[]) => void
}

export type ListDownload = ReturnType<typeof createListDownload>

/** Reads an account's list page by page; each page is in the database, and usable, at once. */
export function createListDownload(options: Options) {
  const { entries, freshness, plan, readerOf, removeGone } = options
  const doubtful = new Map<number, readonly Gone[]>()

  /**
   * Reads what is new, or all of it. Answers how many titles are gone from the service that were
   * not taken off the list because they are too many. Failures: all codes of services.
   */
  async function run(
    realm: Realm,
    account: AccountRow,
    whole: boolean,
    ask: Ask,
    progress: (read: number) => void,
  ): Promise<number> {
    let read = 0
    let known = 0
    const missing: { reader: ListReader; gone: Gone; of: number }[] = []
    if (whole) doubtful.delete(account.id)
    for (const kind of mediaKinds) {
      const of = entries.count(account.id, kind)
      known += of
      const reader = readerOf({ realm, account, kind, ask }, (count) => progress((read += count)))
      if (!whole && (await reader.recent())) continue
      missing.push({ reader, gone: await reader.whole(), of })
    }
    const count = missing.reduce((sum, { gone }) => sum + gone.keys.length, 0)
    // A few manga are little of a long list, and all the same all of them.
    const asks = missing.some(({ gone, of }) => isTooMuch(gone.keys.length, of))
    if (asks || isTooMuch(count, known)) {
      doubtful.set(
        account.id,
        missing.map(({ gone }) => gone),
      )
      return count
    }
    for (const { reader, gone } of missing) {
      if (gone.isSure) takeOff(gone)
      else await reader.confirm(gone)
    }
    return doubted(account.id)
  }

  /** Titles whose loss the user has not decided about; reading what is new does not answer that. */
  function doubted(account: number): number {
    return (doubtful.get(account) ?? []).reduce((sum, { keys }) => sum + keys.length, 0)
  }

  /** Time has passed since: what was heard of, or edited, in the meantime stays. */
  function takeOff({ keys, askedAt }: Gone) {
    const still = keys.filter((key) => !plan.get(key) && !freshness.wasMetAfter(key, askedAt))
    if (still.length > 0) removeGone(still)
  }

  return {
    run,
    /** The user is asked about titles that went missing. */
    asks: (account: number) => doubted(account) > 0,
    /** The user's answer about titles that went missing. */
    accept(account: number, remove: boolean) {
      const gone = doubtful.get(account) ?? []
      doubtful.delete(account)
      if (remove) for (const each of gone) takeOff(each)
    },
  }
}
