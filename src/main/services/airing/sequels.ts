import type { AiringSettings } from '../../../shared/airing-settings'
import { airingCallsOf, type TitleInLine } from '../../providers/airing'
import type { Clock } from '../../../shared/clock'
import type { AccountRow } from '../../db/accounts'
import type { AiringListTable } from '../../db/airing-list'
import { packKey } from '../../db/keys'
import type { MediaTable } from '../../db/media'
import type { MetaTable } from '../../db/meta'
import type { AskAiring } from './ask'
import type { AiringCore } from './core'
import { malName, serviceName } from './names'
import type { Present } from './present'
import type { Group } from './refresh-groups'
import { mostToasts } from './announcer'
import type { FollowedEntry, Place } from './tracking'

interface Options {
  core: AiringCore<FollowedEntry>
  ask: AskAiring
  list: AiringListTable
  media: MediaTable
  meta: MetaTable
  present: Present
  accounts: () => readonly AccountRow[]
  placeOf: (account: AccountRow) => Place
  settings: () => AiringSettings
  clock: Clock
}

export type Sequels = ReturnType<typeof createSequels>

/** Tells, once, that something goes on that somebody here has finished. */
export function createSequels(options: Options) {
  const { core, ask, list, media, meta, present, accounts, placeOf, settings, clock } = options

  /** Accounts of the realm that finished what the title goes on from and do not have it yet. */
  function isNewTo(account: AccountRow, { media: { key }, prequels }: TitleInLine): boolean {
    const of = { account: account.id, realm: account.realm }
    if (list.entry(of, packKey(account.id, key))) return false
    return prequels.some((prequel) => list.isCompleted(packKey(account.id, prequel)))
  }

  return {
    /** Asks a service what was announced. The first time everything is old news. */
    async look(group: Group): Promise<void> {
      const calls = airingCallsOf(group.realm.provider)
      const own = accounts().filter(({ realm }) => realm === group.realm.id)
      if (!calls || own.length === 0) return
      const { answer } = await ask.send(group, calls.titles('announced', 1))
      for (const record of answer.titles) media.put(packKey(group.realm.id, record.key), record)
      const isFirst = meta.read(seenName(group.realm.id)) === null
      const found = answer.value.items.flatMap((title) => {
        const account = own.find((each) => isNewTo(each, title))
        return account ? [{ account, media: title.media }] : []
      })
      const rows = found.flatMap(({ account, media: { key, malId } }) => {
        const { world, service } = placeOf(account)
        const mal = malId === null ? [] : [malName(world, malId)]
        const show = core.shows.of(serviceName(world, service, key), ...mal)
        const row = core.said.claim({ show, kind: 'sequel', episode: 0, dueAt: clock.wall() })
        return row ? [row] : []
      })
      meta.write(seenName(group.realm.id), '1')
      for (const row of rows) {
        const named = present.named(row.show, core.followers.of(row.show))
        if (isFirst || !settings().notifySequels || !named) core.said.passBy(row)
        else if (rows.length > mostToasts) core.announcer.putAside(row)
        else core.announcer.say(row, { kind: 'sequel', ...named })
      }
    },
  }
}

function seenName(realm: number) {
  return `airing:sequels:${realm}`
}
