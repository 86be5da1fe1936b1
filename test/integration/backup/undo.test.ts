import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { BackupJob } from '../../../src/shared/backup'
import { createNoDesktop } from '../../../src/main/plain/no-desktop'
import { startSignedIn } from '../../support/signed-in'
import { drop, finished, outcome } from '../../support/backup-acts'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup()
})

/** An empty list into which 250 titles were imported: more than one slice. */
async function imported() {
  const folder = mkdtempSync(join(tmpdir(), 'tsuzuki-report-'))
  const desktop = {
    ...createNoDesktop(),
    chooseSavePath: (name: string) => Promise.resolve(join(folder, name)),
  }
  const world = await startSignedIn('anilist', { entries: 250, edges: { desktop } })
  cleanups.push(world.profile.remove, () => rmSync(folder, { recursive: true }))
  const { handlers } = world.app
  const before = await world.rows()
  const { name } = await handlers['backup:auto-now']()
  const bytes = readFileSync(join((await handlers['backup:auto-list']()).folder, name))
  for (const { title } of before) await handlers['library:remove'](world.ref(title))
  await drop(world, 'mine.json.gz', bytes)
  const job = await finished(world, await outcome(world, handlers['backup:apply']()))
  expect(job).toMatchObject({ state: 'applied', done: before.length })
  return { world, job, count: before.length }
}

/** Takes back so much that the first slice is gone and the rest still there. */
async function firstSlice({ app, clock, rows }: Awaited<ReturnType<typeof imported>>['world']) {
  const count = (await rows()).length
  const said = app.told('library:changed').length
  await clock.advanceUntil(() => app.told('library:changed').length > said, 60_000)
  expect((await rows()).length).toBeLessThan(count)
  expect((await rows()).length).toBeGreaterThan(0)
}

const jobOf = async (world: Awaited<ReturnType<typeof imported>>['world'], { id }: BackupJob) =>
  (await world.app.handlers['backup:jobs']()).find((job) => job.id === id)!

test('a big import is taken back slice by slice, so that edits come in between', async () => {
  const { world, job, count } = await imported()
  const asked = Promise.resolve(world.app.handlers['backup:undo'](job.id))

  await firstSlice(world)
  const [oldest] = await world.rows()
  await world.app.handlers['library:edit'](world.ref(oldest!.title), { notes: 'in between' })

  expect((await jobOf(world, job)).state).toBe('undoing')
  expect(await outcome(world, asked)).toBe(count)
  expect(await world.rows()).toEqual([])
  expect((await jobOf(world, job)).state).toBe('undone')
})

test('taking back goes on in the next run, and comes to its end once', async () => {
  const { world, job } = await imported()
  void world.app.handlers['backup:undo'](job.id)
  await firstSlice(world)

  await world.restart()
  await world.clock.advance(1_000)

  expect((await jobOf(world, job)).state).toBe('undone')
  expect(await world.rows()).toEqual([])
  await expect(
    Promise.resolve().then(() => world.app.handlers['backup:undo'](job.id)),
  ).rejects.toMatchObject({ failure: { code: 'gone' } })
})

test('what was taken back by hand and edited since stays as it is', async () => {
  const { world, job } = await imported()
  const { handlers } = world.app
  const [one] = await world.rows()
  const [change] = await handlers['history:list'](world.ref(one!.title), null)
  await handlers['history:undo'](change!.id)
  await handlers['library:edit'](world.ref(one!.title), { status: 'planned', notes: 'mine' })

  await outcome(world, handlers['backup:undo'](job.id))

  expect((await world.rows()).map(({ entry }) => entry.notes)).toEqual(['mine'])
})

test('what was noted for the report is gone once the import has ended', async () => {
  const { world } = await imported()
  const { folder } = await world.app.handlers['backup:auto-list']()

  expect(readdirSync(folder).filter((name) => /^import-/.test(name))).toEqual([
    'import-1-report.json',
  ])
})

test('the report of an import is saved where the user says', async () => {
  const { world, job } = await imported()
  const path = await world.app.handlers['backup:save-report'](job.id)

  expect(path).not.toBeNull()
  expect(JSON.parse(readFileSync(path!, 'utf8'))).toMatchObject({
    file: 'mine.json.gz',
    refused: [],
    leftOut: { rows: [], warnings: [] },
  })
  await expect(
    Promise.resolve().then(() => world.app.handlers['backup:save-report'](job.id + 1)),
  ).rejects.toMatchObject({ failure: { code: 'gone' } })
})
