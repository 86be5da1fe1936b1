import { showsAdult } from '../../../shared/adult'
import type { AiringSettings } from '../../../shared/airing-settings'
import type { Clock } from '../../../shared/clock'
import { toFailure } from '../../../shared/failure'
import type { AccountRow } from '../../db/accounts'
import type { NoticeRow } from '../../db/airing-notices'
import type { AiringListTable } from '../../db/airing-list'
import { packKey } from '../../db/keys'
import type { MediaTable } from '../../db/media'
import type { MetaTable } from '../../db/meta'
import { airingCallsOf, type TitleInLine } from '../../providers/airing'
import type { MediaRecord } from '../../providers/provider'
import type { Realm } from '../../queue/realm'
import { mostToasts } from './announcer'
import type { AskAiring } from './ask'
import type { AiringCore } from './core'
import { malName, serviceName } from './names'
import type { Places } from './places'
import type { Present } from './present'
import type { Group } from './refresh-groups'
import type { FollowedEntry } from './tracking'

interface Options {
  core: AiringCore<FollowedEntry>
  ask: Pick<AskAiring, 'send'>
  list: Pick<AiringListTable, 'entry' | 'isCompleted'>
  media: Pick<MediaTable, 'get' | 'put'>
  meta: MetaTable
  present: Pick<Present, 'named'>
  accounts: {
    rows: () => readonly AccountRow[]
    signedIn: () => readonly AccountRow[]
  }
  realmById: (id: number) => Realm
  places: Places
  settings: () => AiringSettings & { readonly showAdult: boolean }
  clock: Clock
  onError: (error: unknown) => void
}

type Asker = Pick<Group, 'realm' | 'account'>

interface Found {
  readonly account: AccountRow
  readonly title: TitleInLine
}

const dayMs = 24 * 3600_000
/** After a failure, in ms. */
const retryMs = 4 * 3600_000

export type Sequels = ReturnType<typeof createSequels>

/** Tells, once, that something goes on that somebody here has finished. */
export function createSequels(options: Options) {
  const { core, ask, list, media, meta, present, accounts, realmById, places } = options
  const { settings, clock, onError } = options
  const notBefore = new Map<number, number>()

  /** True for an account that finished what the title goes on from, and does not have it yet. */
  function isNewTo(account: AccountRow, { media: { key }, prequels }: TitleInLine): boolean {
    const of = { account: account.id, realm: account.realm }
    if (list.entry(of, packKey(account.id, key))) return false
    return prequels.some((prequel) => list.isCompleted(packKey(account.id, prequel)))
  }

  /** Accounts by whose lists titles of this service can be told apart: those that number them alike. */
  function judges({ service, origin }: Realm): readonly AccountRow[] {
    const world = places.worldOf({ service, origin })
    const own = serviceName(world, service, 'anime:0')
    return accounts.rows().filter((account) => {
      const place = places.of(account)
      return serviceName(place.world, place.service, 'anime:0') === own
    })
  }

  /** What an account heard at its first look is old news. */
  function isFirst(realm: Realm, account: AccountRow): boolean {
    return meta.read(seenName(realm.id, account.id)) === null
  }

  function claim({ account, title }: Found): NoticeRow | null {
    const { key, malId } = title.media
    const { world, service } = places.of(account)
    const mal = malId === null ? [] : [malName(world, malId)]
    const show = core.shows.of(serviceName(world, service, key), ...mal)
    return core.said.claim({ show, kind: 'sequel', episode: 0, dueAt: clock.wall() })
  }

  /** An account sees a title as its own service would, also when another one told of it. */
  function keep({ account, title }: Found, records: readonly MediaRecord[]) {
    const key = packKey(account.realm, title.media.key)
    const record = records.find(({ key: each }) => each === title.media.key)
    if (record && !media.get(key)) media.put(key, record)
  }

  /** Asks a service what was announced. Failures: all codes of services, `storage`. */
  async function look({ realm, account }: Asker): Promise<void> {
    const calls = airingCallsOf(realm.provider)
    const own = judges(realm)
    if (!calls || own.length === 0) return
    const { answer } = await ask.send({ realm, account }, calls.titles('announced', 1))
    for (const record of answer.titles) media.put(packKey(realm.id, record.key), record)
    meta.write(askedName(realm.id), String(clock.wall()))
    const found = answer.value.items.flatMap((title) => {
      const wanting = own.filter((each) => isNewTo(each, title))
      // One that looks for the first time has nothing to be told, and must not take it from the others.
      const whose = wanting.find((each) => !isFirst(realm, each)) ?? wanting[0]
      return whose ? [{ account: whose, title }] : []
    })
    for (const each of found) keep(each, answer.titles)
    const claimed = found.flatMap((each) => {
      const row = claim(each)
      return row ? [{ ...each, row }] : []
    })
    const isNews = ({ account: whose, title }: Found) =>
      !isFirst(realm, whose) &&
      settings().notifySequels &&
      (!title.media.adult || showsAdult(settings(), whose))
    const news = claimed.filter(isNews)
    for (const { row } of claimed.filter((each) => !news.includes(each))) core.said.passBy(row)
    for (const each of own) meta.write(seenName(realm.id, each.id), '1')
    say(news.map(({ row }) => row))
  }

  function say(rows: readonly NoticeRow[]) {
    for (const row of rows) {
      const named = present.named(row.show, core.followers.of(row.show))
      if (!named) core.said.passBy(row)
      else if (rows.length > mostToasts) core.announcer.putAside(row)
      else core.announcer.say(row, { kind: 'sequel', ...named })
    }
  }

  /** Who can be asked for the accounts here: their own services, else AniList as nobody. */
  function askers(): ReadonlyMap<number, Asker> {
    const found = new Map<number, Asker>()
    for (const account of accounts.rows()) {
      const own = realmById(account.realm)
      const isOwn = airingCallsOf(own.provider) !== null
      const realm = isOwn ? own : places.anilistIn(places.of(account).world)
      if (!realm || found.has(realm.id)) continue
      const able = accounts.signedIn().find((each) => each.realm === realm.id)
      found.set(realm.id, { realm, account: able?.id ?? null })
    }
    return found
  }

  function isDue(realm: number): boolean {
    if ((notBefore.get(realm) ?? -Infinity) > clock.monotonic()) return false
    const at = meta.read(askedName(realm))
    const ageMs = at === null ? Infinity : clock.wall() - Number(at)
    return ageMs >= dayMs || ageMs < 0
  }

  return {
    look,
    /** Asks, once a day, those who are not asked about broadcasts: nothing that they have is followed. */
    lookElsewhere(busy: ReadonlySet<number>) {
      for (const [id, asker] of askers()) {
        if (busy.has(id) || !isDue(id)) continue
        notBefore.set(id, clock.monotonic() + retryMs)
        look(asker).catch((error: unknown) => {
          if (toFailure(error).code === 'unexpected') onError(error)
        })
      }
    },
  }
}

function askedName(realm: number) {
  return `airing:announced:${realm}`
}

function seenName(realm: number, account: number) {
  return `airing:sequels:${realm}:${account}`
}
