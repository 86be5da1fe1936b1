import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { drop, finished, outcome } from '../../support/backup-acts'
import { startSignedIn } from '../../support/signed-in'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup()
})

test('while a plan is taken, nothing changes it and nobody takes it again', async () => {
  const world = await startSignedIn('anilist', { entries: 12 })
  cleanups.push(world.profile.remove)
  const { handlers } = world.app
  const before = await world.rows()
  const { name } = await handlers['backup:auto-now']()
  const bytes = readFileSync(join((await handlers['backup:auto-list']()).folder, name))
  for (const { title } of before) await handlers['library:remove'](world.ref(title))
  await drop(world, 'mine.json.gz', bytes)

  const applied = Promise.resolve(handlers['backup:apply']())
  const late = await Promise.allSettled([
    handlers['backup:choose']({ type: 'kind', kind: 'anime', on: false }),
    handlers['backup:resolve'](1, null),
    handlers['backup:answer']({}),
    handlers['backup:ask'](),
    handlers['backup:apply'](),
  ])

  for (const one of late) {
    expect(one).toMatchObject({ reason: { failure: { reason: 'import-starting' } } })
  }
  const job = await finished(world, await outcome(world, applied))
  expect(job).toMatchObject({ state: 'applied', done: before.length })
  expect(await handlers['backup:jobs']()).toHaveLength(1)
  expect(handlers['backup:preview']()).toBeNull()
})
