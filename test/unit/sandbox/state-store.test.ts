import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { catalogueFor } from '../../../src/sandbox/catalogue-for'
import { createRandom } from '../../../src/sandbox/core/random'
import { withDefaults } from '../../../src/sandbox/options'
import { openStateStore, type StateStore } from '../../../src/sandbox/state-store'
import { createVirtualClock } from '../../support/virtual-clock'
import { createAsk, startWall } from './ask'

const folder = mkdtempSync(join(tmpdir(), 'sandbox-state-'))
const open: StateStore[] = []

let starts = 0

function start() {
  const store = openStateStore(join(folder, 'a'))
  open.push(store)
  const random = createRandom(++starts)
  return { ...createAsk({ ...store, random }), store }
}

afterEach(() => {
  for (const store of open.splice(0)) store.close()
  rmSync(join(folder, 'a'), { recursive: true, force: true })
})

describe('the state of a sandbox', () => {
  it('is there again after a restart', async () => {
    const first = start()
    const [entry, other] = first.sandbox.inspect.entries('anilist')
    await first.graph(
      `mutation { SaveMediaListEntry(id: ${entry?.id}, progress: 123, notes: "kept") { id } }`,
    )
    await first.graph(`mutation { DeleteMediaListEntry(id: ${other?.id}) { deleted } }`)
    await first.v1('POST', 'user/activity', { text: 'remember me' })
    const lists = first.sandbox.inspect.entries('anilist')
    first.store.close()
    open.length = 0

    const second = start()
    expect(second.sandbox.inspect.entries('anilist')).toEqual(lists)
    expect(second.sandbox.inspect.entry('anilist', entry?.mediaId ?? 0)?.notes).toBe('kept')
    const { json } = await second.v1('GET', `user/${second.userId}/activity`)
    expect(json[0].value).toBe('remember me')
  })

  it('is written before the answer can be heard', async () => {
    const first = start()
    const [entry] = first.sandbox.inspect.entries('anilist')
    await first.graph(`mutation { SaveMediaListEntry(id: ${entry?.id}, progress: 77) { id } }`)
    // A second process looks into the file while the first still has it open.
    const second = start()
    expect(second.sandbox.inspect.entry('anilist', entry?.mediaId ?? 0)?.progress).toBe(77)
  })

  it('holds tokens, so that a sign-in outlives a restart', async () => {
    const first = start()
    const token = first.sandbox.accounts.anilist?.token
    const second = start()
    const headers = { authorization: `Bearer ${token}` }
    expect((await second.graph('{ Viewer { id } }', {}, headers)).status).toBe(200)
  })

  it('lets go of tokens that are of no use any more', async () => {
    const token = start().sandbox.accounts.anisearch?.token
    const asked = (own: ReturnType<typeof start>) =>
      own.anisearch('GET', 'my/profile', null, {
        'user-agent': 'Tsuzuki/1.0 (+https://example.org)',
        authorization: `Bearer ${token}`,
      })
    expect((await asked(start())).status).toBe(200)
    for (let at = 0; at < 35; at++) start()
    expect((await asked(start())).status).toBe(401)
  })

  it('keeps series on air going on from where they were', () => {
    const weekMs = 7 * 24 * 3600 * 1000
    const broadcasts = (wall: number) => {
      const store = openStateStore(join(folder, 'a'))
      const clock = createVirtualClock(wall)
      const found = catalogueFor(withDefaults({ clock, entries: 10, ...store }), wall)
      store.close()
      return found.of('anime').map(({ broadcast }) => broadcast)
    }
    const first = broadcasts(startWall)
    expect(first.some((broadcast) => broadcast !== null)).toBe(true)
    expect(broadcasts(startWall + weekMs)).toEqual(first)
  })
})
