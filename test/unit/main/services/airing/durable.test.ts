import { rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../../../../src/main/db/database'
import { packKey } from '../../../../../src/main/db/keys'
import { createAiringCore } from '../../../../../src/main/services/airing/core'
import type { Follower } from '../../../../../src/main/services/airing/followers'
import { ranks } from '../../../../../src/main/services/airing/schedule'
import { defaultAiringSettings } from '../../../../../src/shared/airing-settings'
import { createAiringClock } from '../../../../support/airing-clock'

const start = Date.UTC(2026, 0, 15, 12)
const ref = { accountId: 1, title: 'anime:1' } as const
let dir: string
let db: Database
let reader: DatabaseSync
let clock: ReturnType<typeof createAiringClock>

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tsuzuki-airing-'))
  db = openDatabase(join(dir, 'library.db'))
  reader = new DatabaseSync(join(dir, 'library.db'), { readOnly: true })
  clock = createAiringClock(start)
})
afterEach(() => {
  reader.close()
  db.close()
  rmSync(dir, { recursive: true })
})

/** What another program would find on the disk when a notification is shown, and how sure that is. */
function given() {
  const found: unknown[] = []
  const core = createAiringCore<Follower>({
    db,
    clock,
    zone: () => 'Europe/Berlin',
    settings: () => defaultAiringSettings,
    nameOf: () => ({ ref, name: 'One' }),
    onSaid: () => {},
    onError: (error) => {
      throw error
    },
  })
  const show = core.shows.of('r mal 1')
  const follower: Follower = {
    key: packKey(1, ref.title),
    show,
    status: 'current',
    progress: 3,
    total: null,
  }
  core.follow([], [follower])
  core.announcer.connect(() => {
    const { state } = reader.prepare('SELECT state FROM airing_notices').get() ?? {}
    const { synchronous } = db.sql.prepare('PRAGMA synchronous').get() ?? {}
    found.push({ state, synchronous, isOpen: db.sql.isTransaction })
  })
  const episodes = [{ show, episode: 4, airingAt: start / 1000 + 60 }]
  core.learn({ asked: 1, rank: ranks.schedule, shows: [show], fromS: 0, untilS: 1, episodes })
  return { core, follower, found }
}

const full = 2
const claimed = { state: 'claimed', synchronous: full, isOpen: false }

test('what a timer says is claimed on the disk before it is shown', () => {
  const { found } = given()
  clock.run(60_000)

  expect(found).toEqual([claimed])
})

test('what falls due while lists are taken in is claimed on the disk before it is shown', () => {
  const { core, follower, found } = given()
  clock.sleep(60_000, true)

  core.together(() => core.follow([follower.key], [{ ...follower, progress: 2 }]))
  expect(found).toEqual([])
  clock.run(1)

  expect(found).toEqual([claimed])
})
