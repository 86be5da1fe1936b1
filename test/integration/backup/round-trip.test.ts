import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { fieldsOf, type ListRow } from '../../../src/shared/entry'
import { serviceIds, type ServiceId } from '../../../src/shared/service'
import { startSignedIn, type SignedIn } from '../../support/signed-in'
import { drop, finished, outcome } from '../../support/backup-acts'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup()
})

async function signedIn(service: ServiceId, entries = 40) {
  const world = await startSignedIn(service, { entries })
  cleanups.push(world.profile.remove)
  return { world }
}

/** The bytes of a full backup of all that is here now. */
async function backUp({ app }: SignedIn): Promise<Buffer> {
  const { name } = await app.handlers['backup:auto-now']()
  const { folder } = await app.handlers['backup:auto-list']()
  return readFileSync(join(folder, name))
}

const fields = (rows: readonly ListRow[]) =>
  new Map(rows.map(({ title, entry }) => [title, fieldsOf(entry)]))

describe.each(serviceIds)('%s', (service) => {
  test('the same list from its own backup changes nothing', async () => {
    const { world } = await signedIn(service)
    const before = await world.rows()

    const preview = await drop(world, 'mine.json.gz', await backUp(world))

    expect(preview).toMatchObject({ format: 'tsuzuki', rows: before.length })
    expect(preview.byClass).toMatchObject({ same: before.length, new: 0, changed: 0 })
    expect(preview.planned).toEqual({ add: 0, change: 0, remove: 0 })
  })

  test('what was lost comes back from a backup on every field, here and at the service', async () => {
    const { world } = await signedIn(service)
    const before = await world.rows()
    const bytes = await backUp(world)
    for (const { title } of before) await world.app.handlers['library:remove'](world.ref(title))
    await world.clock.advance(24 * 3600_000)
    expect(world.sandbox.inspect.entries(service)).toHaveLength(0)

    const preview = await drop(world, 'mine.json.gz', bytes)
    expect(preview.byClass).toMatchObject({ new: before.length })
    const job = await finished(world, await outcome(world, world.app.handlers['backup:apply']()))

    expect(job).toMatchObject({ state: 'applied', done: before.length, refused: 0 })
    expect(fields(await world.rows())).toEqual(fields(before))
    await world.clock.advance(24 * 3600_000)
    expect(world.sandbox.inspect.entries(service)).toHaveLength(before.length)
    expect(await world.app.handlers['queue:status']()).toMatchObject({ waiting: 0, attention: 0 })
    expect(fields(await world.rows())).toEqual(fields(before))
    const again = await drop(world, 'mine.json.gz', bytes)
    expect(again.planned).toEqual({ add: 0, change: 0, remove: 0 })
  })

  test('an import is undone whole', async () => {
    const { world } = await signedIn(service)
    const bytes = await backUp(world)
    for (const { title, entry } of await world.rows()) {
      await world.app.handlers['library:edit'](world.ref(title), {
        status: entry.status === 'planned' ? 'dropped' : 'planned',
        score: entry.score === 10 ? 20 : 10,
      })
    }
    const edited = fields(await world.rows())
    await drop(world, 'mine.json.gz', bytes)
    const preview = await world.app.handlers['backup:choose']({
      type: 'mode',
      mode: 'equal',
      removeMissing: false,
    })
    expect(preview.planned.change).toBeGreaterThan(0)
    const job = await finished(world, await outcome(world, world.app.handlers['backup:apply']()))
    expect(fields(await world.rows())).not.toEqual(edited)

    const undone = outcome(world, world.app.handlers['backup:undo'](job.id))
    expect(await undone).toBe(preview.planned.change)

    expect(fields(await world.rows())).toEqual(edited)
    expect((await world.app.handlers['backup:jobs']())[0]?.state).toBe('undone')
  })
})

test('a file that cannot be read changes nothing, and the next one can be', async () => {
  const { world } = await signedIn('anilist')
  const before = await world.rows()
  await expect(drop(world, 'x.xml', Buffer.from('not a list at all'))).rejects.toMatchObject({
    failure: { code: 'invalid-input', reason: 'unknown-file' },
  })
  expect(await world.app.handlers['backup:preview']()).toBeNull()
  expect(await world.rows()).toEqual(before)
  expect(await world.app.handlers['backup:jobs']()).toEqual([])
  expect((await drop(world, 'mine.json.gz', await backUp(world))).rows).toBe(before.length)
})

test('an import that is interrupted goes on in the next run and doubles nothing', async () => {
  const { world } = await signedIn('anilist', 120)
  const before = await world.rows()
  const bytes = await backUp(world)
  for (const { title } of before) await world.app.handlers['library:remove'](world.ref(title))
  await drop(world, 'mine.json.gz', bytes)
  await outcome(world, world.app.handlers['backup:apply']())
  const half = (await world.app.handlers['backup:jobs']())[0]!
  expect(half.state).toBe('applying')
  expect(half.done).toBeLessThan(before.length)

  await world.restart()
  const job = await finished(world, half)

  expect(job).toMatchObject({ state: 'applied', done: before.length, planned: before.length })
  expect(fields(await world.rows())).toEqual(fields(before))
  await outcome(world, world.app.handlers['backup:undo'](job.id))
  expect(await world.rows()).toEqual([])
})

test('a paused import takes nothing over until it goes on', async () => {
  const { world } = await signedIn('anilist', 120)
  const before = await world.rows()
  const bytes = await backUp(world)
  for (const { title } of before) await world.app.handlers['library:remove'](world.ref(title))
  await drop(world, 'mine.json.gz', bytes)
  const job = await outcome(world, world.app.handlers['backup:apply']())
  await world.app.handlers['backup:pause'](job.id, true)
  const { done } = (await world.app.handlers['backup:jobs']())[0]!
  await world.clock.advance(60_000)
  expect((await world.app.handlers['backup:jobs']())[0]).toMatchObject({ state: 'paused', done })

  await world.app.handlers['backup:pause'](job.id, false)
  expect((await finished(world, job)).state).toBe('applied')
  expect(fields(await world.rows())).toEqual(fields(before))
})

test('unticked rows and fields stay as they are', async () => {
  const { world } = await signedIn('anilist')
  const bytes = await backUp(world)
  const [one, other] = await world.rows()
  await world.app.handlers['library:edit'](world.ref(one!.title), { notes: 'new', score: 11 })
  await world.app.handlers['library:edit'](world.ref(other!.title), { notes: 'new' })
  await drop(world, 'mine.json.gz', bytes)
  const { handlers } = world.app
  await handlers['backup:choose']({ type: 'mode', mode: 'equal', removeMissing: false })
  const { rows } = await handlers['backup:rows'](['changed'], 0)
  const rowOf = (title: string) => rows.find((row) => row.title === title)!.row
  await handlers['backup:choose']({ type: 'row', row: rowOf(other!.title), on: false })
  await handlers['backup:choose']({
    type: 'cell',
    row: rowOf(one!.title),
    field: 'score',
    on: false,
  })
  await finished(world, await outcome(world, handlers['backup:apply']()))

  const now = fields(await world.rows())
  expect(now.get(one!.title)).toMatchObject({ notes: one!.entry.notes, score: 11 })
  expect(now.get(other!.title)).toMatchObject({ notes: 'new' })
})
