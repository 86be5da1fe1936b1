import type { ShownTitle } from '../../../shared/airing'
import type { EntryRef } from '../../../shared/entry'
import { titleKey } from '../../../shared/media'
import type { TitleChoice } from '../../../shared/title-choice'
import { titleOf } from '../../../shared/titles'
import type { AccountRow } from '../../db/accounts'
import type { AiringEntry, AiringListTable } from '../../db/airing-list'
import { packKey } from '../../db/keys'
import type { MediaTable } from '../../db/media'
import { idAt } from './names'
import type { Shows } from './shows'
import type { FollowedEntry, Place } from './tracking'

interface Options {
  shows: Shows
  list: AiringListTable
  media: MediaTable
  accounts: () => readonly AccountRow[]
  activeAccount: () => number | null
  placeOf: (account: AccountRow) => Place
  titles: (account: number) => TitleChoice
}

export type Present = ReturnType<typeof createPresent>

/** How a show is called, and which entry stands for it, when it is on several lists or on none. */
export function createPresent(options: Options) {
  const { shows, list, media, activeAccount, placeOf, titles: choiceOf } = options

  /** The account that is open comes first. */
  function accounts(): readonly AccountRow[] {
    const active = activeAccount()
    return options.accounts().toSorted((a, b) => Number(b.id === active) - Number(a.id === active))
  }

  /** Who watches a title comes before who plans to, then the account that is open before others. */
  function best(followers: Iterable<FollowedEntry>): FollowedEntry | null {
    const active = activeAccount()
    const costOf = ({ status, account }: FollowedEntry) =>
      (status === 'planned' ? 2 : 0) + (account === active ? 0 : 1)
    const [first] = [...followers].toSorted((a, b) => costOf(a) - costOf(b))
    return first ?? null
  }

  function entryOf(show: number): { account: AccountRow; entry: AiringEntry } | null {
    const names = shows.namesOf(show)
    const found = accounts().flatMap((account) => {
      const { world, service } = placeOf(account)
      const id = idAt(names, world, service)
      if (id === null) return []
      const of = { account: account.id, realm: account.realm }
      const entry = list.entry(of, packKey(account.id, titleKey('anime', id)))
      return entry ? [{ account, entry }] : []
    })
    const watched = found.find(
      ({ entry: { status } }) => status === 'current' || status === 'repeating',
    )
    return watched ?? found[0] ?? null
  }

  /** A title that is on no list, as some account would see it. */
  function mediaOf(show: number): ShownTitle | null {
    const names = shows.namesOf(show)
    for (const account of accounts()) {
      const { world, service } = placeOf(account)
      const id = idAt(names, world, service)
      const key = id === null ? null : titleKey('anime', id)
      const known = key && media.get(packKey(account.realm, key))
      if (!key || !known) continue
      const { titles, hasCover, adult } = known
      const ref = { accountId: account.id, title: key }
      return { ref, titles, hasCover, adult, status: null, progress: 0 }
    }
    return null
  }

  function title(show: number): ShownTitle | null {
    const found = entryOf(show)
    if (!found) return mediaOf(show)
    const { account, entry } = found
    return shown(account.id, entry)
  }

  function nameOf({ ref, titles }: Pick<ShownTitle, 'ref' | 'titles'>): string {
    return titleOf({ key: ref.title, titles }, choiceOf(ref.accountId))
  }

  return {
    title,
    nameOf,
    best,
    /** For notifications: whoever follows it names it, else whoever has it. */
    named(
      show: number,
      followers: Iterable<FollowedEntry>,
    ): { ref: EntryRef; name: string } | null {
      const follower = best(followers)
      const about = follower ? shown(follower.account, follower) : title(show)
      return about && { ref: about.ref, name: nameOf(about) }
    },
  }
}

/** What lists and weeks show of an entry. */
export function shown(account: number, entry: AiringEntry): ShownTitle {
  const { titles, hasCover, adult, status, progress } = entry
  return {
    ref: { accountId: account, title: entry.title },
    titles,
    hasCover,
    adult,
    status,
    progress,
  }
}
