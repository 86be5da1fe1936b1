import { afterEach, describe, expect, test } from 'vitest'
import { serviceIds, type ServiceId } from '../../src/shared/service'
import { startSignedIn } from '../support/signed-in'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup()
})

async function signedIn(service: ServiceId) {
  const world = await startSignedIn(service)
  cleanups.push(world.profile.remove)
  return world
}

describe.each(serviceIds)('%s', (service) => {
  test('a list is read and an edit reaches the service', async () => {
    const { app, clock, sandbox, rows, ref, there } = await signedIn(service)
    const state = (await app.handlers['sync:states']())[0]
    expect(state).toMatchObject({ phase: 'idle', failure: null })
    const list = await rows()
    expect(list).toHaveLength(sandbox.inspect.entries(service).length)

    const row = list.find(({ entry }) => entry.status === 'current' && entry.progress > 1)!
    const progress = row.entry.progress - 1
    await app.handlers['library:edit'](ref(row.title), { progress, score: 70 })
    await clock.advance(200_000)

    expect(there(row.title)).toMatchObject({ progress, score: 70 })
    expect(await app.handlers['queue:status']()).toMatchObject({ waiting: 0, attention: 0 })
    expect((await app.handlers['library:row'](ref(row.title)))?.state).toBe('saved')
    expect(sandbox.inspect.violations(service)).toMatchObject({
      overLimit: 0,
      insideRetryAfter: 0,
      tooManyAtOnce: 0,
    })
  })

  test('the history tells of edits that arrive once, as those of the user', async () => {
    const { app, clock, rows, ref } = await signedIn(service)
    const edited = (await rows()).slice(0, 12)
    for (const { title, entry } of edited) {
      const progress = entry.progress === 0 ? 1 : entry.progress - 1
      await app.handlers['library:edit'](ref(title), { progress, score: 70 })
    }
    await clock.advance(600_000)

    expect(await app.handlers['queue:status']()).toMatchObject({ waiting: 0, attention: 0 })
    const changes = await app.handlers['history:list'](null, null)
    expect(changes.map(({ source, ref: { title } }) => [source, title])).toEqual(
      edited.map(({ title }) => ['me', title]).toReversed(),
    )
  })
})
