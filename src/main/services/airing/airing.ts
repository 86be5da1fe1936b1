import { showsAdult } from '../../../shared/adult'
import type { AiringNotice } from '../../../shared/airing'
import { type AiringSettings, defaultAiringSettings } from '../../../shared/airing-settings'
import { toFailure } from '../../../shared/failure'
import type { HandlersOf } from '../../../shared/ipc'
import type { AiringCalls } from '../../../shared/ipc/airing'
import type { MediaKind } from '../../../shared/media'
import { ownTitlesName } from '../../../shared/title-choice'
import { systemZone } from '../../../shared/zoned-time'
import type { AccountRow } from '../../db/accounts'
import type { AllTables } from '../../db/tables'
import { createAiringListTable } from '../../db/airing-list'
import type { PackedKey } from '../../db/keys'
import { createSeasonCache } from '../../db/season-cache'
import type { AiringPort, AppOptions } from '../../environment'
import type { MediaRecord } from '../../providers/provider'
import type { Realm } from '../../queue/realm'
import type { Accounts } from '../accounts'
import type { Library } from '../library'
import type { Realms } from '../realms'
import { createActs } from './acts'
import { createAskAiring } from './ask'
import { createBudget } from './budget'
import { calendarWords } from './calendar-words'
import { createCalendars } from './calendars'
import { createAiringCore } from './core'
import { createLinks } from './links'
import { createPast } from './past'
import { createPlaces } from './places'
import { createPresent } from './present'
import { createPulse } from './pulse'
import { createRefresh } from './refresh'
import { createGroups } from './refresh-groups'
import { createSeasonBrowser } from './season'
import { createSequels } from './sequels'
import { createStateOf } from './state'
import { createTitles } from './titles'
import { createTracking, type FollowedEntry } from './tracking'
import { weekOf } from './week'
import { createWeeklyBroadcasts } from './weekly'

interface Options {
  app: AppOptions
  tables: AllTables
  accounts: Accounts
  realms: Realms
  lists: {
    readonly library: Library
    readonly titles: Parameters<typeof createPresent>[0]['titles']
    /** These rows look different. */
    readonly looksChanged: (keys: readonly PackedKey[]) => void
  }
  own: { readonly identity: () => { readonly homepage: string } }
  onError: (error: unknown) => void
}

const airingSettings = Object.keys(defaultAiringSettings) as (keyof AiringSettings)[]
const pageSize = 100
const daysBack = 7
const daysAhead = 28

export type Airing = ReturnType<typeof createAiring>

/** Wires airing: the schedule, who follows it, what is said of it, what is shown of it. */
export function createAiring(options: Options) {
  const { app, tables, accounts, realms, lists, own, onError } = options
  const { clock, push, settings, desktop } = app
  const { db, meta, media } = tables
  const list = createAiringListTable(db)
  const nowS = () => Math.floor(clock.wall() / 1000)
  let zone = (app.timeZone ?? systemZone)()
  const weekly = createWeeklyBroadcasts(app.resourcesDir)
  const places = createPlaces({ realms, env: app.env, homepage: () => own.identity().homepage })
  const showsAdultOf = (account: AccountRow | null) => showsAdult(settings.read(), account)

  const core = createAiringCore<FollowedEntry>({
    db,
    clock,
    zone: () => zone,
    settings: settings.read,
    nameOf: (show, followers) => present.named(show, followers),
    onSaid: () => push('airing:said', null),
    onError,
  })
  const present = createPresent({
    shows: core.shows,
    list,
    media,
    accounts: accounts.rows,
    activeAccount: () => settings.read().activeAccount,
    placeOf: places.of,
    titles: lists.titles,
  })
  const pulse = createPulse({
    stateOf: createStateOf({ core, present, nowS }),
    clock,
    onRows: lists.looksChanged,
    onState: (state) => push('airing:changed', state),
    onError,
  })
  const tracking = createTracking({
    table: list,
    core,
    accounts,
    placeOf: places.of,
    weekly,
    clock,
    showsAdult: showsAdultOf,
    onChanged: changed,
  })
  media.watch(tracking.titleChanged)
  const budget = createBudget({ meta, clock })
  const ask = createAskAiring({ core, budget, nowS, ownerOf: accounts.rowOf })
  const sequels = createSequels({
    core,
    ask,
    list,
    media,
    meta,
    present,
    accounts,
    realmById: realms.byId,
    places,
    settings: settings.read,
    clock,
    onError,
  })
  const links = createLinks({
    core,
    anilistIn: places.anilistIn,
    worldOf: places.worldOf,
    budget,
    clock,
    onLinked: () => refresh.look(),
    onError: (error) => {
      if (toFailure(error).code === 'unexpected') onError(error)
    },
  })
  const refresh = createRefresh({
    core,
    groups: createGroups({
      core,
      realmById: realms.byId,
      signedIn: accounts.signedIn,
      anilistIn: places.anilistIn,
      nowS,
    }),
    ask,
    budget,
    weekly,
    meta,
    clock,
    readLists: tracking.readAll,
    onLook: links.look,
    onAsked: sequels.lookElsewhere,
    onLearnt: changed,
    onDaily: sequels.look,
    onError,
  })
  const calendars = createCalendars({
    meta,
    clock,
    desktop,
    episodes: () => {
      const active = settings.read().activeAccount
      const from = nowS() - daysBack * 86_400
      const week = active === null ? [] : weekOf(core, active, from, nowS() + daysAhead * 86_400)
      return week.map((episode) => ({
        episode,
        name: present.nameOf(episode),
        id: `${episode.ref.title.replace(':', '-')}-${episode.episode}@tsuzuki`,
      }))
    },
    words: () => calendarWords(settings.read().language, desktop.systemLanguage),
    onError,
  })
  const browser = createSeasonBrowser({
    cache: createSeasonCache(db),
    media,
    list,
    realmOf: ({ realm }) => realms.byId(realm),
    need: accounts.need,
    showsAdult: showsAdultOf,
    clock,
  })
  const titles = createTitles({ core, placeOf: places.of, needRow: accounts.rowOf })
  const toNotice = createPast(core, present)

  function changed() {
    pulse.changed()
    calendars.changed()
  }

  function page(before: number | null): AiringNotice[] {
    return core.said.page(before, pageSize).map(toNotice)
  }

  function concern(): string {
    const { showAdult, titleLanguage, language, activeAccount, views } = settings.read()
    const titles = activeAccount === null ? null : views[ownTitlesName(activeAccount)]
    const own = airingSettings.map((name) => settings.read()[name])
    const adult = accounts.rows().map(({ id, options }) => [id, options.adult])
    return JSON.stringify([
      adult,
      showAdult,
      titleLanguage,
      language,
      activeAccount,
      titles,
      ...own,
    ])
  }
  let heeded = concern()

  const handlers: HandlersOf<AiringCalls> = {
    'airing:state': pulse.state,
    'airing:between': (accountId, fromS, untilS, whose) =>
      whose === 'mine'
        ? weekOf(core, accountId, fromS, untilS)
        : browser.week(accountId, fromS, untilS),
    'airing:season': browser.part,
    'airing:notices': page,
    'airing:title': titles.read,
    'airing:set-title': (ref, change) => {
      const chosen = titles.write(ref, change)
      push('airing:said', null)
      changed()
      return chosen
    },
    'airing:pause': (minutes) => {
      core.pause(minutes * 60_000)
      changed()
      return pulse.state()
    },
    'airing:zone': (now) => {
      if (now === zone) return
      zone = now
      app.moveTo?.(now)
      core.announcer.look()
      changed()
    },
    'airing:export': calendars.export,
    'airing:calendar': calendars.state,
    'airing:choose-calendar': calendars.choose,
    'airing:stop-calendar': calendars.forget,
  }

  const port: AiringPort = {
    connect: core.announcer.connect,
    look: () => core.announcer.look(),
    act: createActs({
      list,
      accountOf: accounts.rowOf,
      step: (ref) => void lists.library.handlers['library:step'](ref, 1),
      mute: (ref) => void handlers['airing:set-title'](ref, { muted: true }),
      pause: (minutes) => void handlers['airing:pause'](minutes),
      onError,
    }),
  }

  return {
    handlers,
    port,
    /** What a list shows as the next episode of an entry; `null` when nothing better is known. */
    nextEpisode: pulse.nextOf,
    /** These entries may be different now. */
    changed: (keys: readonly PackedKey[]) => tracking.changed(keys),
    /** A service told of titles by their MyAnimeList ids. */
    lent(lender: Realm, kind: MediaKind, found: ReadonlyMap<number, MediaRecord>) {
      if (kind === 'anime') links.lent(lender, found)
    },
    /** Most settings are no concern of airing, and lists are long. */
    settingsChanged() {
      const now = concern()
      if (now === heeded) return
      heeded = now
      tracking.readAll()
      core.announcer.look()
      changed()
    },
    start() {
      tracking.readAll()
      refresh.look()
    },
    resumed() {
      core.announcer.resumed()
      refresh.again()
      changed()
    },
    online: () => refresh.look(),
    stop() {
      core.announcer.stop()
      tracking.stop()
      refresh.stop()
      pulse.stop()
      calendars.stop()
    },
  }
}
