import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { writeTsuzuki } from '../../../src/main/backup/writers/tsuzuki'
import type { ServiceId } from '../../../src/shared/service'
import { drop, finished, outcome } from '../../support/backup-acts'
import { startSignedIn, type SignedIn } from '../../support/signed-in'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup()
})

/** An account, and its first anime in a backup where it stands on a list that is not there. */
async function withMissingList(service: ServiceId) {
  const world = await startSignedIn(service, { entries: 11 })
  cleanups.push(world.profile.remove)
  const row = (await world.rows()).find(({ title }) => title.startsWith('anime'))!
  const entry = { ...row.entry, customLists: [...row.entry.customLists, 'With Jo'] }
  const { account } = world
  const { bytes } = writeTsuzuki([{ account, rows: [{ entry, media: row.media }] }], {
    madeAt: 0,
    appVersion: '0',
    includePrivate: true,
  })
  const preview = await drop(world, 'mine.json.gz', gzipSync(bytes))
  return { world, row, preview }
}

async function applied(world: SignedIn) {
  const { handlers } = world.app
  await finished(world, await outcome(world, handlers['backup:apply']()))
  await world.clock.advance(3600_000)
}

const shownLists = async (world: SignedIn, title: string) =>
  (await world.rows()).find((row) => row.title === title)?.entry.customLists

test('a custom list that is missing is made first when the user agrees', async () => {
  const { world, row, preview } = await withMissingList('anilist')
  expect(preview).toMatchObject({
    missingLists: { anime: ['With Jo'], manga: [] },
    createsLists: true,
    createLists: false,
  })

  const agreed = await world.app.handlers['backup:choose']({ type: 'lists', create: true })
  expect(agreed.createLists).toBe(true)
  await applied(world)

  const [account] = await world.app.handlers['accounts:list']()
  expect(account?.options.customLists.anime).toContain('With Jo')
  expect(await shownLists(world, row.title)).toContain('With Jo')
  expect(JSON.stringify(world.there(row.title))).toContain('With Jo')
  expect(await world.app.handlers['queue:status']()).toMatchObject({ waiting: 0, attention: 0 })
})

test('without a yes it is left out and nothing is made', async () => {
  const { world, row } = await withMissingList('anilist')

  await applied(world)

  const [account] = await world.app.handlers['accounts:list']()
  expect(account?.options.customLists.anime).not.toContain('With Jo')
  expect(await shownLists(world, row.title)).not.toContain('With Jo')
})

test('a service that takes no new lists from here is not asked for them', async () => {
  const { world, preview } = await withMissingList('anilist-v1')
  expect(preview).toMatchObject({ missingLists: { anime: ['With Jo'] }, createsLists: false })

  await world.app.handlers['backup:choose']({ type: 'lists', create: true })
  await applied(world)

  expect((await world.app.handlers['backup:jobs']())[0]?.state).toBe('applied')
})
