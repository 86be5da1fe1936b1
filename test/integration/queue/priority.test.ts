import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import type { ListEntry } from '../../../src/sandbox/world/entry'
import { createCatalogue, type Catalogue } from '../../../src/sandbox/world/catalogue'
import type { ServiceId } from '../../../src/shared/service'
import { drop, outcome } from '../../support/backup-acts'
import { startSignedIn, type SignedIn } from '../../support/signed-in'

const cleanUps: (() => void)[] = []
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp()
})

let shared: Catalogue | undefined
const wall = Date.UTC(2026, 0, 15, 12)
const catalogue = () => (shared ??= createCatalogue({ anime: 900, manga: 300, wall }))

async function signedIn(service: ServiceId) {
  const written: number[] = []
  const world = await startSignedIn(service, {
    catalogue: catalogue(),
    entries: { anime: 800, manga: 250 },
    others: 0,
    settings: { holdSeconds: 0 },
    onChange: (_service, table, _key, row) => {
      if (table === 'entries' && row) written.push((row as ListEntry).mediaId)
    },
  })
  written.length = 0
  cleanUps.push(world.profile.remove)
  return { world, written }
}

interface File {
  accounts: { entries: { notes?: string }[] }[]
}

/** Imports a backup of the list in which each title has a note of its own. */
async function importAll(world: SignedIn) {
  const { handlers } = world.app
  const { name } = await handlers['backup:auto-now']()
  const { folder } = await handlers['backup:auto-list']()
  const file = JSON.parse(gunzipSync(readFileSync(join(folder, name))).toString()) as File
  const entries = file.accounts.flatMap((account) => account.entries)
  for (const [index, entry] of entries.entries()) entry.notes = `Note ${index}`
  await drop(world, 'all.json.gz', gzipSync(JSON.stringify(file)))
  const all = { type: 'mode', mode: 'equal', removeMissing: false } as const
  const preview = await handlers['backup:choose'](all)
  await outcome(world, handlers['backup:apply']())
  return preview.planned.change
}

async function bucket({ app }: SignedIn, name: string) {
  const { services } = await app.handlers['queue:status']()
  const found = services.flatMap(({ buckets }) => buckets).find((one) => one.name === name)
  if (!found) throw new Error(`No limit is called ${name}`)
  return found
}

test.each([
  ['anisearch', 'put'],
  ['anilist', 'api'],
] as const)(
  'a click during an import of 1,000 rows leaves %s in the next free slot',
  { timeout: 0 },
  async (service, limit) => {
    const { world, written } = await signedIn(service)
    const planned = await importAll(world)
    expect(planned).toBeGreaterThan(1_000)
    const isFull = async () =>
      (await world.app.handlers['queue:status']()).waiting > 100 &&
      Number((await bucket(world, limit)).freeInMs) > 5_000
    for (let i = 0; i < 500 && !(await isFull()); i += 1) await world.clock.advance(1_000)
    const freeInMs = Number((await bucket(world, limit)).freeInMs)
    expect(await isFull()).toBe(true)
    const done = new Set(written)
    const clicked = (await world.rows()).find(({ state }) => state === 'saved')
    if (!clicked) throw new Error('Nothing is saved yet')
    const before = written.length

    await world.app.handlers['library:edit'](world.ref(clicked.title), { progress: 7_777 })
    await world.clock.advance(freeInMs - 1_000)
    expect(written).toHaveLength(before)
    await world.clock.advance(3_000)

    expect(world.there(clicked.title)?.progress).toBe(7_777)
    expect(done.has(written[before] ?? 0)).toBe(true)
  },
)
