import type { TitleAiring } from '../../../shared/airing'
import type { EntryRef } from '../../../shared/entry'
import { AppError } from '../../../shared/failure'
import { kindOf } from '../../../shared/media'
import type { AccountRow } from '../../db/accounts'
import type { AiringCore } from './core'
import { serviceName } from './names'
import type { FollowedEntry, Place } from './tracking'

interface Options {
  core: AiringCore<FollowedEntry>
  placeOf: (account: AccountRow) => Place
  needRow: (account: number) => AccountRow | null
}

/** What the user chose for single titles: silence, or a delay of its own. */
export function createTitles({ core, placeOf, needRow }: Options) {
  function nameOf({ accountId, title }: EntryRef): string {
    const account = needRow(accountId)
    if (!account || kindOf(title) !== 'anime') throw new AppError({ code: 'gone' })
    const { world, service } = placeOf(account)
    return serviceName(world, service, title)
  }

  function read(ref: EntryRef): TitleAiring {
    const show = core.shows.find(nameOf(ref))
    if (show === null) return { muted: false, delay: null }
    const { muted, delay } = core.shows.get(show)
    return { muted, delay }
  }

  return {
    /** Failure: `gone` for what is no anime of an account here. */
    read,
    /** Holds on all accounts that have the title. Failures: as `read`, `storage`. */
    write(ref: EntryRef, change: Partial<TitleAiring>): TitleAiring {
      const show = core.shows.of(nameOf(ref))
      core.shows.put({ ...core.shows.get(show), ...change })
      core.announcer.look()
      return read(ref)
    },
  }
}
